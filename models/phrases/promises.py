"""The template for money: by what is done with it, whom it names, and whether one gives it or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.phrases.templates import number_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from models.records import Commitment

_FORMS = {(True, True): "whole", (False, True): "no_giver", (True, False): "no_receiver"}


def promised(content: Commitment, givers: Collection[str], words: Mapping[str, object]) -> str:
    """The template of the `words` that fits the commitment; `givers` are those who count as one each."""
    form = _FORMS.get((bool(content.by), bool(content.to)), "neither")
    deeds = words.get("deeds", {})
    own = deeds.get(content.deed, {}) if isinstance(deeds, dict) else {}
    template = own.get(form, words[form])
    return template if isinstance(template, str) else number_of(template, _are_several(givers))


def _are_several(givers: Collection[str]) -> bool:
    """Whether the verb behind them stands in the plural: several, or a plural without a name ("lenders")."""
    return len(givers) > 1 or any(giver[:1].islower() and giver.endswith("s") for giver in givers)
