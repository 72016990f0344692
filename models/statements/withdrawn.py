"""What is taken back by those who told it: nobody is left who says so, and it contests their denial no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.statements.bundles import Bundle
from models.statements.keys import is_figure
from models.statements.origins import body

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.records import Claim
    from models.statements.bundles import Setting

SIDES = 2
WITHDRAWN = "withdrawn"


def taken_back(bundles: Iterable[Bundle], setting: Setting) -> list[Bundle]:
    """The bundles in their order; what is told and denied is two where the only voices that tell it deny it later: the
    denial, and what was told, which is past."""
    return [part for bundle in bundles for part in _parts(bundle, setting)]


def _parts(bundle: Bundle, setting: Setting) -> tuple[Bundle, ...]:
    if len(bundle.values) != SIDES or is_figure(bundle.values[0][0].content):
        return (bundle,)
    told, denied = bundle.values
    if not _is_taken_back(told, denied, setting):
        return (bundle,)
    mark = f"{bundle.mark} {WITHDRAWN}".strip()
    return structs.replace(bundle, values=(denied,)), Bundle(mark, (told,), past=True, withdrawn=True)


def _is_taken_back(told: Sequence[Claim], denied: Sequence[Claim], setting: Setting) -> bool:
    if not all(claim.affirmed for claim in told) or any(claim.affirmed for claim in denied):
        return False
    voices = {_voice(claim, setting) for claim in told}
    deny = {body(claim.attribution or "", setting.catalog) for claim in denied}
    before, after = setting.reported(told), setting.reported(denied)
    return "" not in voices and voices <= deny and bool(before) and before <= after


def _voice(claim: Claim, setting: Setting) -> str:
    """Who tells it: who the text names for it, else the publisher of the article; empty where works are cited."""
    if claim.attribution or claim.id in setting.works:
        return body(claim.attribution or "", setting.catalog)
    publisher, _ = setting.houses.get(claim.evidence.article, ("", ""))
    return body(publisher, setting.catalog)
