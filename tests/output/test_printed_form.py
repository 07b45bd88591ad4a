"""What the printed form says, read back from the file row by row."""

import base64
import io
import re
from datetime import date
from itertools import groupby

import pypdf
import pytest
from PIL import Image, ImageOps

from hsp_calc.casefile import Case
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.output import (
    FormOptions,
    Moment,
    RdFigures,
    UniversityRoute,
    UnprintableTextError,
    form_pages,
    form_words,
)
from hsp_calc.rules import RuleTable, load_table
from hsp_calc.text import FormLanguage
from tests.output.conftest import BEST, Print, person, scored
from tests.output.reading import PrintedRow, bare, printed_rows, structure
from tests.rules.transcription import DATA, FORM, SHEETS, TABLE_2015

ACADEMIC, TECHNICAL, MANAGEMENT = Category
MARKS = re.compile("[①-⑳㉑]+")
SHARED_POINTS = {"research", "designated_university"}


def rows_of_criteria(pdf: bytes) -> list[PrintedRow]:
    """The lines with a box, one for each row of the form."""
    return [row for row in printed_rows(pdf) if row.ticks]


def drawn_boxes(svg: bytes) -> list[bool]:
    """The boxes of a page as they look, in reading order: whether something is drawn inside."""
    pictures = re.findall(rb'href="data:image/svg\+xml;base64,([^"]+)"', svg)
    shapes = [re.findall(rb"<(rect|circle|path)", base64.b64decode(picture)) for picture in pictures]
    assert {len(each) for each in shapes} <= {1, 2}
    return [len(each) == 2 for each in shapes]


def full_text(pdf: bytes) -> str:
    return bare("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages))


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_row_of_the_official_form_is_printed_in_its_order(sheet: str, printed: Print) -> None:
    official = [row for row in FORM if row["sheet"] == sheet]
    lines = rows_of_criteria(printed(person(), SHEETS[sheet]))
    assert len(lines) == len(official) == {"A": 34, "B": 39, "C": 30}[sheet]
    for line, row in zip(lines, official, strict=True):
        if row["id"] != "qualification_multiple":  # shares the cell of the row above
            wording = bare(re.split("※", row["ja"])[0].replace("～", ""))
            assert wording in line.text.replace("～", ""), row["id"]


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_number_of_points_is_printed_in_its_row(sheet: str, printed: Print) -> None:
    official = [row for row in FORM if row["sheet"] == sheet]
    for line, row in zip(rows_of_criteria(printed(person(), SHEETS[sheet])), official, strict=True):
        numbers = [cell for cell in line.cells if cell.isascii() and cell.isdecimal()]
        if row["group"] not in SHARED_POINTS:
            assert numbers == [row["points"]], row["id"]


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_evidence_mark_is_printed_in_its_order(sheet: str, printed: Print) -> None:
    cells = [cell for row in printed_rows(printed(person(), SHEETS[sheet])) for cell in row.cells]
    official = [re.sub(r"[^①-⑳㉑]", "", row["evidence"]) for row in FORM if row["sheet"] == sheet]
    assert [cell for cell in cells if MARKS.fullmatch(cell)] == [marks for marks, _ in groupby(filter(None, official))]


def test_the_research_rows_share_their_points(printed: Print) -> None:
    shared = "20２以上に該当する場合は25"
    assert sum(shared in row.cells for row in printed_rows(printed(person(), ACADEMIC))) == 1


def test_the_words_around_the_table_are_printed(printed: Print, table: RuleTable) -> None:
    words, rules = form_words(), table.categories[TECHNICAL]
    text = full_text(printed(person(), TECHNICAL))
    for wording in (
        rules.title,
        rules.preamble,
        table.heading_left,
        table.heading_right,
        words.total,
        words.permanent_residence.note,
        words.permanent_residence.lead,
        *words.permanent_residence.moments.values(),
        words.declaration,
        words.signer,
        words.signature,
        words.date,
    ):
        assert bare(wording.ja) in text
    for section in rules.sections:
        for block in section.blocks:
            assert all(bare(note.ja) in text for note in block.notes)


@pytest.mark.parametrize("language", FormLanguage)
@pytest.mark.parametrize("category", Category)
def test_boxes_are_ticked_in_the_rows_that_count(
    category: Category, language: str, sample: Case, printed: Print, scorer: Scorer
) -> None:
    score = scored(sample, category, scorer, date(2026, 11, 22))
    lines = rows_of_criteria(printed(sample, category, language))
    # the box of the row follows those of the rankings
    assert [line.ticks[-1] for line in lines] == [line.counted for line in score.lines]


@pytest.mark.parametrize("category", Category)
def test_boxes_look_as_they_are_read_out(category: Category, sample: Case, printed: Print, scorer: Scorer) -> None:
    on = date(2026, 11, 22)
    score = scored(sample, category, scorer, on)
    pages = form_pages(sample, category, on, table=scorer.table, score=score, created=on, moment=Moment.NOW)
    read_out = structure(printed(sample, category, moment=Moment.NOW)).ticks
    assert [box for page in pages for box in drawn_boxes(page)] == read_out


@pytest.mark.parametrize("category", Category)
def test_boxes_are_ticked_for_somebody_of_whom_everything_is_true(category: Category, printed: Print) -> None:
    lines = rows_of_criteria(printed(person(**BEST), category, university=UniversityRoute(ranks={"the": 5})))
    research = [line for line in lines if MARKS.search(line.cells[-1]) and line.cells[-1] in "④⑤⑥⑦"]
    assert all(line.ticks == (True,) for line in research)
    assert [line.ticks for line in lines if len(line.ticks) > 1] == [(False, True, False, True)]


@pytest.mark.parametrize("moment", [None, *Moment])
def test_the_box_for_permanent_residence(moment: Moment | None, printed: Print) -> None:
    pdf = printed(person(), moment=moment)
    in_table = sum(len(row.ticks) for row in printed_rows(pdf))
    assert structure(pdf).ticks[in_table:] == [each is moment for each in Moment]


def test_the_total_is_printed(sample: Case, printed: Print) -> None:
    assert "合計80※" in full_text(printed(sample, TECHNICAL))
    assert "合計235※" in full_text(printed(person(**BEST), TECHNICAL))
    assert "合計0※" in full_text(printed(Case(), TECHNICAL))


def test_the_figures_that_are_asked_for_are_printed(printed: Print) -> None:
    signed_on = date(2026, 12, 1)
    ranks = UniversityRoute(ranks={"qs": 123})
    pdf = printed(person(**BEST), rd=RdFigures(12_345_678, 300_000_000), university=ranks, signed_on=signed_on)
    text = full_text(pdf)
    for figure in ("12,345,678円", "300,000,000円", "4.11％", "123位", "2026年12月1日"):
        assert figure in text


def test_the_date_is_left_to_be_written_by_hand(sample: Case, printed: Print) -> None:
    assert "作成年月日年月日" in full_text(printed(sample))


@pytest.mark.parametrize("language", FormLanguage)
def test_the_foot_says_by_which_table_and_for_which_day(language: str, sample: Case, printed: Print) -> None:
    for page in pypdf.PdfReader(io.BytesIO(printed(sample, language=language))).pages:
        text = bare(page.extract_text())
        assert "hsp-2023-04-01" in text
        assert ("22November2026" if language == "en" else "2026年11月22日") in text
        assert ("ImmigrationServicesAgency" if language == "en" else "出典：出入国在留管理庁ホームページ") in text
        assert ("notlegaladvice" if language == "en" else "法的助言ではありません") in text


def test_the_english_form_says_that_it_is_a_translation(sample: Case, printed: Print) -> None:
    mark = bare("Translation for reference only; the Japanese form governs")
    assert mark in full_text(printed(sample, language="en"))
    assert mark not in full_text(printed(sample, language="ja"))
    assert mark not in full_text(printed(sample, language="bilingual"))


@pytest.mark.parametrize("category", Category)
def test_the_english_form_carries_every_wording(category: Category, printed: Print, table: RuleTable) -> None:
    for line, row in zip(
        rows_of_criteria(printed(person(), category, "en")), table.categories[category].criteria.values(), strict=True
    ):
        if row.id != "qualification_multiple":
            assert bare(row.en) in line.text


@pytest.mark.parametrize("category", Category)
def test_the_bilingual_form_carries_both_wordings(category: Category, printed: Print, table: RuleTable) -> None:
    for line, row in zip(
        rows_of_criteria(printed(person(), category, "bilingual")),
        table.categories[category].criteria.values(),
        strict=True,
    ):
        if row.id != "qualification_multiple":
            assert bare(row.en) in line.text
            assert bare(row.ja).replace("～", "") in line.text.replace("～", "")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("category", Category)
@pytest.mark.parametrize("everything", [False, True])
def test_the_form_has_two_pages(everything: bool, category: Category, language: str, printed: Print) -> None:
    case = person("X " * 60, "寿限無" * 40, **BEST) if everything else Case()
    assert len(pypdf.PdfReader(io.BytesIO(printed(case, category, language))).pages) == 2


@pytest.mark.parametrize("language", FormLanguage)
@pytest.mark.parametrize("category", Category)
def test_every_page_is_a4(category: Category, language: str, sample: Case, printed: Print) -> None:
    for page in pypdf.PdfReader(io.BytesIO(printed(sample, category, language))).pages:
        assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (595, 842)


@pytest.mark.parametrize("language", FormLanguage)
@pytest.mark.parametrize("category", Category)
def test_nothing_reaches_the_edge_of_the_paper(
    category: Category, language: str, scorer: Scorer, reference_day: date
) -> None:
    case = person("W" * 200, "寿限無" * 40, **BEST)
    score = scored(case, category, scorer, reference_day)
    options = FormOptions(moment=Moment.NOW, rd=RdFigures(10**15, 10**15), signed_on=reference_day)
    for page in form_pages(
        case,
        category,
        reference_day,
        table=scorer.table,
        score=score,
        language=language,
        created=reference_day,
        output="png",
        ppi=72,
        **options,
    ):
        with Image.open(io.BytesIO(page)) as picture:
            left, top, right, bottom = ImageOps.invert(picture.convert("L")).getbbox() or (0, 0, 0, 0)
            assert left >= 40
            assert top >= 25
            assert right <= picture.width - 14
            assert bottom <= picture.height - 12


@pytest.mark.parametrize("language", FormLanguage)
@pytest.mark.parametrize("sheet", SHEETS)
def test_the_table_of_2015_is_printed(sheet: str, language: str, scorer_2015: Scorer, printed: Print) -> None:
    pdf = printed(person(**BEST), SHEETS[sheet], language, scorer=scorer_2015, on=date(2016, 5, 1))
    rows = scorer_2015.table.categories[SHEETS[sheet]].criteria
    assert len(rows_of_criteria(pdf)) == len(rows) == sum(row["sheet"] == sheet for row in TABLE_2015)
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) <= 2
    caution = scorer_2015.table.caution
    assert caution is not None
    assert bare(caution.en if language == "en" else caution.ja) in full_text(pdf)


@pytest.mark.parametrize("language", FormLanguage)
@pytest.mark.parametrize("category", Category)
def test_a_table_nobody_has_seen_is_printed(category: Category, language: str, printed: Print) -> None:
    made_up = Scorer(load_table(DATA / "made-up-table.yaml"))
    pdf = printed(person(**BEST), category, language, scorer=made_up, on=date(2030, 5, 1))
    lines = rows_of_criteria(pdf)
    score = made_up.sheet(person(**BEST).profile().facts_on(date(2030, 5, 1)), category, date(2030, 5, 1))
    assert len(lines) == len(score.lines)
    assert [line.ticks[-1] for line in lines] == [line.counted for line in score.lines]
    for line, row in zip(lines, made_up.table.categories[category].criteria.values(), strict=True):
        assert (row.en if language == "en" else row.ja).replace(" ", "") in line.text


@pytest.mark.parametrize("language", ["ja", "en", "bilingual"])
def test_the_characters_of_a_name_are_printed_as_typed(printed: Print, language: str) -> None:
    for name in ("\ufa10本 \ufa19福 \ufa1c郎 都\ufa2d", "\uf900\uf9c4", "\u0110\u1eb7ng", "\u9ad9\u6a4b"):
        assert bare(name) in full_text(printed(person("", name), language=language))


def test_a_character_that_no_font_has_is_told_and_not_replaced(printed: Print) -> None:
    with pytest.raises(UnprintableTextError) as refused:  # U+FA70 is another form of U+4E26, which the fonts have
        printed(person("", "\ufa70木"))
    assert refused.value.text == "\ufa70"


@pytest.mark.parametrize(
    ("language", "declared"), [("ja", "相違ありません"), ("en", "I declare"), ("bilingual", "相違ありません")]
)
def test_a_scenario_has_no_declaration_and_says_so_on_every_page(
    printed: Print, sample: Case, language: str, declared: str
) -> None:
    assert bare(declared) in full_text(printed(sample, language=language))
    pages = pypdf.PdfReader(io.BytesIO(printed(sample, language=language, what_if="年収1000万円"))).pages
    texts = [bare(page.extract_text()) for page in pages]
    assert len(texts) >= 2
    assert all("年収1000万円" in text for text in texts)
    signed = ("相違ありません", "署名", "Ideclare", "Signature")
    assert not any(words in text for text in texts for words in signed)
