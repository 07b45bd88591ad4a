"""The checklist for a client: everything on it, on as many pages as it takes."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pikepdf
import pypdf
import pytest

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import KeptChecklist, SavedDocuments, State
from hsp_calc.documents import load_documents
from hsp_calc.documents.case_documents import Asked, folder_of
from hsp_calc.documents.procedures import load_procedures
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.locations import resources
from hsp_calc.output import Logo, Office, UnprintableTextError, checklist_pages, checklist_pdf
from hsp_calc.rules.fees import load_fees
from hsp_calc.text import Translator
from hsp_calc.text.documents_table import FolderOf
from hsp_calc.text.documents_text import paper_words, warning_lines
from tests.output.conftest import BEST, person, scored
from tests.output.reading import bare, structure
from tests.output.test_office import PROFILE, picture

ON, APPLY_ON = date(2026, 11, 22), date(2027, 2, 1)
LANGUAGES = ("ja", "en")
WORK = (
    "②/高度専門職外国人として従事しようとする業務に従事した期間及び業務の内容を明らかにする資料"
    "（所属していた機関作成のもの）"
)
Make = Callable[..., FolderOf]


@pytest.fixture(scope="module")
def make(scorer: Scorer) -> Make:
    """The folder of a case."""

    def making(case: Case, category: Category = Category.TECHNICAL, **asked: Any) -> FolderOf:
        score = scored(case, category, scorer, ON)
        procedures = load_procedures(resources() / "reference" / "procedures.yaml")
        folder = folder_of(
            case,
            score,
            rules=scorer.table.categories[category],
            documents=load_documents(resources() / "reference" / "documents.yaml"),
            procedures=procedures,
            asked=Asked(**{"procedure": "change_of_status", "apply_on": APPLY_ON, **asked}),
        )
        return FolderOf(folder, score, scorer.table, procedures, load_fees(resources() / "rules" / "fees.yaml"))

    return making


@pytest.fixture
def kept(sample: Case) -> Case:
    """A case with a certificate that grows too old, and a remark."""
    states = {
        WORK: SavedDocuments(
            state=State.AT_HAND, on=date(2026, 11, 1), issued_on=date(2026, 10, 20), issued_in_japan=True
        ),
        "photo": SavedDocuments(state=State.ASKED_FOR, remark="駅前の写真店 #[x] $y$"),
    }
    return sample.with_section(KeptChecklist(papers=states))


def text_of(pdf: bytes) -> str:
    return bare("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_all_there_is_to_say(make: Make, kept: Case, language: str) -> None:
    made, words = make(kept, employer_category=3), Translator.load(language)
    said = text_of(checklist_pdf(kept, made, words=words, memos=True, created=ON))
    for paper in made.folder.papers:
        texts = paper_words(paper, made.folder, made.procedures, words)
        for text in (texts.name, texts.where, texts.days, texts.warning, texts.translation, texts.state):
            assert bare(text) in said
    assert bare("駅前の写真店 #[x] $y$") in said
    for line in warning_lines(made.folder, words):
        assert bare(line) in said
    assert bare(words.wording(made.procedures.caution)) in said
    assert bare(words.day(APPLY_ON)) in said
    assert "TANWEILING" in said
    assert ("法的助言ではありません" if language == "ja" else "notlegaladvice") in said
    assert ("行政書士事務所等" if language == "ja" else "Administrativescriveners") in said


def test_the_user_s_memos_are_not_the_client_s(make: Make, kept: Case) -> None:
    pdf = checklist_pdf(kept, make(kept), words=Translator.load("ja"), created=ON)
    assert "駅前" not in text_of(pdf)


LONG = "WICKRAMASINGHE ARACHCHIGE DON PRADEEP NISHANTHA KUMARA"
LONG_JA = "ウィクラマシンハ・アーラッチゲ・ドン・プラディープ・ニシャンタ・クマーラ"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_name_stands_on_it_whole(make: Make, language: str) -> None:
    case, office = person(LONG, LONG_JA, degrees=["master"]), Office(PROFILE)
    said = text_of(checklist_pdf(case, make(case), words=Translator.load(language), office=office, created=ON))
    assert bare(LONG) in said
    assert bare(LONG_JA) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scenario_says_so_on_every_page(make: Make, sample: Case, language: str) -> None:
    pdf = checklist_pdf(sample, make(sample), words=Translator.load(language), what_if="年収1000万円", created=ON)
    pages = [bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) > 1
    assert all("年収1000万円" in page for page in pages)


def test_what_is_at_hand_is_ticked(make: Make, kept: Case) -> None:
    document = structure(checklist_pdf(kept, make(kept), words=Translator.load("ja"), created=ON))
    assert sum(document.ticks) == 1
    assert len(document.ticks) == sum(paper.state is not State.NOT_NEEDED for paper in make(kept).folder.papers)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("category", Category)
def test_everything_there_can_be_goes_on_its_pages(make: Make, category: Category, language: str) -> None:
    case = person("寿限無" * 60, **BEST)
    pdf = checklist_pdf(case, make(case, category), words=Translator.load(language), created=ON)
    pages = len(pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert f"{pages}/{pages}" in text_of(pdf)


@pytest.mark.parametrize("procedure", ["permanent_residence_70", "j_skip"])
def test_each_procedure_has_its_papers(make: Make, sample: Case, procedure: str) -> None:
    made = make(sample, procedure=procedure)
    said = text_of(checklist_pdf(sample, made, words=Translator.load("ja"), created=ON))
    for paper in made.folder.papers:
        assert bare(paper.text.ja) in said


def test_the_office_stands_on_it(make: Make, sample: Case) -> None:
    office = Office(PROFILE, Logo.drawn(picture("PNG")))
    said = text_of(checklist_pdf(sample, make(sample), words=Translator.load("ja"), office=office, created=ON))
    assert bare(PROFILE.name) in said


def test_characters_that_no_font_has_are_named(make: Make, sample: Case) -> None:
    case = sample.with_section(KeptChecklist(papers={"photo": SavedDocuments(remark="😀")}))
    with pytest.raises(UnprintableTextError) as refused:
        checklist_pdf(case, make(case), words=Translator.load("en"), memos=True, created=ON)
    assert refused.value.text == "😀"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_for_the_archive_and_for_everyone(make: Make, kept: Case, language: str) -> None:
    words = Translator.load(language)
    pdf = checklist_pdf(kept, make(kept), words=words, created=ON)
    assert pdf == checklist_pdf(kept, make(kept), words=words, created=ON)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        metadata = opened.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")
        assert str(opened.docinfo["/Title"]) == words("Document checklist")
        assert "TAN" not in str(opened.docinfo)


def test_the_pages_can_be_drawn(make: Make, kept: Case) -> None:
    made, words = make(kept), Translator.load("en")
    pages = checklist_pages(kept, made, words=words, created=ON)
    printed = pypdf.PdfReader(io.BytesIO(checklist_pdf(kept, made, words=words, created=ON)))
    assert len(pages) == len(printed.pages)
    assert all(page.startswith(b"<svg") for page in pages)
