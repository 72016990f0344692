"""What may be typed in the fields of a claim, and what is kept of it."""

from __future__ import annotations

from itertools import groupby

import pytest
from msgspec.structs import replace

from models.amending import Forms, fields
from models.amending.fields import Sort
from models.amending.values import Values
from models.catalog import load
from models.phrases import Phrases
from models.records import (
    Claim,
    Commitment,
    Content,
    Event,
    Kind,
    Modality,
    Money,
    Problem,
    Profile,
    Quantity,
    Quote,
    Reading,
    Relation,
    Resource,
    RouteFact,
    Variant,
)
from tests.models.making import RAILWAY, claim

CATALOG = load()
PHRASES = Phrases(CATALOG)
FORMS = Forms(CATALOG, PHRASES)
FIGURE = next(field for field in fields(Kind.RESOURCE) if field.name == "value")

URANIUM = Resource("KAZ", "uranium", "produces", 1, Quantity(21_000.0, "tonne"), 2024, year_inferred=True)
ONE_OF_EACH: tuple[Content, ...] = (
    URANIUM,
    Resource("UZB", "gold", "exports", partner=("CHE", "TUR"), firm="Some Firm"),
    Profile("KAZ", "population", 20e6, "people", "2024-01"),
    Profile("KAZ", "gdp", 288e9, "USD", "2024"),
    Profile("KGZ", "capital", "Bishkek"),
    RouteFact(RAILWAY, "crosses", ("CHN", "KGZ", "UZB")),
    RouteFact(RAILWAY, "length", Quantity((450.0, 530.0), "km")),
    Event("CONSULT", ("JPN",), ("C5",), date="2025-12-20", place="Tokyo", summary="met", lands=("JPN",)),
    Commitment(("JPN",), ("C5",), Money(3e12, "JPY"), 5, "projects", "targeted", 2030),
    Quote("Some Minister", "minister", direct=True, words="a sentence", lands=("KAZ",)),
    Relation("CHN", "KAZ", "major investor"),
    Relation("CHN", "KAZ", "trade", 2024, quantity=Quantity(43e9, "USD", "goods")),
)


def typed(about: Claim, **fields_: str) -> Reading:
    found = FORMS.understood(about, fields_)
    assert isinstance(found, Reading), found
    return found


def wrong(about: Claim, **fields_: str) -> dict[str, str]:
    found = FORMS.understood(about, fields_)
    assert not isinstance(found, Reading), found
    return {name: problem.reason for name, problem in found.items()}


@pytest.mark.parametrize("content", ONE_OF_EACH, ids=lambda content: type(content).__name__)
def test_what_is_left_as_it_stands_is_kept_just_as_it_is(content: Content) -> None:
    about = replace(claim(content), attribution="experts", certainty="about", badges=("historical",))
    assert FORMS.understood(about, FORMS.told(about.kind, about.reading)) == about.reading
    assert FORMS.understood(about, {}) == about.reading


def test_every_field_of_every_content_can_be_corrected() -> None:
    spared = {"year_inferred", "quantity", "amount", "mode"}  # told by others, or by no word of the form
    for kind, contents in groupby(ONE_OF_EACH, lambda content: claim(content).kind):
        names = {field.name for field in fields(kind)}
        for content in contents:
            missing = set(content.__struct_fields__) - names - spared
            assert missing <= {"lands"}, (kind, missing)


def test_the_value_unit_country_and_year_that_were_misread() -> None:
    about = claim(URANIUM)
    told = typed(about, country="uzbekistan", value="21.5", unit="kt", year="2023")
    assert told.content == Resource("UZB", "uranium", "produces", 1, Quantity(21_500.0, "tonne"), 2023)
    assert typed(about, value="", rank="2").content == replace(URANIUM, quantity=None, rank=2)
    assert typed(about, value="20–22,000").content == replace(URANIUM, quantity=Quantity((20.0, 22_000.0), "tonne"))


def test_how_real_it_is_and_who_says_it() -> None:
    about = replace(claim(URANIUM, modality=Modality.PLANNED), badges=("historical", "future"), attribution="experts")
    told = typed(about, modality="done", attribution="")
    assert (told.modality, told.attribution, told.badges) == (Modality.DONE, None, ("historical",))
    told = typed(about, modality="possible", affirmed="says it is not so", denied_by="the ministry")
    assert (told.modality, told.affirmed, told.denied_by) == (Modality.POSSIBLE, False, "the ministry")
    assert told.badges == ("historical", "hypothetical", "negation")


def test_the_parties_of_an_event_and_its_day() -> None:
    about = claim(Event("AGREE", ("JPN",), ("KAZ",), date="2025-12-20", year_inferred=True))
    told = typed(about, actor="Japan; Some Firm; EU", date="20 December 2024", plover="Consult", place="Tokyo").content
    assert told == Event("CONSULT", ("JPN", "Some Firm", "EUU"), ("KAZ",), date="2024-12-20", place="Tokyo")


def test_a_route_has_places_or_a_figure() -> None:
    about = claim(RouteFact(RAILWAY, "crosses", ("CHN",)))
    assert typed(about, object="Kyrgyzstan; Kashgar").content == RouteFact(RAILWAY, "crosses", ("KGZ", "Kashgar"))
    assert typed(about, predicate="length", object="", value="523", unit="km").content == RouteFact(
        RAILWAY, "length", Quantity(523.0, "km")
    )
    assert "not both" in wrong(about, value="523", unit="km")["value"]
    assert "Name countries or places" in wrong(about, object="")["object"]


def test_a_key_figure_takes_what_it_measures() -> None:
    about = claim(Profile("KAZ", "population", 20e6, "people", "2024"))
    assert typed(about, value="20.3 million", as_of="March 2025").content == Profile(
        "KAZ", "population", 20.3e6, "people", "2025-03"
    )
    assert "no number" in wrong(about, value="many")["value"]
    assert "this unit: people" in wrong(about, unit="tonne")["unit"]
    assert typed(about, property="Capital", value="Astana").content == Profile("KAZ", "capital", "Astana", None, "2024")
    assert "in a currency" in wrong(claim(Profile("KAZ", "gdp", 288e9, "USD")), unit="people")["unit"]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("value", "21,5", "“21,5” is no number: write 21,000, 2.5 million or 3–5."),
        ("value", "lots", "is no number"),
        ("value", "1e400", "is no number"),
        ("value", "9" * 30, "larger than any figure"),
        ("value", "5–3", "the lower end comes first"),
        ("unit", "tonn", "No unit is called “tonn”. Did you mean tonne"),
        ("unit", "cubic metres", "Uranium is not measured in this unit: cubic metre."),
        ("unit", "", "A value needs its unit."),
        ("country", "Kazkhstan", "No country is called “Kazkhstan”. Did you mean Kazakhstan?"),
        ("country", "Some Firm", "No country is called “Some Firm”."),
        ("country", " ", "This cannot be left empty."),
        ("resource", "uranum", "No resource is called “uranum”. Did you mean Uranium?"),
        ("relation", "digs", "“digs” is none of these: has, produces"),
        ("year", "24", "write it with four digits"),
        ("rank", "first", "no whole number"),
        ("rank", "0", "no whole number"),
        ("partner", "China; Rusia", "No country is called “Rusia”. Did you mean Russia"),
        ("modality", "maybe", "is none of these: done, under way, planned, possible"),
        ("site", "x" * 1001, "longer than 1000 characters"),
    ],
)
def test_what_cannot_be_is_refused_in_a_plain_sentence(name: str, text: str, why: str) -> None:
    told = wrong(claim(URANIUM), **{name: text})
    assert list(told) == [name]
    assert why.casefold() in told[name].casefold()


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert set(wrong(claim(URANIUM), value="lots", year="24", country="Nowhere")) == {"value", "year", "country"}


def test_a_slip_in_a_name_is_no_new_body() -> None:
    about = claim(Relation("CHN", "KAZ", "major investor"))
    assert "Did you mean Kazakhstan?" in wrong(about, b="Kazakstan")["b"]
    assert typed(about, a="Kazakh Invest").content == Relation("Kazakh Invest", "KAZ", "major investor")
    assert "no such day" in wrong(claim(Event("CONSULT", ("JPN",))), date="31 February 2021")["date"]


def test_the_sum_of_a_tie_is_corrected_as_any_figure_is() -> None:
    about = claim(Relation("CHN", "KAZ", "trade", 2024, quantity=Quantity(4.8e9, "USD")))
    mended = typed(about, value="5.5 billion", year="2025").content
    assert mended == Relation("CHN", "KAZ", "trade", 2025, quantity=Quantity(5.5e9, "USD"))
    assert typed(about, value="", unit="").content == Relation("CHN", "KAZ", "trade", 2024)
    assert "needs its unit" in wrong(about, unit="")["unit"]


def test_words_of_a_quote_stand_in_its_sentence() -> None:
    about = claim(Quote("Some Minister", direct=True, words="a sentence"), quote="He said a sentence.")
    assert typed(about, words="said a sentence", direct="reported").content == Quote(
        "Some Minister", words="said a sentence"
    )
    assert wrong(about, words="another")["words"] == "These words do not stand in the sentence."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("21,000", 21_000.0),
        ("21 000.5", 21_000.5),
        ("-3", -3.0),
        ("−3", -3.0),
        ("2.7 million", 2.7e6),
        ("3-5", (3.0, 5.0)),
        ("3 to 5 billion", (3e9, 5e9)),
        ("800,000–1.2 million", (8e5, 1.2e6)),
        ("900 million–1.2 billion", (9e8, 1.2e9)),
    ],
)
def test_numbers_are_understood_as_people_write_them(text: str, value: float) -> None:
    assert Values(CATALOG, PHRASES).understood(FIGURE, text) == value


@pytest.mark.parametrize("value", [0.0, 7.0, 21_112.0, 2.7e6, 3e12, (18_000.0, 18_500.0), (3e9, 5e9), (5e5, 2e6)])
def test_a_value_comes_back_from_how_it_is_shown(value: float) -> None:
    values = Values(CATALOG, PHRASES)
    assert values.understood(FIGURE, values.shown(FIGURE, value)) == value


def test_names_are_offered_where_they_are_known() -> None:
    known = {field.name: FORMS.known(field) for field in fields(Kind.RESOURCE)}
    assert {"Kazakhstan", "Japan", "Central Asia", "Fiji"} <= set(known["country"])
    assert "Uranium" in {name.capitalize() for name in known["resource"]}
    assert {"tonne", "USD"} <= set(known["unit"])
    assert known["value"] == known["site"] == ()
    for kind in Kind:
        for field in fields(kind):
            names = FORMS.known(field) if field.sort not in (Sort.PROPERTY, Sort.PLACES, Sort.PARTIES) else ()
            for name in names[:40]:
                assert not isinstance(Values(CATALOG, PHRASES).understood(field, name), Problem), (field.name, name)


@pytest.mark.parametrize(("written", "kept"), [("No more than", "no more than"), ("at most", "at most"), ("", None)])
def test_how_exactly_a_figure_is_told_is_kept(written: str, kept: str | None) -> None:
    assert typed(replace(claim(URANIUM), certainty="about"), certainty=written).certainty == kept


def test_how_exactly_is_one_of_those_that_figures_are_shown_with() -> None:
    reason = wrong(claim(URANIUM), certainty="no more then")["certainty"]
    assert "“no more than”" in reason
    (field,) = (field for field in fields(claim(URANIUM).kind) if field.name == "certainty")
    plain = claim(replace(URANIUM, rank=None))
    bare = PHRASES.variant(Variant(plain.content, (plain,), 1))
    for word in FORMS.known(field):
        about = replace(plain, certainty=word)
        assert PHRASES.variant(Variant(about.content, (about,), 1)) != bare, word
