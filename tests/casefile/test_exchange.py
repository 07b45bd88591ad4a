"""Lists of persons are read whole or not at all, and written so that they can be read again."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from hsp_calc.casefile import Applicant, Case, read_case
from hsp_calc.casefile.exchange import (
    COLUMNS,
    How,
    Imported,
    csv_list,
    csv_template,
    excel_list,
    excel_template,
    import_persons,
)
from hsp_calc.facts import Facts
from hsp_calc.text import Translator, describe_error
from hsp_calc.validation import InputError, Problem
from tests.facts.strategies import born_persons, persons

DAY = date(2026, 11, 22)
BIRTHDAY = datetime(1993, 5, 12)  # noqa: DTZ001 - a cell of a workbook has no time zone
ENGLISH = Translator.load("en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "persons"


def csv_of(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def excel_of(path: Path, *rows: list[Any]) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


def read_list(path: Path) -> Imported:
    return import_persons(path, How(DAY))


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_list(path)
    assert caught.value.source == str(path)
    return caught.value


def codes(path: Path) -> list[str]:
    return [problem.code for problem in refusal(path).problems]


def facts(imported: Imported) -> list[dict[str, Any]]:
    return [case.profile().facts_on(DAY).written() for case in imported.cases]


def read(path: Path, heading: str, cell: str) -> Any:
    """What a cell of a CSV file is read as."""
    (person,) = facts(read_list(csv_of(path, f'age,{heading}\n30,"{cell}"\n')))
    person.pop("age")
    return person


class TestRows:
    def test_each_row_is_a_case(self, path: Path) -> None:
        imported = read_list(csv_of(path, "name,age,sme\n山田,30,TRUE\n佐藤,41,\n"))
        assert [case.applicant.name for case in imported.cases] == ["山田", "佐藤"]
        assert facts(imported) == [{"age": 30, "sme": True}, {"age": 41}]
        assert imported.rows == (2, 3)

    def test_an_empty_cell_is_not_answered(self, path: Path) -> None:
        assert facts(read_list(csv_of(path, "age,sme,degrees,japanese\n30,,,\n"))) == [{"age": 30}]

    def test_a_word_says_that_a_list_is_empty(self, path: Path) -> None:
        for word in ("none", "なし", "無", "NONE"):
            assert read(path, "degrees", word) == {"degrees": []}

    def test_empty_rows_and_columns_are_passed_over(self, path: Path) -> None:
        imported = read_list(csv_of(path, "\n,,\nage,,licenses\n\n30,,1\n,,\n31,,2\n,,\n"))
        assert facts(imported) == [{"age": 30, "licenses": 1}, {"age": 31, "licenses": 2}]
        assert imported.rows == (5, 7)

    def test_who_applies_is_read_too(self, path: Path) -> None:
        text = (
            "name,name_ja,nationality,date_of_birth,residence.status,residence.since,residence.period_years,"
            "residence.arrived\nTAN,タン,Singapore,1993-05-12,技人国,2021-04-01,5,2018-04-01\n"
        )
        applicant = read_list(csv_of(path, text)).cases[0].applicant
        assert (applicant.name, applicant.name_ja, applicant.nationality) == ("TAN", "タン", "Singapore")
        assert applicant.date_of_birth == date(1993, 5, 12)
        assert applicant.residence.status == "技人国"
        assert applicant.residence.arrived == date(2018, 4, 1)
        assert applicant.residence.period_years == 5

    def test_experience_is_one_number_or_three(self, path: Path) -> None:
        assert read(path, "experience_years", "5.5") == {"experience_years": 5.5}
        assert read(path, "experience_years.technical", "5") == {"experience_years": {"technical": 5}}

    @pytest.mark.parametrize(
        "order", ["experience_years,experience_years.technical", "experience_years.technical,experience_years"]
    )
    def test_experience_is_not_both(self, order: str, path: Path) -> None:
        assert codes(csv_of(path, f"{order}\n5,6\n")) == ["experience_given_twice"]

    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    def test_every_kind_of_line_end_is_read(self, ending: str, path: Path) -> None:
        assert facts(read_list(csv_of(path, ending.join(["age", "30", "31", ""])))) == [{"age": 30}, {"age": 31}]

    def test_every_heading_of_the_contract_is_known(self) -> None:
        assert set(Facts.model_fields) <= {column.steps[0] for column in COLUMNS.values()}


class TestCells:
    @pytest.mark.parametrize("word", ["TRUE", "true", "はい", "有", "あり", "有り", "1", "１", "Yes", "○", " はい "])
    def test_yes(self, word: str, path: Path) -> None:
        assert read(path, "sme", word) == {"sme": True}

    @pytest.mark.parametrize("word", ["FALSE", "ＦＡＬＳＥ", "いいえ", "無", "なし", "無し", "0", "０", "no", "×"])
    def test_no(self, word: str, path: Path) -> None:
        assert read(path, "sme", word) == {"sme": False}

    @pytest.mark.parametrize(
        "text", ["8200000", "8,200,000", "８２０００００", "８，２００，０００", "8,200,000円", "¥8,200,000"]
    )
    def test_yen(self, text: str, path: Path) -> None:
        assert read(path, "annual_salary_yen", text) == {"annual_salary_yen": 8_200_000}

    @pytest.mark.parametrize(
        "text", ["1993-05-12", "1993/5/12", "1993/05/12", "1993年5月12日", "１９９３／５／１２", "1993-5-12"]
    )
    def test_days(self, text: str, path: Path) -> None:
        imported = read_list(csv_of(path, f"date_of_birth\n{text}\n"))
        assert imported.cases[0].applicant.date_of_birth == date(1993, 5, 12)

    @pytest.mark.parametrize("text", ["bachelor;master", "bachelor,master", "Bachelor； MASTER", "bachelor、master"])
    def test_lists(self, text: str, path: Path) -> None:
        assert read(path, "degrees", text) == {"degrees": ["bachelor", "master"]}

    @pytest.mark.parametrize(
        ("heading", "text", "code"),
        [
            ("sme", "maybe", "not_allowed"),
            ("sme", "2", "not_allowed"),
            ("sme", "△", "not_allowed"),
            ("licenses", "1.5", "not_understood"),
            ("licenses", "-1", "not_understood"),
            ("licenses", "1" * 30, "not_understood"),
            ("annual_salary_yen", "8,20,000", "not_understood"),
            ("annual_salary_yen", "約820万", "not_understood"),
            ("annual_salary_yen", "820", "unlikely_pay"),
            ("annual_salary_yen", "8200000000000", "not_understood"),
            ("experience_years", "five", "not_understood"),
            ("experience_years", "1,5", "not_understood"),
            ("experience_years.management", "-1", "not_understood"),
            ("date_of_birth", "12/05/1993", "not_understood"),
            ("date_of_birth", "1993-02-30", "not_understood"),
            ("date_of_birth", "1993/5", "not_understood"),
            ("date_of_birth", "2031-01-01", "born_later"),
            ("date_of_birth", "1890-01-01", "too_old"),
            ("date_of_birth", "2020-01-01", "unlikely_birth"),
            ("japanese", "まあまあ", "not_allowed"),
            ("position", "CEO", "not_allowed"),
            ("position", "執行役員", "not_allowed"),
            ("degrees", "大学院卒", "not_allowed"),
            ("research", "patent;pattern", "not_allowed"),
            ("name_ja", "?田", "character_lost"),
            ("name_ja", "\ufffd田", "character_lost"),
            ("nationality", "〓国", "character_lost"),
            ("nationality", "#N/A", "cell_error"),
            ("name_ja", "田" * 1_001, "cell_too_long"),
        ],
    )
    def test_what_cannot_be_meant_is_refused_with_its_cell(
        self, heading: str, text: str, code: str, path: Path
    ) -> None:
        (problem,) = refusal(csv_of(path, f'name,{heading}\nA,"{text}"\n')).problems
        assert problem.code == code
        assert problem.line == 2
        assert problem.place.startswith(heading)
        assert problem.params["cell"] == "B2"
        assert problem.params["heading"] == heading

    @pytest.mark.parametrize(
        ("heading", "text", "answer"),
        [
            ("japanese", "N1合格", "n1"),
            ("japanese", "日本語能力試験Ｎ２", "n2"),
            ("japanese", "BJT 480点", "n1"),
            ("japanese", "BJT479", "n2"),
            ("japanese", "N3", "none"),
            ("japanese", "なし", "none"),
            ("position", "取締役", "director"),
            ("position", "代表取締役", "representative"),
            ("degrees", "修士", ["master"]),
            ("degrees", "学士・博士", ["bachelor", "doctor"]),
            ("degrees", "Ph.D.", ["doctor"]),
            ("degrees", "MBA", ["mba_mot"]),
            ("research", "特許、論文", ["patent", "papers"]),
            ("sme", "●", True),
            ("sme", "該当しない", False),
            ("licenses", "2件", 2),
            ("annual_salary_yen", "820万円", 8_200_000),
            ("experience_years", "5年半", 5.5),
        ],
    )
    def test_values_are_read_as_people_write_them(self, heading: str, text: str, answer: object, path: Path) -> None:
        assert read(path, heading, text) == {heading: answer}

    @pytest.mark.parametrize("text", ["-", "―", "不明", "未確認", "unknown", "?"])
    def test_a_cell_that_says_that_nothing_is_known_is_no_answer_and_told(self, text: str, path: Path) -> None:
        imported = read_list(csv_of(path, f"age,sme\n30,{text}\n"))
        assert facts(imported) == [{"age": 30}]
        assert imported.unanswered == ("B2",)

    def test_a_misspelt_word_has_a_nearest_one(self, path: Path) -> None:
        (problem,) = refusal(csv_of(path, "degrees\nmastr\n")).problems
        assert problem.params["nearest"] == "master"

    @pytest.mark.parametrize(
        "name",
        [
            "=1+1",
            "@SUM(A1)",
            "+81",
            "-1",
            "'t Hooft",
            "A;=1",
            "A\n=cmd|x",
            "＝1",
            "Ａ；-1",
            "'=x",
            "''=x",
            "O'Neill",
            "1,5",
            'a"b',
            "a\nb",
        ],
    )
    def test_a_name_is_never_a_formula(self, name: str, path: Path) -> None:
        case = Case(applicant=Applicant(name=name))
        path.write_bytes(csv_list([case], DAY))
        cells = re.split(r'[,;\t\r\n"]', path.read_text("utf-8-sig").partition("\n")[2])
        assert not any(cell.strip().startswith(tuple("=+-@＝")) for cell in cells)
        assert read_list(path).cases[0].applicant.name == name
        path.write_bytes(excel_list([case], DAY))
        assert read_list(path).cases[0].applicant.name == name

    def test_characters_that_do_not_show_are_refused(self, path: Path) -> None:
        workbook = excel_list([Case(applicant=Applicant(name="MARK"))], DAY)
        with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(path, "w") as new:
            for part in old.infolist():
                new.writestr(part, old.read(part).replace(b"MARK", b"a&#x85;b"))
        assert codes(path) == ["unprintable"]


class TestRefusals:
    def test_every_wrong_cell_is_listed_with_row_column_and_remedy(self, path: Path) -> None:
        text = "name,age,japanes,sme,degrees\nA,30,n1,はい,master\nB,x,n1,maybe,bachelor;zzz\nC,200,n1,1,\n"
        error = refusal(csv_of(path, text))
        assert [(p.line, p.place, p.params["cell"]) for p in error.problems] == [
            (1, "japanes", "C1"),
            (3, "age", "B3"),
            (3, "sme", "D3"),
            (3, "degrees[1]", "E3"),
            (4, "age", "B4"),
        ]
        said = describe_error(error, ENGLISH)
        assert said[0].startswith(f"{path}:1: japanes: ")
        assert "Did you mean “japanese”?" in said[0]
        assert said[1] == f"{path}:3: age: “x” cannot be read as a whole number. Enter for example 300 or 1,200."

    def test_one_wrong_cell_and_nothing_is_imported(self, path: Path) -> None:
        assert codes(csv_of(path, "age\n30\n31\nx\n")) == ["not_understood"]

    def test_a_cell_under_no_heading_is_wrong(self, path: Path) -> None:
        (problem,) = refusal(csv_of(path, "age,\n30,5\n")).problems
        assert (problem.code, problem.params["cell"], problem.line) == ("cell_without_heading", "B2", 2)

    def test_a_heading_stands_once(self, path: Path) -> None:
        assert codes(csv_of(path, "age,年齢\n30,31\n")) == ["heading_twice"]

    def test_an_age_beside_a_date_of_birth_is_refused(self, path: Path) -> None:
        (problem,) = refusal(csv_of(path, "date_of_birth,age\n1993-05-12,33\n")).problems
        assert (problem.code, problem.place, problem.params["cell"]) == ("age_given_twice", "age", "B2")

    @pytest.mark.parametrize("text", ["", "\n\n", "age\n", "age\n\n,\n", "\ufeff"])
    def test_a_list_without_persons_is_refused(self, text: str, path: Path) -> None:
        assert codes(csv_of(path, text)) == ["empty_list"]

    @pytest.mark.parametrize("text", ['name\n"A\nB\n', 'name\n"A"B\n', "name\n" + "a" * 200_000])
    def test_quotation_marks_and_cells_have_an_end(self, text: str, path: Path) -> None:
        assert codes(csv_of(path, text)) == ["not_csv"]

    def test_more_rows_than_any_list_has_are_refused(self, path: Path) -> None:
        assert codes(csv_of(path, "age\n" + "30\n" * 5_001)) == ["too_many_persons"]
        assert len(read_list(csv_of(path, "age\n" + "30\n" * 5_000)).cases) == 5_000

    def test_very_many_problems_are_cut_short(self, path: Path) -> None:
        found = refusal(csv_of(path, "age\n" + "x\n" * 1_200)).problems
        assert len(found) == 1_001
        assert found[-1] == Problem("more_problems", params={"shown": 1_000})

    def test_a_folder_is_no_list(self, tmp_path: Path) -> None:
        assert codes(tmp_path) == ["not_a_file"]


class TestEncodings:
    TEXT = "name,sme\n髙橋 真一①,はい\n"

    @pytest.mark.parametrize(
        ("encoding", "told"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("cp932", "cp932")]
    )
    def test_what_spreadsheets_write_is_read(self, encoding: str, told: str, path: Path) -> None:
        imported = read_list(csv_of(path, self.TEXT, encoding))
        assert imported.cases[0].applicant.name == "髙橋 真一①"
        assert imported.encoding == told

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-32"])
    def test_other_encodings_are_refused(self, encoding: str, path: Path) -> None:
        assert codes(csv_of(path, self.TEXT, encoding)) == ["not_csv_text"]

    @pytest.mark.parametrize("name", ["Müller", "José,", "Ångström"])
    def test_names_in_latin_1_are_not_taken_for_japanese(self, name: str, path: Path) -> None:
        assert codes(csv_of(path, f"name,sme\n{name},1\n", "latin-1")) == ["not_csv_text"]

    @pytest.mark.parametrize("byte", [b"\x00", b"\x80", b"\xa0", b"\xfd", b"\xff", b"\x07"])
    def test_bytes_without_a_meaning_are_refused(self, byte: bytes, path: Path) -> None:
        path.write_bytes(b"name\nA" + byte + b"\n")
        assert codes(path) == ["not_csv_text"]

    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    def test_the_separator_is_seen_from_the_headings(self, separator: str, path: Path) -> None:
        text = separator.join(["age", "degrees"]) + "\n" + separator.join(["30", '"bachelor;master"']) + "\n"
        assert facts(read_list(csv_of(path, text))) == [{"age": 30, "degrees": ["bachelor", "master"]}]


class TestExcel:
    def test_cells_keep_their_kind(self, path: Path) -> None:
        excel_of(
            path,
            ["name", "date_of_birth", "sme", "annual_salary_yen", "licenses", "experience_years", "degrees"],
            ["A", BIRTHDAY, True, 8_200_000.0, 1, 5.5, "master"],
            [12, "1993/5/12", "いいえ", "８，２００，０００", "２", 5, "なし"],
            [None, date(1993, 5, 12), 1, None, 0, None, None],
        )
        imported = read_list(path)
        born = {"date_of_birth": "1993-05-12"}
        assert facts(imported) == [
            born
            | {
                "degrees": ["master"],
                "experience_years": 5.5,
                "annual_salary_yen": 8_200_000,
                "licenses": 1,
                "sme": True,
            },
            born | {"degrees": [], "experience_years": 5, "annual_salary_yen": 8_200_000, "licenses": 2, "sme": False},
            born | {"licenses": 0, "sme": True},
        ]
        assert [case.applicant.name for case in imported.cases] == ["A", "12", ""]
        assert imported.encoding is None

    @pytest.mark.parametrize(
        ("heading", "cell"),
        [
            ("sme", 2),
            ("sme", 0.5),
            ("licenses", 1.5),
            ("licenses", True),
            ("date_of_birth", 3_400_000),
            ("date_of_birth", 34_000.5),
            ("date_of_birth", BIRTHDAY.replace(hour=10)),
            ("japanese", 1),
            ("japanese", True),
            ("degrees", 5),
            ("annual_salary_yen", BIRTHDAY),
            ("experience_years", True),
        ],
    )
    def test_a_cell_of_another_kind_is_refused(self, heading: str, cell: object, path: Path) -> None:
        (problem,) = refusal(excel_of(path, ["name", heading], ["A", cell])).problems
        assert (problem.code, problem.line, problem.params["cell"]) == ("not_allowed", 2, "B2")

    def test_formulas_are_refused_each_with_its_cell(self, path: Path) -> None:
        error = refusal(excel_of(path, ["age", "licenses"], ["=15*2", 1], [30, "=HYPERLINK(1)"]))
        assert [(p.code, p.line, p.params["cell"]) for p in error.problems] == [
            ("formula", 2, "A2"),
            ("formula", 3, "B3"),
        ]

    def test_the_first_sheet_that_shows_is_read(self, path: Path) -> None:
        workbook = openpyxl.Workbook()
        hidden = workbook.active
        assert isinstance(hidden, Worksheet)
        hidden.append(["notes"])
        hidden.sheet_state = "hidden"
        shown = workbook.create_sheet("list")
        shown.append(["age"])
        shown.append([30])
        workbook.save(path)
        assert facts(read_list(path)) == [{"age": 30}]

    @pytest.mark.parametrize("claim", ["A1", "A1:A1", "A1:XFD1048576"])
    def test_what_a_sheet_says_of_its_size_is_not_believed(self, claim: str, path: Path) -> None:
        workbook = excel_list([Case.of(Facts(age=30)), Case.of(Facts(age=31))], DAY)
        with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(path, "w") as new:
            for part in old.infolist():
                content = old.read(part)
                if part.filename.endswith("sheet1.xml"):
                    start = content.index(b'<dimension ref="') + 16
                    content = content[:start] + claim.encode() + content[content.index(b'"', start) :]
                new.writestr(part, content)
        assert facts(read_list(path)) == [{"age": 30}, {"age": 31}]

    def test_an_old_or_protected_workbook_is_refused_with_what_to_do(self, path: Path) -> None:
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
        assert codes(path) == ["old_excel"]

    def test_another_archive_is_no_workbook(self, path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", "a")
        assert codes(path) == ["not_excel"]


class TestTemplates:
    def test_the_csv_template_has_headings_and_says_that_it_is_utf_8(self, path: Path) -> None:
        content = csv_template()
        assert content.startswith(b"\xef\xbb\xbf")
        headings = content.decode("utf-8-sig").strip().split(",")
        assert set(headings) == set(COLUMNS) - {"experience_years"}
        path.write_bytes(content)
        assert codes(path) == ["empty_list"]

    def test_a_filled_template_is_read(self, path: Path) -> None:
        row = {"name": "A", "sme": "はい", "experience_years.technical": "5", "degrees": "master"}
        headings = csv_template().decode("utf-8-sig").strip().split(",")
        csv_of(path, ",".join(headings) + "\r\n" + ",".join(row.get(heading, "") for heading in headings), "utf-8-sig")
        assert facts(read_list(path)) == [{"degrees": ["master"], "experience_years": {"technical": 5}, "sme": True}]

    def test_the_workbook_says_at_each_heading_what_to_enter(self, path: Path) -> None:
        path.write_bytes(excel_template({"age": "満年齢"}))
        sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).active
        assert isinstance(sheet, Worksheet)
        comments = {cell.value: cell.comment.text for cell in sheet[1] if cell.comment is not None}
        assert set(comments) == set(COLUMNS) - {"experience_years"}
        assert comments["age"] == "満年齢"
        assert comments["japanese"] == "none / n2 / n1 / japanese_major"
        assert comments["degrees"].startswith("bachelor;master")

    def test_the_workbook_offers_what_may_be_chosen(self, path: Path) -> None:
        path.write_bytes(excel_template())
        sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).active
        assert isinstance(sheet, Worksheet)
        letters = {cell.value: cell.coordinate.rstrip("1") for cell in sheet[1]}
        offered = {str(check.sqref).split("2:")[0]: check for check in sheet.data_validations.dataValidation}
        assert offered[letters["japanese"]].formula1 == '"none,n2,n1,japanese_major"'
        assert offered[letters["sme"]].formula1 == '"TRUE,FALSE"'
        assert offered[letters["date_of_birth"]].type == "date"
        assert offered[letters["licenses"]].type == "whole"
        assert all(len(str(check.formula1)) <= 255 for check in offered.values())
        assert sheet.freeze_panes == "A2"


def listed(person: dict[str, Any]) -> dict[str, Any]:
    """A person as a list takes them: of an age and with a pay that people have, and years with the digits of a cell."""
    years = person.get("experience_years", 0)
    exact = {name: round(value, 6) for name, value in years.items()} if isinstance(years, dict) else round(years, 6)
    changed: dict[str, Any] = {"experience_years": exact}
    if "annual_salary_yen" in person:
        changed["annual_salary_yen"] = max(person["annual_salary_yen"], 1_000_000)
    if "date_of_birth" in person:
        changed["date_of_birth"] = min(person["date_of_birth"], "2011-11-22")
    return person | changed


class TestAgain:
    @pytest.mark.parametrize("written", [csv_list, excel_list])
    @settings(max_examples=60)
    @given(people=st.lists(st.one_of(persons, born_persons), min_size=1, max_size=4))
    def test_what_is_exported_is_imported_as_it_was(
        self, written: Callable[..., bytes], people: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        cases = [
            read_case(listed(person)).model_copy(
                update={
                    "applicant": Applicant.model_validate(
                        {"name": f"P{number}", "date_of_birth": listed(person).get("date_of_birth")}
                    )
                }
            )
            for number, person in enumerate(people)
        ]
        path = tmp_path_factory.mktemp("again") / "list"
        path.write_bytes(written(cases, DAY))
        again = read_list(path).cases
        assert [case.profile().facts_on(DAY) for case in again] == [case.profile().facts_on(DAY) for case in cases]
        assert [case.applicant for case in again] == [case.applicant for case in cases]

    def test_dated_facts_are_exported_as_of_a_day(self, path: Path) -> None:
        history = [{"facts": {"licenses": 1}}, {"from": "2027-01-01", "facts": {"licenses": 2}}]
        case = read_case({"format": "hsp-case", "version": 1, "history": history})
        path.write_bytes(csv_list([case], date(2027, 1, 1)))
        assert facts(read_list(path)) == [{"licenses": 2}]
