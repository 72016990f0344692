"""What countries have to do with commodities, in words: in a sentence, in a cell of the matrix, over a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.phrases.templates import capital, fill

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from models.phrases.names import Names
    from models.phrases.numbers import Numbers
    from models.phrases.templates import Templates
    from models.records import Quantity, Relation, Resource

RANKS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}
SHARE = "percent"
EXPORTS = "exports"
RESERVES, RESOURCES = "reserves", "resources"
WAYS = ("to ", "towards ", "through ", "via ", "across ")
DEVELOPS, CAPACITY = "develops", "capacity"
_OWN = ("of_own", "of_flow")
_MADE = "of_power"
RATES = ("MW", "/year", "/day")
"""How units of what a plant can do end."""


class Goods:
    """Puts resources into the templates of one language; `names` are those of countries, firms and sites."""

    def __init__(self, templates: Templates, numbers: Numbers, names: Names) -> None:
        self._words = templates["resource"]
        self._numbers = numbers
        self._names = names

    def sentence(self, content: Resource, commodity: str, hedged: Callable[[str], str]) -> str:
        """The content in one sentence; `hedged` puts a word such as "nearly" before an amount."""
        words = self._words
        ranked = content.rank is not None
        templates = words["ranked"] if ranked else words
        flow = self.flow(content)
        if content.quantity is not None and not ranked:
            if own := self._of_its_own(content, content.quantity, commodity, hedged):
                return fill(words["sends"], country=self._holder(content), amount=own, when=self._when(content))
            flow = "" if self._is_need(content) else flow
        does = told_as(content)[0]
        template, named = templates.get(does, templates["other"]), ""
        if ranked and does in templates:
            commodity = self._behind(commodity)
        elif not ranked and (named := self._named(content, does, commodity)):
            commodity, template = named, words["named"]["plain"]
        if content.quantity is not None and not ranked:
            commodity = self._amount_of(content, content.quantity, commodity, hedged)
        if does == DEVELOPS and content.quantity is None and not ranked and not named:
            template = words["works"]
        return fill(
            template,
            country=self._holder(content),
            commodity=commodity,
            relation=content.relation,
            rank=hedged(self.rank(content.rank)) if content.rank is not None else "",
            flow=flow,
            when=self._when(content),
        )

    def cell(self, content: Resource, hedged: Callable[[str], str]) -> str:
        """What a country has to do with a commodity, where both are told already: "produces 21,112 tonnes in 2023"."""
        words, (does, of) = self._words["brief"], told_as(content)
        relation = words.get(does, does)
        if content.rank is not None:
            template = words["ranked"].get(content.relation, words["ranked"]["other"])
            return capital(fill(template, rank=hedged(self.rank(content.rank)), relation=relation))
        if content.quantity is None:
            return capital(f"{relation}{self.flow(content)}")
        if own := self._of_its_own(content, content.quantity, self._names.name(content.resource), hedged):
            told = fill(words["sends"], amount=own, when=self._when(content))
            return self._of_firm(content, told)
        amount = hedged(self._numbers.quantity(content.quantity))
        if of:
            template, of = _part_of(content, content.quantity, self._words["mixes"])
            amount = fill(words["parts"][template], amount=amount, of=self._names.called(of))
        when = self._when(content)
        relation = words["counted"].get(does, relation)
        told = fill(words["figure"], relation=relation, amount=amount, flow=self.flow(content), when=when)
        return self._of_firm(content, told)

    def _named(self, content: Resource, does: str, commodity: str) -> str:
        """What is done with the goods as a noun ("production of K"), in the languages that tell it so; empty where the
        goods have no such form, or are what another thing is made from."""
        template = self._words.get("named", {}).get(does, "")
        mixed = content.quantity is not None and _part_of(content, content.quantity, self._words["mixes"])[0] == _MADE
        bent = self._bent(commodity)
        return fill(template, commodity=bent) if template and bent and not mixed else ""

    def _behind(self, commodity: str) -> str:
        """The goods behind a noun, set apart from it where that form is not known."""
        return self._bent(commodity) or fill(
            self._words.get("named", {}).get("unbent", "{commodity}"), commodity=commodity
        )

    def _bent(self, commodity: str) -> str:
        """The goods as they stand behind a noun; empty where that form is not known."""
        forms: dict[str, str] | None = self._words.get("genitive")
        return commodity if forms is None else forms.get(commodity, "")

    def _of_firm(self, content: Resource, told: str) -> str:
        """What is told in a cell, behind the firm that it is told of."""
        firm, template = self._names.plain_name(content.firm), self._words["brief"]["of_firm"]
        return fill(template, firm=firm, told=told) if content.firm else capital(told)

    def _of_its_own(self, content: Resource, quantity: Quantity, commodity: str, hedged: Callable[[str], str]) -> str:
        """A share of what is exported of the goods with what it is a share of, and where it goes: "49% of its K exports
        to C"; empty for other figures."""
        template, of = _part_of(content, quantity, self._words["mixes"])
        if template not in _OWN or content.relation != EXPORTS:
            return ""
        amount, of = hedged(self._numbers.quantity(quantity)), self._names.called(of)
        way, part = (of, "") if template == _OWN[0] else ("", of)
        flow, goods = self.flow(content), self._behind(commodity)
        return fill(self._words["own"], amount=amount, commodity=goods, flow=flow, way=way, of=part)

    def rank(self, rank: int) -> str:
        """The rank in the world: "world's second-largest"."""
        return fill(self._words[RANKS.get(rank, "later")], n=str(rank))

    def flow(self, content: Resource) -> str:
        """Where exports go, or imports come from: " to" and the partner; empty where that is not told."""
        template = self._words["flow"].get(content.relation, "") if content.partner else ""
        return fill(template, partner=self._names.names(content.partner)) if template else ""

    def site(self, content: Resource) -> str:
        """At which mine, field or plant: " at " and its name; empty where the figure is the country's."""
        return fill(self._words["at"], site=self._names.plain_name(content.site)) if content.site else ""

    def part(self, content: Resource) -> str:
        """Of which site and firm a figure is; empty where it is the country's."""
        return self.site(content) + (
            fill(self._words["by"], firm=self._names.plain_name(content.firm)) if content.firm else ""
        )

    def _holder(self, content: Resource) -> str:
        """The country, or its firm."""
        country = self._names.names((content.country,))
        return (
            fill(self._words["firm"], firm=self._names.plain_name(content.firm), country=country)
            if content.firm
            else country
        )

    def _when(self, content: Resource) -> str:
        """At which site and in which year, as far as that is told."""
        return self.site(content) + self.in_year(content)

    def in_year(self, content: Resource | Relation) -> str:
        """ " in 2024", and whether the year is inferred; empty where there is none."""
        told = fill(self._words["in_year"], year=str(content.year)) if content.year else ""
        return self._numbers.inferred(told) if content.year_inferred else told

    def _is_need(self, content: Resource) -> bool:
        """Whether the figure is a share of what its buyer needs."""
        quantity = content.quantity
        share = quantity is not None and quantity.unit == SHARE and not quantity.of
        return share and content.relation == EXPORTS and bool(content.partner)

    def _amount_of(self, content: Resource, quantity: Quantity, commodity: str, hedged: Callable[[str], str]) -> str:
        template, of = _part_of(content, quantity, self._words["mixes"])
        template = "of_need" if self._is_need(content) else template
        amount, partner = hedged(self._numbers.quantity(quantity)), self._names.names(content.partner)
        of = self._names.called(of)
        return fill(self._words[template], amount=amount, commodity=commodity, of=of, partner=partner)


def told_as(content: Resource) -> tuple[str, str]:
    """What the content tells of the commodity, and what its figure is of.

    Resources are no reserves. The megawatts or tonnes a year of a plant are its capacity, whether it is being built or
    runs.
    """
    of = content.quantity.of or "" if content.quantity is not None else ""
    if content.relation == DEVELOPS and content.quantity is not None and content.quantity.unit.endswith(RATES):
        return CAPACITY, of
    if content.relation == RESERVES and (of == RESOURCES or of.startswith(f"{RESOURCES}, ")):
        return RESOURCES, of.removeprefix(RESOURCES).removeprefix(", ")
    return content.relation, of


def _part_of(content: Resource, quantity: Quantity, mixes: Collection[str]) -> tuple[str, str]:
    """The template for what a figure is of, and the words for it that are still to be said.

    A share of exports is of the goods where it is told which way they go, else of all that is exported; what else it is
    of is a part of the year. Of one of the `mixes` it is what is made from the goods.
    """
    of = told_as(content)[1]
    if quantity.unit == SHARE and of in mixes:
        return "of_power", of
    if quantity.unit != SHARE or not (of == EXPORTS or of.startswith(f"{EXPORTS}, ")):
        return "of_share" if not of else "of_world" if of == "world" else "of_other", of
    rest = of.removeprefix(EXPORTS).removeprefix(", ")
    if rest.startswith(WAYS):
        return "of_own", rest
    return ("of_flow" if content.partner else "of_exports"), rest
