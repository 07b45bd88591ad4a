"""The summary for a client: one page, whatever stands on it."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsp_calc.casefile import Case
from hsp_calc.documents import Documents, load_documents
from hsp_calc.documents.case_documents import Asked, folder_of
from hsp_calc.documents.procedures import load_procedures
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.locations import resources
from hsp_calc.output import Logo, Office, OfficeProfile, UnprintableTextError, summary_data, summary_page, summary_pdf
from hsp_calc.rules import RuleTable
from hsp_calc.rules.fees import load_fees
from hsp_calc.text import Translator, reason, verdict
from tests.output.conftest import BEST, person, scored
from tests.output.reading import bare
from tests.output.test_office import PROFILE, SVG, picture
from tests.output.test_person_name import OTHER_SCRIPTS, TYPED

ON = date(2026, 11, 22)
LANGUAGES = ("ja", "en")
Summarise = Callable[..., bytes]


@pytest.fixture(scope="module")
def documents() -> Documents:
    return load_documents(resources() / "reference" / "documents.yaml")


@pytest.fixture(scope="module")
def given_for(scorer: Scorer, documents: Documents) -> Callable[..., dict[str, Any]]:
    """What a summary is made from."""
    default = scorer

    def giving(
        case: Case,
        category: Category = Category.TECHNICAL,
        language: str = "ja",
        *,
        target: int | None = None,
        procedure: str | None = None,
        scorer: Scorer | None = None,
        on: date = ON,
        office: Office | None = None,
    ) -> dict[str, Any]:
        scorer = scorer or default
        score = scored(case, category, scorer, on)
        folder = folder_of(
            case,
            score,
            rules=scorer.table.categories[category],
            documents=documents,
            procedures=load_procedures(resources() / "reference" / "procedures.yaml"),
            asked=Asked(target=target, procedure=procedure),
        )
        words = Translator.load(language)
        return {
            "table": scorer.table,
            "score": score,
            "folder": folder,
            "fees": load_fees(resources() / "rules" / "fees.yaml"),
            "words": words,
            "office": office,
            "created": ON,
        }

    return giving


@pytest.fixture(scope="module")
def summarised(given_for: Callable[..., dict[str, Any]]) -> Summarise:
    """Prints summaries."""

    def printing(case: Case, *arguments: Any, **options: Any) -> bytes:
        return summary_pdf(case, **given_for(case, *arguments, **options))

    return printing


def text_of(pdf: bytes) -> str:
    (page,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return bare(page.extract_text())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("category", Category)
def test_it_says_all_there_is_to_say(
    category: Category, language: str, sample: Case, scorer: Scorer, summarised: Summarise
) -> None:
    words, rules = Translator.load(language), scorer.table.categories[category]
    score = scored(sample, category, scorer, ON)
    said = text_of(summarised(sample, category, language))
    assert "TANWEILING" in said
    assert bare(words.day(ON)) in said
    for line in score.counted:
        assert bare(words.wording(rules.criteria[line.criterion])) in said
    for sentence in verdict(score, rules, words):
        assert bare(sentence) in said
    for line in score.lines:
        assert bare(reason(line, rules, words) or "") in said
    assert "hsp-2023-04-01" in said
    assert ("法的助言ではありません" if language == "ja" else "notlegaladvice") in said
    assert ("出入国在留管理庁" if language == "ja" else "ImmigrationServicesAgency") in said


def test_it_names_the_documents_to_fetch(sample: Case, summarised: Summarise) -> None:
    said = text_of(summarised(sample, language="en"))
    assert "Graduationcertificateoftheeducationclaimed" in said
    assert "Certificatethatthedegreewasawarded" in said
    fewest = text_of(summarised(sample, language="en", target=70))
    assert "Thefewestdocumentsthatprove70points" in fewest
    assert len(fewest) < len(said)
    assert "cannotbereached" in text_of(summarised(person(age=40), language="en", target=80))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("category", Category)
@pytest.mark.parametrize("name", ["", "寿限無" * 60, "x" * 400])
def test_it_is_one_page_with_everything_on_it(
    name: str, category: Category, language: str, summarised: Summarise
) -> None:
    fields = dict.fromkeys(("name", "scrivener", "address", "telephone", "registration_number"), "長い" * 100)
    office = Office(OfficeProfile(**fields), Logo.drawn(SVG)) if name else None
    said = text_of(summarised(person(name, **BEST), category, language, office=office))
    assert ("220" if category is not Category.TECHNICAL else "235") in said
    assert "㉑" in said or category is Category.ACADEMIC


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_with_nothing_on_it(language: str, summarised: Summarise) -> None:
    assert text_of(summarised(person(), Category.MANAGEMENT, language))


def test_the_caution_of_a_table_stands_on_it(scorer_2015: Scorer, sample: Case, summarised: Summarise) -> None:
    said = text_of(summarised(sample, language="en", scorer=scorer_2015, on=date(2016, 1, 1)))
    assert "Thistablewasmadefromtheministerialorderasitstoodthen" in said


def test_a_day_to_come_is_pointed_out(sample: Case, summarised: Summarise) -> None:
    assert "isinthefuture" in text_of(summarised(sample, language="en", on=date(2027, 1, 1)))


@pytest.mark.parametrize("name", TYPED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_print_as_typed(name: str, language: str, summarised: Summarise) -> None:
    office = Office(PROFILE.model_copy(update={"name": f"{name} office"}))
    said = text_of(summarised(person(name), language=language, office=office))
    assert said.count(bare(name)) >= 2


@pytest.mark.parametrize("name", OTHER_SCRIPTS)
def test_a_name_of_another_script_prints(name: str, summarised: Summarise) -> None:
    assert summarised(person(name), office=Office(PROFILE.model_copy(update={"scrivener": name})))


def test_characters_that_no_font_has_are_named(summarised: Summarise) -> None:
    with pytest.raises(UnprintableTextError) as refused:
        summarised(person("李😀"), office=Office(OfficeProfile(name="🎌")))
    assert refused.value.text == "😀🎌"


def test_the_office_stands_on_it_when_there_is_one(sample: Case, summarised: Summarise) -> None:
    said = text_of(summarised(sample, office=Office(PROFILE, Logo.drawn(picture("JPEG")))))
    for value in PROFILE.model_dump(exclude={"format", "version", "logo"}).values():
        assert bare(value) in said
    assert "登録番号" not in text_of(summarised(sample))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_for_the_archive_and_for_everyone(language: str, sample: Case, summarised: Summarise) -> None:
    pdf = summarised(sample, language=language, office=Office(PROFILE, Logo.drawn(picture("PNG"))))
    assert pdf == summarised(sample, language=language, office=Office(PROFILE, Logo.drawn(picture("PNG"))))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        metadata = opened.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang)[:2] == language
        assert str(opened.docinfo["/Title"]) == Translator.load(language)("Points summary")
        assert "TAN" not in str(opened.docinfo)
        kinds = {str(item.get("/S")) for item in opened.objects if isinstance(item, pikepdf.Dictionary)}
        assert {"/H1", "/Table", "/TH", "/Figure"} <= kinds
        for item in opened.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/DescendantFonts" in item:
                assert str(item.BaseFont)[7] == "+"
                assert "/ToUnicode" in item


def test_the_preview_is_the_same_page(sample: Case, given_for: Callable[..., dict[str, Any]]) -> None:
    made_from = given_for(sample)
    assert summary_page(sample, **made_from)[:4] == b"<svg"
    shown = summary_page(sample, output="png", ppi=36, **made_from)
    assert (int.from_bytes(shown[16:20]), int.from_bytes(shown[20:24])) == (298, 421)


def test_the_gauge_reaches_as_far_as_the_total_can(given_for: Callable[..., dict[str, Any]]) -> None:
    nothing, best = person(), person(**BEST)
    gauge: Any = summary_data(nothing, **given_for(nothing, Category.MANAGEMENT))["gauge"]
    assert (gauge["total"], gauge["at_most"], gauge["scale"]) == (0, 220, 220)
    assert gauge["marks"] == [{"points": 70, "reached": False}, {"points": 80, "reached": False}]
    gauge = summary_data(best, **given_for(best))["gauge"]
    assert (gauge["total"], gauge["scale"]) == (235, 240)


def test_a_score_of_another_table_is_refused(
    sample: Case, table_2015: RuleTable, given_for: Callable[..., dict[str, Any]]
) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        summary_pdf(sample, **{**given_for(sample), "table": table_2015})


@settings(max_examples=15)
@given(name=st.text(alphabet='\\"#$[]{}()<>@*_`=~/\n\r\t ux0{寿', max_size=300))
def test_no_text_disturbs_the_template_or_adds_a_page(name: str, summarised: Summarise) -> None:
    office = Office(OfficeProfile(name=name[:200], address=name[:200]))
    assert text_of(summarised(person(name, **BEST), office=office))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_route_of_a_designated_university_is_named_that_nobody_named(summarised: Summarise, language: str) -> None:
    said = text_of(summarised(person(designated_university=True), language=language))
    assert bare({"ja": "対象大学", "en": "Graduate of a designated university"}[language]) in said
    assert not any(route in said for route in "ⅠⅡⅢ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_name_stands_on_it_whole(summarised: Summarise, language: str) -> None:
    name = "WICKRAMASINGHE ARACHCHIGE DON PRADEEP NISHANTHA KUMARA"
    name_ja = "ウィクラマシンハ・アーラッチゲ・ドン・プラディープ・ニシャンタ・クマーラ"
    said = text_of(summarised(person(name, name_ja, **BEST), language=language, office=Office(PROFILE)))
    assert bare(name) in said
    assert bare(name_ja) in said


def test_a_scenario_says_so(given_for: Callable[..., dict[str, Any]], sample: Case) -> None:
    pdf = summary_pdf(sample, **given_for(sample, language="en"), what_if="9M")
    assert bare("What-if “9M”") in text_of(pdf)
