"""The language of the program: catalogues, law wordings, numbers and days."""

import gettext
import re
from datetime import date
from pathlib import Path

import pytest

from hsp_calc.rules import RuleTable, Wording
from hsp_calc.text import Language, Translator, UnknownLanguageError, default_language, take_language
from hsp_calc.text.translator import fields_of

JA, EN = Translator.load("ja"), Translator.load("en")


class Told(gettext.NullTranslations):
    """A catalogue that says what the test tells it to."""

    def __init__(self, **messages: str) -> None:
        super().__init__()
        self.messages = messages

    def gettext(self, message: str) -> str:
        return self.messages.get(message.partition(" ")[0], message)


@pytest.mark.parametrize(
    ("yen", "ja", "en"),
    [
        (0, "0円", "¥0"),
        (9_999, "9,999円", "¥9,999"),
        (8_200_000, "820万円", "¥8,200,000"),
        (8_205_000, "820万5,000円", "¥8,205,000"),
        (10_000_000, "1,000万円", "¥10,000,000"),
        (120_000_000, "1億2,000万円", "¥120,000,000"),
    ],
)
def test_yen_is_written_exactly(yen: int, ja: str, en: str) -> None:
    assert (JA.yen(yen), EN.yen(yen)) == (ja, en)


def test_days_are_written_as_people_write_them() -> None:
    assert JA.day(date(2026, 11, 22)) == "2026年11月22日"
    assert EN.day(date(2026, 1, 2)) == "2 January 2026"


@pytest.mark.parametrize(
    ("day", "ja", "en"),
    [
        (date(2026, 11, 22), "令和8年11月22日", "22 November Reiwa 8"),
        (date(2019, 5, 1), "令和元年5月1日", "1 May Reiwa 1"),
        (date(2019, 4, 30), "平成31年4月30日", "30 April Heisei 31"),
        (date(1989, 1, 7), "昭和64年1月7日", "7 January Showa 64"),
        (date(1800, 1, 2), "1800年1月2日", "2 January 1800"),
    ],
)
def test_days_are_written_in_the_era_they_lie_in(day: date, ja: str, en: str) -> None:
    assert (JA.era_day(day), EN.era_day(day)) == (ja, en)


@pytest.mark.parametrize(
    ("years", "ja", "en"),
    [
        (5.5, "5年6か月", "5 years 6 months"),
        (5, "5年", "5 years"),
        (1, "1年", "1 year"),
        (1 / 12, "1か月", "1 month"),
        (0, "0年", "0 years"),
        (1e300, f"{int(1e300)}年", f"{int(1e300)} years"),  # what a file may say, however unlikely
        (59 / 12, "4年11か月", "4 years 11 months"),
    ],
)
def test_lengths_of_time_are_written_in_completed_months(years: float, ja: str, en: str) -> None:
    assert (JA.duration(years), EN.duration(years)) == (ja, en)


def test_one_point_is_no_points() -> None:
    assert [EN.points(count) for count in (0, 1, 85)] == ["0 points", "1 point", "85 points"]
    assert [JA.points(count) for count in (0, 1, 85)] == ["0点", "1点", "85点"]


def test_lists_and_alternatives_read_as_in_the_language() -> None:
    assert EN.listed(["A", "B"]) == "A, B"
    assert JA.listed(["A", "B"]) == "A、B"
    assert EN.alternatives(["A", "B", "C"]) == "A, B or C"
    assert JA.alternatives(["A", "B", "C"]) == "A、B又はC"
    assert JA.alternatives(["A"]) == "A"


def test_the_empty_text_is_not_the_header_of_a_catalogue() -> None:
    assert JA("") == EN("") == ""


@pytest.mark.parametrize("broken", ["「{other}」", "「{name", "「{name.__class__}」", "「」"])
def test_a_translation_with_other_fields_gives_way_to_the_source(broken: str) -> None:
    words = Translator("ja", Told(Open=broken), Told())
    assert words("Open {name}", name="x") == "Open x"


def test_what_a_user_typed_is_never_filled_in() -> None:
    assert EN.quoted("{fact} {0}") == "“{fact} {0}”"


@pytest.mark.parametrize(
    ("message", "fields"),
    [("none", frozenset()), ("{a} {b:>3} {{c}}", frozenset({"a!:", "b!:>3"})), ("{a", None), ("}", None)],
)
def test_the_fields_of_a_message_are_known(message: str, fields: frozenset[str] | None) -> None:
    assert fields_of(message) == fields


def test_the_words_of_the_law_are_its_own(table: RuleTable) -> None:
    assert JA.wording(table.title) == "令和5年4月1日の表"
    assert EN.wording(table.title) == "Table of 1 April 2023"


def test_a_further_language_needs_only_a_catalogue_of_the_law() -> None:
    words = Translator("ko", Told(), Told(Education="학력"))
    assert words.wording(Wording(ja="学歴", en="Education")) == "학력"
    assert words.wording(Wording(ja="年齢", en="Age")) == "Age"
    assert Translator.load("ko")("Yes") == "Yes"
    assert "2026" in Translator.load("xx").day(date(2026, 11, 22))


@pytest.mark.parametrize("name", ["", "../ja", "j", "japanese", "ja/LC_MESSAGES"])
def test_what_names_no_language_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="names no language"):
        Translator.load(name)


def test_words_are_loaded_once() -> None:
    assert Translator.load("ja") is JA


def test_a_language_calls_itself_by_its_own_name() -> None:
    assert [language.own_name for language in Language] == ["日本語", "English"]


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja"}, "ja"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "ja"),
        ({"LANG": "fr_FR"}, "en"),
        ({"LANG": "jam_JM"}, "en"),
    ],
)
def test_the_language_is_that_of_the_system(environ: dict[str, str], language: str) -> None:
    assert default_language(environ) == language


@pytest.mark.parametrize(("known", "language"), [("Japanese_Japan", "ja"), ("ja_JP", "ja"), (None, "en")])
def test_without_variables_the_locale_decides(
    monkeypatch: pytest.MonkeyPatch, known: str | None, language: str
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (known, None))
    assert default_language({}) == language


@pytest.mark.parametrize(
    ("arguments", "language", "rest"),
    [
        (["score", "f"], None, ["score", "f"]),
        (["--lang", "ja", "score"], Language.JA, ["score"]),
        (["score", "f", "--lang=en"], Language.EN, ["score", "f"]),
        (["--lang", "ja", "--lang", "en"], Language.EN, []),
        (["score", "--", "--lang", "ja"], None, ["score", "--", "--lang", "ja"]),
    ],
)
def test_the_language_may_stand_anywhere(arguments: list[str], language: Language | None, rest: list[str]) -> None:
    assert take_language(arguments) == (language, rest)


@pytest.mark.parametrize("arguments", [["--lang"], ["--lang", "fr"], ["--lang="], ["--lang", "JA"]])
def test_a_language_that_is_not_spoken_is_refused(arguments: list[str]) -> None:
    with pytest.raises(UnknownLanguageError):
        take_language(arguments)


def test_no_message_is_translated_while_a_module_is_imported() -> None:
    """A call of ``_`` at the left margin would freeze the language of whoever imports first."""
    package = Path(__file__).parents[2] / "hsp_calc"
    early = re.compile(r"""^[A-Za-z_]+.*\b_\(["']""", re.MULTILINE)
    assert [path.name for path in package.rglob("*.py") if early.search(path.read_text(encoding="utf-8"))] == []
