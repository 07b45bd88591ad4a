"""The papers of the status guide, read back: what they say, their sources, and how many pages they take."""

import io
from collections.abc import Callable
from datetime import date

import pypdf
import pytest

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import SavedShifts
from hsp_calc.facts import Category
from hsp_calc.guide.contents import Guide, load_guide
from hsp_calc.locations import resources
from hsp_calc.output import Office, OfficeProfile
from hsp_calc.output.guide_pdf import GuidePaper, PaperSubject, answered_papers, employer_pdf, guide_pdf
from hsp_calc.rules import Sources, load_sources
from hsp_calc.text import Translator
from tests.output.conftest import person
from tests.output.reading import bare

ON = date(2026, 11, 22)
LANGUAGES = ("ja", "en")
MARKUP = "Tan #emph[x] $1$ *b*"
WEEK = [(f"2026-11-0{day}", "9:00", "16:00", "#strong[A]") for day in range(2, 7)]
"""35 hours."""


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(resources() / "reference" / "guide")


@pytest.fixture(scope="module")
def sources() -> Sources:
    return load_sources(resources() / "rules" / "sources.yaml")


Printed = Callable[[Case, GuidePaper, str], list[str]]


@pytest.fixture(scope="module")
def printed(guide: Guide, sources: Sources) -> Printed:
    """The texts of the pages of a paper."""

    def printing(case: Case, paper: GuidePaper, language: str) -> list[str]:
        facts = case.profile().facts_on(ON)
        asked = PaperSubject(case, facts, Category.TECHNICAL, guide, sources, Translator.load(language), ON)
        return texts_of(guide_pdf([paper], asked))

    return printing


def texts_of(pdf: bytes) -> list[str]:
    return [bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", "Minato #strong[Office]"], ids=["plain", "office"])
def test_the_employers_page_is_one_page_with_both_penalties_and_the_notice(
    guide: Guide, sources: Sources, language: str, name: str
) -> None:
    words = Translator.load(language)
    office = Office(OfficeProfile(name=name)) if name else None
    (text,) = texts_of(employer_pdf(guide=guide, sources=sources, words=words, office=office, created=ON))
    for penalty in guide.employer.penalties:
        assert bare(words.wording(penalty)) in text
    for section in guide.employer.sections.values():
        for said in section.statements.values():
            assert bare(words.wording(said)) in text
    assert bare(words.wording(guide.employer.notice)) in text
    assert bare(words.day(guide.employer.checked_on)) in text
    assert bare(name) in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", GuidePaper)
def test_every_page_has_its_notice_and_the_day_it_was_checked_and_no_name_is_markup(
    printed: Printed, guide: Guide, paper: GuidePaper, language: str
) -> None:
    words = Translator.load(language)
    page = getattr(guide, paper.value)
    texts = printed(person(MARKUP), paper, language)
    assert bare(MARKUP) in texts[0]
    for text in texts:
        assert bare(words.wording(page.notice)) in text
        assert bare(words.day(page.checked_on)) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hours_are_told_with_their_days(printed: Printed, language: str) -> None:
    case = person("Tan").with_section(SavedShifts.typed(WEEK, []))
    (text,) = printed(case, GuidePaper.HOURS, language)
    assert text.count("7:00") == len(WEEK)
    assert "35.00" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_hours_with_a_row_that_cannot_be_read_have_no_verdict(printed: Printed, language: str) -> None:
    case = person("Tan").with_section(SavedShifts.typed([*WEEK, ("2026-11-31", "9:00", "10:00", "")], []))
    (text,) = printed(case, GuidePaper.HOURS, language)
    assert "35.00" not in text
    none_yet = {"ja": f"勤務の{len(WEEK) + 1}行目を直すまで", "en": f"cannot be checked until row {len(WEEK) + 1}"}
    assert bare(none_yet[language]) in text


def test_pages_to_choose_from_are_those_with_answers() -> None:
    assert answered_papers(Case()) == (GuidePaper.BENEFITS, GuidePaper.EMPLOYER)
    assert GuidePaper.HOURS in answered_papers(Case().with_section(SavedShifts.typed(WEEK, [])))
