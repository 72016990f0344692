"""Every language says what English says: the same templates with the same fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from models.catalog import Catalog
from models.phrases import Phrases
from models.phrases.templates import load
from models.reading.grammar.rules import load_rules
from models.reading.reader import RULES
from models.records import (
    Commitment,
    Content,
    Event,
    Kind,
    Money,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
)
from models.statements import group
from tests.models.making import uranium

OWN = (
    *("money.symbols", "money.names", "with_article", "called", "phrases", "digests"),
    *("resource.named", "resource.genitive", "whose"),
)
"""What each language fills in its own way."""
FIELD = re.compile(r"\{(\w+)\}")


def _templates(table: dict[str, Any], under: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        name = f"{under}.{key}".lstrip(".")
        if name not in OWN:
            if isinstance(value, dict):
                yield from _templates(value, name)
            else:
                yield name, value


def _fields(value: object) -> set[str]:
    forms = value if isinstance(value, list) else [value]
    return {field for form in forms if isinstance(form, str) for field in FIELD.findall(form)}


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "resources" / "phrases"


@pytest.fixture(params=["ja", "ru"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_language_has_the_templates_of_english(folder: Path, language: str) -> None:
    english, other = dict(_templates(load(folder))), dict(_templates(load(folder, language)))
    assert sorted(other) == sorted(english)


def test_a_template_names_no_field_that_english_lacks(folder: Path, language: str) -> None:
    english, other = dict(_templates(load(folder))), dict(_templates(load(folder, language)))
    wrong = {name: _fields(value) - _fields(english[name]) for name, value in other.items()}
    assert not {name: fields for name, fields in wrong.items() if fields}


CONTENTS: tuple[tuple[Content, str, str], ...] = (
    (
        Profile("KAZ", "population", 20_500_000.0, "people", "2026-01"),
        "カザフスタン：人口 2,050万（2026年1月）",
        "Казахстан: население — 20,5 млн (январь 2026 г.)",
    ),
    (
        Profile("KAZ", "official-name", "Republic of Kazakhstan"),
        "カザフスタン：正式名称 カザフスタン共和国",
        "Казахстан: официальное название — Республика Казахстан",
    ),
    (
        Profile("TKM", "median-age", 31.6, "year", "2025"),
        "トルクメニスタン：年齢の中央値 31.6歳（2025年）",
        "Туркменистан: медианный возраст — 31,6 года (2025 г.)",
    ),
    (Profile("TKM", "main-exports", "cotton+gold"), "トルクメニスタン：主な輸出品の一部 綿花、金", ""),
    (
        Profile("KAZ", "main-exports", "copper+radioactive materials"),
        "カザフスタン：主な輸出品の一部 銅、放射性物質",
        "Казахстан: среди основных статей экспорта — медь и радиоактивные материалы",
    ),
    (
        Profile("KAZ", "main-exports", "copper+glass beads"),
        "カザフスタン：主な輸出品の一部 銅、「glass beads」",
        "Казахстан: среди основных статей экспорта — медь и «glass beads»",
    ),
    (
        Resource("KAZ", "uranium", "produces", quantity=Quantity(23_270.0, "tonne"), year=2024),
        "カザフスタン：ウランの生産 23,270トン（2024年）",
        "Казахстан: производство урана, 23\u00a0270 т, 2024 г.",
    ),
    (
        Commitment(("JPN",), ("C5",), Money(3e12, "JPY"), 5, ""),
        "日本 → 中央アジア：3兆円（5年間）",
        "Япония → Центральная Азия: 3 трлн иен, срок 5 лет",
    ),
    (
        RouteFact("cku-railway", "length", Quantity(486.0, "km")),
        "中国・キルギス・ウズベキスタン鉄道：全長 486 km",
        "",
    ),
    (Relation("KAZ", "CHN", "shares border"), "カザフスタンは中国と国境を接する", "Казахстан — Китай: общая граница"),
    (
        Relation("CHN", "KAZ", "trade", 2024, quantity=Quantity(4.8e9, "USD", "wheat, first half")),
        "中国とカザフスタン：貿易額 48億米ドル（小麦、上半期）（2024年）",
        "Китай — Казахстан: объём торговли 4,8 млрд долл. США (пшеница, первое полугодие), 2024 г.",
    ),
    (
        Relation("UZB", "KAZ", "trade", quantity=Quantity(4.8e9, "USD", "agricultural, January-June")),
        "カザフスタンとウズベキスタン：貿易額 48億米ドル（農産物、1月–6月）",
        "Казахстан — Узбекистан: объём торговли 4,8 млрд долл. США (сельхозпродукция, январь–июнь)",
    ),
    (
        Relation("UZB", "KAZ", "exports", quantity=Quantity(1e9, "USD")),
        "ウズベキスタンからカザフスタンへの輸出は10億米ドル",
        "Узбекистан — экспорт на 1 млрд долл. США: Казахстан",
    ),
    (
        Relation("CHN", "KAZ", "change in trade", quantity=Quantity(2e8, "USD")),
        "中国とカザフスタン：貿易額が2億米ドル変化",
        "Китай — Казахстан: изменение торговли 200 млн долл. США",
    ),
    (
        Relation("CHN", "KAZ", "joint ventures", quantity=Quantity(2e8, "USD")),
        "",
        "Китай — Казахстан: joint ventures, 200 млн долл. США",
    ),
    (
        Relation("UZB", "Eurasian Economic Union", "observer"),
        "ウズベキスタンはユーラシア経済同盟のオブザーバー",
        "Узбекистан — наблюдатель (где: Евразийский экономический союз)",
    ),
    (
        Resource("UZB", "gold", "produces", quantity=Quantity(83.0, "tonne"), site="Muruntau"),
        "",
        "Узбекистан: производство золота, 83 т, Мурунтау",
    ),
    (
        Event("CONSULT", ("JPN",), ("KAZ",), None, "2025-12-20", "Tokyo", ""),
        "",
        "Встреча: Япония и Казахстан (Токио), 20 декабря 2025 г.",
    ),
)


@pytest.mark.parametrize(("content", "japanese", "russian"), CONTENTS, ids=[type(row[0]).__name__ for row in CONTENTS])
def test_what_is_said(catalog: Catalog, content: Content, japanese: str, russian: str) -> None:
    for language, said in (("ja", japanese), ("ru", russian)):
        if said:
            assert Phrases(catalog, language).content(content) == said


def test_places_have_their_names_in_every_language(catalog: Catalog) -> None:
    names = ("Tashkent", "Berlin", "Tengiz (expansion)", "Nowhere (first half)")
    told = {lang: [Phrases(catalog, lang).plain_name(name) for name in names] for lang in ("en", "ja", "ru")}
    assert told["en"] == list(names)
    assert told["ja"] == ["タシケント", "ベルリン", "テンギス油田（拡張）", "Nowhere（上半期）"]
    assert told["ru"] == ["Ташкент", "Берлин", "Тенгиз (расширение)", "Nowhere (первое полугодие)"]


def test_a_hedge_stands_at_the_amount_in_every_language(catalog: Catalog) -> None:
    (statement,) = group([structs.replace(uranium("a", tonnes=21_112, year=2023), certainty="about")], catalog)
    said = {language: Phrases(catalog, language).variant(statement.variants[0]) for language in ("en", "ja", "ru")}
    assert said == {
        "en": "Kazakhstan produces about 21,112 tonnes of uranium in 2023",
        "ja": "カザフスタン：ウランの生産 約21,112トン（2023年）",
        "ru": "Казахстан: производство урана, около 21\u00a0112 т, 2023 г.",
    }


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_every_relation_that_a_rule_gives_has_words(folder: Path, language: str) -> None:
    given = (rule.gives.get("relation", "") for rule in load_rules([RULES])[0] if rule.kind is Kind.RELATION)
    plain = {relation for relation in given if relation and "{" not in relation}
    assert plain - load(folder, language)["relation"].keys() == set()


@pytest.mark.parametrize("language", ["ja", "ru"])
def test_every_kind_and_state_of_a_route_has_words(catalog: Catalog, language: str) -> None:
    phrases = Phrases(catalog, language)
    told = {word for route in catalog.routes.values() for word in (route.kind, route.status) if word}
    assert {word for word in told if re.search("[a-z]", phrases.called(word))} == set()


def test_parts_of_a_year_and_of_the_world_have_words(catalog: Catalog) -> None:
    output = Resource("KAZ", "uranium", "produces", quantity=Quantity(12_242.0, "tonne", "first half"), year=2025)
    assert "первое полугодие" in Phrases(catalog, "ru").content(output)
    assert "アジア" in Phrases(catalog, "ja").content(RouteFact("middle-corridor", "connects", ("Asia", "EUU")))


@pytest.mark.parametrize(
    ("words", "english", "japanese", "russian"),
    [
        ("Kazakh transport ministry", "", "カザフスタンの運輸省", "министерство транспорта Казахстана"),
        ("president of Uzbekistan", "", "ウズベキスタンの大統領", "президент Узбекистана"),
        ("many other reports", "", "他の多くの報道", "многие другие сообщения"),
        (
            "trade of 106.3 billion US dollars",
            "trade of US$106.3 billion",
            "貿易額 1,063億米ドル",
            "торговля объёмом 106,3 млрд долл. США",
        ),
        (
            "adopted an action plan for 2025 to 2027",
            "",
            "2025～2027年の行動計画を採択した",
            "принят план действий на 2025–2027 годы",
        ),
        ("adopted the Tokyo Declaration", "", "東京宣言を採択した", "принята Токийская декларация"),
        ("lithium in Kazakhstan", "", "カザフスタンのリチウム", "литий (Казахстан)"),
        ("21 percent", "21%", "21%", "21 %"),
        ("1.3 billion cubic metres", "", "13億立方メートル", "1,3 млрд м³"),
        (
            "agreed to buy aircraft of Some Maker for 7 billion US dollars",
            "agreed to buy aircraft of Some Maker for US$7 billion",
            "Some Makerの航空機を70億米ドルで購入することで合意した",
            "договорились о покупке самолётов у компании Some Maker на 7 млрд долл. США",
        ),
        ("trade of US$2.5 billion", "", "貿易額 25億米ドル", "торговля объёмом 2,5 млрд долл. США"),
        (
            "agreed to buy goods of Some Maker for €300 million",
            "",
            "Some Makerの製品を3億ユーロで購入することで合意した",
            "договорились о покупке товаров у компании Some Maker на 300 млн евро",
        ),
        ("a company", "", "企業", "компания"),
    ],
)
def test_usual_words_of_sources_are_told_in_the_language(
    catalog: Catalog, words: str, english: str, japanese: str, russian: str
) -> None:
    told = [Phrases(catalog, lang).rendered(words) for lang in ("en", "ja", "ru")]
    assert told == [english or words, japanese, russian]


def test_a_share_of_exports_tells_what_it_is_a_share_of_in_every_language(catalog: Catalog) -> None:
    share = Quantity(49, "percent", "exports")
    sent = Resource("KAZ", "uranium", "exports", quantity=share, year=2023, partner=("CHN",))
    assert {lang: Phrases(catalog, lang).content(sent) for lang in ("en", "ja", "ru")} == {
        "en": "Kazakhstan sends 49% of its uranium exports to China in 2023",
        "ja": "カザフスタン：ウラン輸出の49%（中国向け）（2023年）",
        "ru": "Казахстан: экспорт урана, 49 % его объёма (куда: Китай), 2023 г.",
    }
    assert Phrases(catalog, "ru").cell(sent, [uranium("a")]) == "Экспорт урана, 49 % его объёма (куда: Китай), 2023 г."


@pytest.mark.parametrize("words", ["Kazakh lawyer", "signed a treaty on whales", "trade of 5 sheep", "met"])
def test_words_that_are_not_all_listed_stay_as_they_are(catalog: Catalog, words: str) -> None:
    assert {Phrases(catalog, lang).rendered(words) for lang in ("en", "ja", "ru")} == {words}


def test_a_name_keeps_its_capital_where_words_have_no_small_letters(catalog: Catalog) -> None:
    assert Phrases(catalog, "ja").inside("Kambarata-1の建設費") == "Kambarata-1の建設費"


def test_what_is_told_of_an_event_is_put_into_words_once(catalog: Catalog) -> None:
    content = Event("AGREE", ("JPN",), ("KAZ",), None, "2025-12-20", None, "adopted an action plan")
    (statement,) = group([structs.replace(uranium("a"), content=content)], catalog)
    told = {lang: Phrases(catalog, lang).undated(statement) for lang in ("en", "ja", "ru")}
    assert told == {
        "en": "Agreement: Japan and Kazakhstan – adopted an action plan",
        "ja": "合意：日本、カザフスタン – 行動計画を採択した",
        "ru": "Соглашение: Япония и Казахстан – принят план действий",
    }


def test_words_that_stay_in_the_language_of_their_source_are_quoted(catalog: Catalog) -> None:
    words = "agreed to restore a mural of a poet in a town"
    phrases = {lang: Phrases(catalog, lang) for lang in ("en", "ja", "ru")}
    assert [phrases[lang].quoted(words) for lang in phrases] == [words, f"「{words}」", f"«{words}»"]
    known = "adopted an action plan"
    assert [phrases[lang].quoted(known) for lang in phrases] == [known, "行動計画を採択した", "принят план действий"]
    assert [phrases[lang].quoted("") for lang in phrases] == ["", "", ""]
    said = Quote("ministry", words="The ministry said that trains would run.")
    assert [phrases[lang].content(said) for lang in phrases] == [said.words, f"「{said.words}」", f"«{said.words}»"]


@pytest.mark.parametrize(
    ("language", "body", "called"),
    [
        ("ja", "Global Energy Monitor", "グローバル・エネルギー・モニター"),
        ("ja", "International Energy Agency", "国際エネルギー機関"),
        ("ru", "IEA", "Международное энергетическое агентство"),
        ("ru", "Energy Institute", "Energy Institute"),
        ("en", "IEA", "IEA"),
    ],
)
def test_bodies_that_works_go_back_to_are_named_in_the_language(
    catalog: Catalog, language: str, body: str, called: str
) -> None:
    assert Phrases(catalog, language).rendered(body) == called


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "Turkmenistan has resources of 27 tonnes of natural gas at Galkynysh and the two fields beside it together",
        ),
        ("ja", "ガルキニシュと隣接する2つのガス田の合計"),
        ("ru", "Галкыныш вместе с двумя соседними месторождениями"),
    ],
)
def test_a_figure_of_a_field_and_those_beside_it_is_told_as_one_of_all_of_them(
    catalog: Catalog, language: str, told: str
) -> None:
    site = "Galkynysh and the two fields beside it"
    goods = Resource("TKM", "natural gas", "resources", quantity=Quantity(27.0, "tonne"), site=site)
    assert told in Phrases(catalog, language).content(goods)
