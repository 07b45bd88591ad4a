"""Lists as people have them: with titles, own columns, totals, units in headings, several sheets."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from hsp_calc.casefile.exchange import COLUMNS, How, Imported, import_persons
from hsp_calc.casefile.exchange.headings import heading_of
from hsp_calc.text import Translator
from hsp_calc.text.lists import list_notes, list_problem
from hsp_calc.validation import InputError, Problem

DAY = date(2026, 11, 22)
HEADINGS = ["氏名", "生年月日", "年収"]
PERSON = ["WANG", "1993/5/12", 8_200_000]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list"


def workbook_of(path: Path, **sheets: Sequence[Sequence[Any]]) -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)
    return workbook


def read(path: Path, **how: Any) -> Imported:
    return import_persons(path, How(DAY, **how))


def refusal(path: Path, **how: Any) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read(path, **how)
    return caught.value.problems


def facts(imported: Imported) -> list[dict[str, Any]]:
    return [case.profile().facts_on(DAY).written() for case in imported.cases]


def csv_of(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


class TestHeadings:
    @pytest.mark.parametrize(
        ("heading", "field"),
        [
            ("氏　名", "name"),
            ("Name (as in passport)", "name"),
            ("ｎａｍｅ", "name"),
            ("Date of Birth", "date_of_birth"),
            ("生年月日（西暦）", "date_of_birth"),
            ("年収（税込）", "annual_salary_yen"),
            ("学歴", "degrees"),
            ("日本語能力", "japanese"),
            ("在留期限", "residence.expires"),
            ("勤務先", "matter.employer"),
            ("EXPERIENCE_YEARS.TECHNICAL", "experience_years.technical"),
        ],
    )
    def test_headings_in_any_language_and_width_are_known(self, heading: str, field: str) -> None:
        found = heading_of(heading)
        assert found is not None
        assert found.column.heading == field

    @pytest.mark.parametrize("field", COLUMNS)
    def test_every_field_is_a_heading_itself(self, field: str) -> None:
        found = heading_of(field)
        assert found is not None
        assert found.column.heading == field

    @pytest.mark.parametrize("heading", ["備考", "No.", "フリガナ", "メモ", "電話番号", "", "(万円)"])
    def test_other_headings_are_the_lists_own(self, heading: str) -> None:
        assert heading_of(heading) is None

    @pytest.mark.parametrize(
        ("heading", "cell", "yen"),
        [
            ("年収（万円）", "820", 8_200_000),
            ("年収（万円）", "８２０．５", 8_205_000),
            ("年収（万円）", "820万円", 8_200_000),
            ("年収[千円]", "8,200", 8_200_000),
            ("annual salary (yen)", "8200000", 8_200_000),
            ("salary (M JPY)", "8.2", 8_200_000),
        ],
    )
    def test_a_heading_gives_the_unit_of_bare_numbers(self, heading: str, cell: str, yen: int, path: Path) -> None:
        assert facts(read(csv_of(path, f"年齢,{heading}", f'30,"{cell}"'))) == [{"age": 30, "annual_salary_yen": yen}]

    def test_an_amount_in_yen_beneath_a_heading_in_ten_thousands_is_asked_about(self, path: Path) -> None:
        (problem,) = refusal(csv_of(path, "年齢,年収（万円）", "30,8200000"))
        assert (problem.code, problem.params["meant"]) == ("unlikely_pay", 8_200_000)

    def test_a_title_above_and_columns_beside_do_not_matter_and_are_named(self, path: Path) -> None:
        imported = read(csv_of(path, "顧客一覧,,,", ",,,", "No.,氏名,年齢,備考", "1,WANG,30,紹介: 田中様"))
        assert [case.applicant.name for case in imported.cases] == ["WANG"]
        assert [(c.cell, c.heading) for c in imported.columns if c.field is None] == [("A3", "No."), ("D3", "備考")]
        assert "Columns ignored: No., 備考." in list(list_notes(imported, Translator.load("en")))

    def test_a_list_without_headings_is_refused(self, path: Path) -> None:
        assert [problem.code for problem in refusal(csv_of(path, "WANG,1993/5/12", "LI,1990/1/1"))] == ["no_headings"]

    def test_a_heading_is_mapped_by_hand(self, path: Path) -> None:
        csv_of(path, "氏名,経験（年）,学歴メモ", "WANG,5,大学院")
        assert facts(read(path, headings={"経験（年）": "experience_years.technical"})) == [
            {"experience_years": {"technical": 5}}
        ]
        csv_of(path, "氏名,学歴", "WANG,大学院")
        assert [problem.code for problem in refusal(path)] == ["not_allowed"]
        assert facts(read(path, headings={"学歴": "-"})) == [{}]
        assert refusal(path, headings={"学位": "degrees"})[0].code == "no_such_heading"


class TestRows:
    @pytest.mark.parametrize("total", ["合計", "計", "平均", "合計 2名", "Total", "※ 在留カード未確認", "小計：2人"])
    def test_a_row_that_is_no_person_is_refused(self, total: str, path: Path) -> None:
        (problem,) = refusal(csv_of(path, "氏名,年収", "WANG,820万", f"{total},1640万"))
        assert (problem.code, problem.line) == ("not_a_person", 3)

    def test_figures_of_nobody_among_persons_are_refused(self, path: Path) -> None:
        (problem,) = refusal(csv_of(path, "氏名,年収", "WANG,820万", ",820万"))
        assert (problem.code, problem.line) == ("names_nobody", 3)

    def test_all_problems_are_told_at_once_in_their_order_with_cell_heading_and_remedy(self, path: Path) -> None:
        lines = ["氏名,生年月日,年収,中小企業", "WANG,1993/5/12,820,○", "?田,2031-01-01,820万,△", "合計,,1640万,"]
        found = refusal(csv_of(path, *lines))
        assert [(problem.line, problem.params.get("cell")) for problem in found] == [
            (2, "C2"),
            (3, "A3"),
            (3, "B3"),
            (3, "D3"),
            (4, "A4"),
        ]
        said = list_problem(found[0], Translator.load("en"))
        assert said == (
            "Row 2, cell C2 (年収): 820 yen is unlikely as a yearly pay before tax. "
            "If you mean 820万円, enter 8,200,000."
        )


class TestEncodings:
    LINES = ("氏名,国籍", "グエン・ティ・ハー,ベトナム")

    @pytest.mark.parametrize("encoding", ["cp932", "euc-jp", "iso-2022-jp", "utf-16"])
    def test_encodings_are_told_apart(self, encoding: str, path: Path) -> None:
        imported = read(csv_of(path, *self.LINES, encoding=encoding))
        assert imported.cases[0].applicant.name == "グエン・ティ・ハー"
        assert imported.encoding == encoding
        assert f"Encoding: {encoding.upper()}." in list(list_notes(imported, Translator.load("en")))

    @pytest.mark.parametrize(("name", "encoding"), [("高崎", "euc-jp"), ("王小明", "gb2312"), ("김민준", "euc-kr")])
    def test_what_may_be_several_is_asked_about(self, name: str, encoding: str, path: Path) -> None:
        csv_of(path, "name,name_ja", f"A,{name}", encoding=encoding)
        assert [problem.code for problem in refusal(path)] == ["encoding_doubtful"]

    def test_an_encoding_that_is_named_is_taken(self, path: Path) -> None:
        csv_of(path, "name,name_ja", "A,高崎", encoding="euc-jp")
        assert read(path, encoding="euc-jp").cases[0].applicant.name_ja == "高崎"


class TestWorkbooks:
    def test_the_sheet_that_is_seen_first_is_read_and_the_others_are_told(self, path: Path) -> None:
        workbook = workbook_of(path, old=[HEADINGS, PERSON], new=[HEADINGS, ["LI", *PERSON[1:]]], notes=[["memo"]])
        workbook.active = 1
        workbook.save(path)
        imported = read(path)
        assert (imported.sheet, imported.other_sheets) == ("new", ("old",))
        assert imported.cases[0].applicant.name == "LI"
        assert "Worksheet read: “new”." in " ".join(list_notes(imported, Translator.load("en"))).replace(" Not", "")
        assert read(path, sheet="old").cases[0].applicant.name == "WANG"
        (problem,) = refusal(path, sheet="2025")
        assert (problem.code, problem.params["known"]) == ("no_such_sheet", ("old", "new", "notes"))

    def test_a_sheet_of_something_else_is_not_read_though_it_is_seen_first(self, path: Path) -> None:
        workbook_of(path, cover=[["顧客一覧", "2026"]], list=[HEADINGS, PERSON])
        assert read(path).sheet == "list"

    def test_hidden_rows_are_told(self, path: Path) -> None:
        workbook = workbook_of(path, list=[HEADINGS, PERSON, ["LI", "1990/1/1", 9_000_000]])
        workbook.worksheets[0].row_dimensions[3].hidden = True
        workbook.save(path)
        assert read(path).hidden_rows == (3,)

    def test_days_without_a_format_are_read(self, path: Path) -> None:
        workbook_of(path, list=[HEADINGS, ["WANG", 34_101, 8_200_000]])
        assert read(path).cases[0].applicant.date_of_birth == date(1993, 5, 12)

    def test_what_stands_in_place_of_a_value_is_refused(self, path: Path) -> None:
        workbook = workbook_of(path, list=[HEADINGS, PERSON])
        cell = workbook.worksheets[0]["C2"]
        cell.value, cell.data_type = "#N/A", "e"
        workbook.save(path)
        assert [(p.code, p.params["cell"]) for p in refusal(path)] == [("cell_error", "C2")]

    def test_a_formula_is_read_by_the_value_that_excel_kept_of_it(self, path: Path) -> None:
        workbook_of(path, list=[HEADINGS, ["WANG", "1993/5/12", "=820*10000"]])
        assert [(p.code, p.params["cell"]) for p in refusal(path)] == [("formula", "C2")]
        changed(path, "sheet1.xml", b"<v></v>", b"<v>8200000</v>")
        assert facts(read(path))[0]["annual_salary_yen"] == 8_200_000


def changed(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Change a part of a workbook."""
    content = path.read_bytes()
    is_changed = False
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            found = source.read(item)
            is_changed |= item.filename.endswith(part) and old in found
            target.writestr(item, found.replace(old, new) if item.filename.endswith(part) else found)
    assert is_changed


class TestBounds:
    @pytest.mark.parametrize(
        ("part", "old", "new"),
        [
            ("sheet1.xml", b"WANG", b"W" * 40_000),
            ("sheet1.xml", b'<row r="2"', b'<row r="2" a="' + b"y" * 400_000 + b'"'),
            ("sheet1.xml", b"<sheetData>", b"<sheetData>" + b"<row/>" * 700_001),
            ("sheet1.xml", b'<row r="2"', b'<row r="3">' + b"<c/>" * 2_000 + b'</row><row r="2"'),
            ("workbook.xml", b"<sheets>", b"<sheets>" + b"<sheet/>" * 30_001),
        ],
    )
    def test_what_no_list_needs_is_refused_before_it_is_kept(
        self, part: str, old: bytes, new: bytes, path: Path
    ) -> None:
        workbook_of(path, list=[HEADINGS, PERSON])
        assert len(read(path).cases) == 1
        changed(path, part, old, new)
        assert [problem.code for problem in refusal(path)] == ["list_too_large"]

    @pytest.mark.parametrize("text", ["W" * 40_000, "x;" * 1_000_000, "W" * 9_000_000, "a</t></si><si><t>" * 100_001])
    def test_shared_texts_have_bounds_too(self, text: str, path: Path) -> None:
        workbook_of(path, list=[HEADINGS, PERSON])
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/sharedStrings.xml", f"<sst><si><t>{text}</t></si></sst>")
        assert [problem.code for problem in refusal(path)] == ["list_too_large"]

    def test_declarations_are_refused(self, path: Path) -> None:
        workbook_of(path, list=[HEADINGS, PERSON])
        changed(path, "sheet1.xml", b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet')
        assert [problem.code for problem in refusal(path)] == ["not_excel"]

    def test_a_name_has_a_length(self, path: Path) -> None:
        workbook_of(path, list=[HEADINGS, ["W" * 1_001, *PERSON[1:]]])
        (problem,) = refusal(path)
        assert (problem.code, problem.params["cell"], problem.params["most"]) == ("cell_too_long", "A2", 1_000)


def test_a_day_with_a_time_is_no_day(path: Path) -> None:
    workbook_of(path, list=[HEADINGS, ["WANG", datetime(1993, 5, 12, 9, 30), 8_200_000]])  # noqa: DTZ001
    assert [problem.code for problem in refusal(path)] == ["not_allowed"]


def test_a_template_in_japanese_is_a_list(path: Path) -> None:
    workbook = openpyxl.Workbook()
    assert isinstance(workbook.active, Worksheet)
    workbook.active.append(HEADINGS)
    workbook.save(path)
    assert [problem.code for problem in refusal(path)] == ["empty_list"]
