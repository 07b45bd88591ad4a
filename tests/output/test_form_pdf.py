"""The quality of the file, seen with other people's tools."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pikepdf
import pypdf
import pytest

from hsp_calc.casefile import Case
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.output import form_pages, form_pdf
from hsp_calc.rules import RuleTable
from hsp_calc.text import FormLanguage
from tests.output.conftest import Print, person, scored
from tests.output.reading import structure


@pytest.fixture(scope="module", params=[(c, str(language)) for c in Category for language in FormLanguage], ids=str)
def printed_file(request: pytest.FixtureRequest, sample: Case, printed: Print) -> Iterator[pikepdf.Pdf]:
    category, language = request.param
    with pikepdf.open(io.BytesIO(printed(sample, category, language))) as pdf:
        yield pdf


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]


def test_the_file_is_sound(printed_file: pikepdf.Pdf) -> None:
    assert printed_file.check_pdf_syntax() == []
    assert not printed_file.is_encrypted


def test_the_file_says_that_it_is_for_the_archive_and_for_everyone(printed_file: pikepdf.Pdf) -> None:
    metadata = printed_file.open_metadata()
    assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")


def test_the_file_has_what_an_archive_asks_for(printed_file: pikepdf.Pdf) -> None:
    root = printed_file.Root
    intents = [intent for intent in root.OutputIntents if intent.S == "/GTS_PDFA1"]
    assert len(intents) == 1
    assert "/DestOutputProfile" in intents[0]
    assert "/ID" in printed_file.trailer
    assert not {"/AcroForm", "/OpenAction", "/AA"} & set(root.keys())
    assert "/JavaScript" not in root.get("/Names", {})
    for item in printed_file.objects:
        if isinstance(item, pikepdf.Stream):
            assert item.get("/Filter") != "/LZWDecode"


def test_the_file_is_tagged_and_names_its_title_and_language(printed_file: pikepdf.Pdf) -> None:
    root = printed_file.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang)[:2] in {"ja", "en"}
    title = str(printed_file.docinfo["/Title"])
    assert title.startswith("高度専門職ポイント計算表") if str(root.Lang)[:2] == "ja" else title.startswith("Point ")
    assert root.ViewerPreferences.DisplayDocTitle
    assert all("/StructParents" in page for page in printed_file.pages)


def test_every_font_is_embedded_and_subset(printed_file: pikepdf.Pdf) -> None:
    assert fonts(printed_file)
    for font in fonts(printed_file):
        assert str(font.BaseFont)[7] == "+"
        assert str(font.BaseFont)[8:].startswith(("BIZUDPGothic", "NotoSans"))
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        assert "/ToUnicode" in font


def test_every_picture_is_described(printed_file: pikepdf.Pdf) -> None:
    elements = [item for item in printed_file.objects if isinstance(item, pikepdf.Dictionary)]
    figures = [element for element in elements if str(element.get("/S")) == "/Figure"]
    assert figures
    assert all(str(figure.Alt) for figure in figures)


@pytest.mark.parametrize(("language", "locale"), [("ja", "ja-JP"), ("bilingual", "ja-JP"), ("en", "en-GB")])
def test_the_language_is_that_of_the_form(language: str, locale: str, sample: Case, printed: Print) -> None:
    reader = pypdf.PdfReader(io.BytesIO(printed(sample, language=language)))
    assert str(reader.root_object["/Lang"]) == locale


def test_the_head_of_the_table_is_marked_as_such(sample: Case, printed: Print) -> None:
    heads = [cell.text for cell in structure(printed(sample)).all("TH")]
    assert heads[:4] == ["項目", "基準", "チェック", "点数"]


@pytest.mark.parametrize("language", FormLanguage)
def test_the_same_input_gives_the_same_bytes(language: str, sample: Case, printed: Print) -> None:
    assert printed(sample, language=language) == printed(sample, language=language)


def test_the_file_bears_the_day_it_was_made(sample: Case, table: RuleTable, scorer: Scorer) -> None:
    on, created = date(2026, 11, 22), date(2026, 12, 24)
    score = scored(sample, Category.TECHNICAL, scorer, on)
    pdf = form_pdf(sample, Category.TECHNICAL, on, table=table, score=score, created=created)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20261224")


def test_the_applicants_name_is_not_in_the_properties(printed: Print) -> None:
    reader = pypdf.PdfReader(io.BytesIO(printed(person("Somebody"))))
    assert "Somebody" not in str(reader.metadata)
    assert reader.xmp_metadata is not None
    assert "Somebody" not in reader.xmp_metadata.stream.get_data().decode()


def test_the_preview_is_the_form_page_by_page(sample: Case, table: RuleTable, scorer: Scorer) -> None:
    on = date(2026, 11, 22)
    score = scored(sample, Category.TECHNICAL, scorer, on)
    given: dict[str, Any] = {"table": table, "score": score, "created": on}
    vectors = form_pages(sample, Category.TECHNICAL, on, **given)
    assert [page[:4] for page in vectors] == [b"<svg", b"<svg"]
    pictures = form_pages(sample, Category.TECHNICAL, on, output="png", ppi=36, **given)
    assert [page[:8] for page in pictures] == [b"\x89PNG\r\n\x1a\n"] * 2
    assert [int.from_bytes(page[16:20]) for page in pictures] == [298, 298]


def test_the_preview_shows_a_name_that_no_font_has(table: RuleTable, scorer: Scorer) -> None:
    on, case = date(2026, 11, 22), person("😀")
    score = scored(case, Category.TECHNICAL, scorer, on)
    assert len(form_pages(case, Category.TECHNICAL, on, table=table, score=score, created=on)) == 2


@pytest.mark.parametrize(("category", "day"), [(Category.ACADEMIC, 22), (Category.TECHNICAL, 23)])
def test_a_score_of_another_category_or_day_is_refused(
    category: Category, day: int, sample: Case, table: RuleTable, scorer: Scorer
) -> None:
    score = scored(sample, Category.TECHNICAL, scorer, date(2026, 11, 22))
    with pytest.raises(ValueError, match="does not fit"):
        form_pdf(sample, category, date(2026, 11, day), table=table, score=score, created=date(2026, 11, 22))


def test_an_unknown_language_is_refused(sample: Case, printed: Print) -> None:
    with pytest.raises(ValueError, match="fr"):
        printed(sample, language="fr")
