"""A list brings new persons into a folder of cases and changes those that are there; all of it, or nothing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hsp_calc.casefile import Case, Protection, load, read_case, save_case
from hsp_calc.casefile.exchange import How, import_persons, storing
from hsp_calc.casefile.exchange.matching import ImportPlan, plan_import
from hsp_calc.casefile.exchange.storing import write_plan
from hsp_calc.validation import InputError

DAY = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "clients"


def planned(folder: Path, *lines: str) -> ImportPlan:
    path = folder.parent / "list.csv"
    path.write_text("\n".join(lines), "utf-8")
    return plan_import(import_persons(path, How(DAY)), folder, DAY)


def imported(folder: Path, *lines: str) -> ImportPlan:
    plan = planned(folder, *lines)
    write_plan(plan)
    return plan


def codes(folder: Path, *lines: str) -> list[tuple[str, int | None]]:
    with pytest.raises(InputError) as caught:
        planned(folder, *lines)
    return [(problem.code, problem.line) for problem in caught.value.problems]


def case(folder: Path, name: str) -> Case:
    return load(folder / f"{name}.hspcase").cases[0]


def facts(folder: Path, name: str, on: date = DAY) -> dict[str, Any]:
    found = case(folder, name).profile().facts_on(on).written()
    found.pop("date_of_birth", None)
    return found


PERSONS = (
    "顧客一覧,,,",
    "整理番号,氏名,生年月日,年収",
    "A-1,WANG WEI,1993/5/12,820万",
    "A-2,LI NA,1990/1/1,900万",
)


class TestNew:
    def test_each_person_gets_a_case(self, folder: Path) -> None:
        plan = imported(folder, *PERSONS)
        assert [found.is_new for found in plan.planned] == [True, True]
        assert sorted(path.name for path in folder.iterdir()) == ["LI-NA.hspcase", "WANG-WEI.hspcase"]
        matter = case(folder, "WANG-WEI").matter
        assert matter is not None
        assert matter.number == "A-1"

    def test_a_second_import_changes_nothing(self, folder: Path) -> None:
        imported(folder, *PERSONS)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        assert not any(found.is_written for found in imported(folder, *PERSONS).planned)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before

    def test_two_persons_of_one_name_are_two(self, folder: Path) -> None:
        imported(folder, "氏名,生年月日", "ZHANG WEI,1988/9/9", "ZHANG WEI,1989/10/10")
        assert sorted(path.name for path in folder.iterdir()) == ["ZHANG-WEI-2.hspcase", "ZHANG-WEI.hspcase"]

    def test_planning_writes_nothing(self, folder: Path) -> None:
        planned(folder, *PERSONS)
        assert not folder.exists()


class TestKnown:
    def test_a_person_is_known_by_number_whatever_the_file_is_called(self, folder: Path) -> None:
        imported(folder, *PERSONS)
        (folder / "WANG-WEI.hspcase").rename(folder / "王様.hspcase")
        plan = imported(folder, "整理番号,氏名,年収", "Ａ－１,WANG WEI,850万")
        (change,) = plan.planned[0].changes
        assert (change.field, change.before, change.after) == ("annual_salary_yen", 8_200_000, 8_500_000)
        assert facts(folder, "王様") == {"annual_salary_yen": 8_500_000}

    def test_a_person_is_known_by_name_and_birth_in_any_script_and_subfolder(self, folder: Path) -> None:
        (folder / "2026").mkdir(parents=True)
        applicant = {"name": "Wang Wei", "name_ja": "王 偉", "date_of_birth": "1993-05-12"}
        known = read_case({"format": "hsp-case", "version": 1, "applicant": applicant})
        save_case(known, folder / "2026" / "w.hspcase")
        plan = imported(folder, "漢字氏名,生年月日,国籍", "王偉,H5.5.12,中国")
        assert not plan.planned[0].is_new
        assert case(folder / "2026", "w").applicant.nationality == "中国"
        assert case(folder / "2026", "w").applicant.name_ja == "王偉"

    def test_what_the_list_leaves_open_stays(self, folder: Path) -> None:
        imported(folder, *PERSONS)
        imported(folder, "整理番号,氏名,中小企業,年収", "A-1,WANG WEI,○,")
        assert facts(folder, "WANG-WEI") == {"annual_salary_yen": 8_200_000, "sme": True}
        assert case(folder, "WANG-WEI").applicant.date_of_birth == date(1993, 5, 12)

    def test_in_a_dated_history_the_past_stays(self, folder: Path) -> None:
        folder.mkdir()
        data = {
            "format": "hsp-case",
            "version": 1,
            "applicant": {"name": "W", "date_of_birth": "1993-05-12"},
            "history": [
                {"from": None, "facts": {"degrees": ["master"]}},
                {"from": "2023-04-01", "facts": {"annual_salary_yen": 7_000_000}},
            ],
        }
        save_case(read_case(data), folder / "W.hspcase")
        imported(folder, "氏名,生年月日,年収", "W,1993/5/12,820万")
        assert facts(folder, "W", date(2026, 11, 21))["annual_salary_yen"] == 7_000_000
        assert facts(folder, "W")["annual_salary_yen"] == 8_200_000

    def test_periods_of_work_go_before_a_number_of_years_and_that_is_told(self, folder: Path) -> None:
        folder.mkdir()
        data = {
            "format": "hsp-case",
            "version": 1,
            "applicant": {"name": "W", "date_of_birth": "1993-05-12"},
            "experience": [{"from": "2020-11-22", "to": None, "categories": ["technical"]}],
        }
        save_case(read_case(data), folder / "W.hspcase")
        plan = imported(folder, "氏名,生年月日,技術職歴", "W,1993/5/12,9")
        assert plan.planned[0].untouched == ("experience_years.technical",)
        assert facts(folder, "W") == {"experience_years": {"technical": 6}}


class TestDoubt:
    def test_a_name_alone_is_not_taken_for_the_same_person_nor_for_another(self, folder: Path) -> None:
        imported(folder, *PERSONS)
        assert codes(folder, "氏名,年収", "WANG WEI,850万") == [("person_doubtful", 2)]

    def test_a_number_of_somebody_else_is_asked_about(self, folder: Path) -> None:
        imported(folder, *PERSONS)
        lines = ("整理番号,氏名,生年月日", "A-1,KIM MINJUN,1984/5/5")
        assert codes(folder, *lines) == [("number_of_another", 2)]

    def test_rows_that_nothing_tells_apart_are_asked_about(self, folder: Path) -> None:
        assert codes(folder, "氏名,生年月日", "W,1993/5/12", "Ｗ,1993-05-12") == [("person_twice", 3)]
        assert codes(folder, "氏名,年収", "W,820万", "W,900万") == [("person_twice", 3)]

    def test_two_cases_of_one_person_are_asked_about(self, folder: Path) -> None:
        imported(folder, *PERSONS)
        (folder / "copy.hspcase").write_bytes((folder / "WANG-WEI.hspcase").read_bytes())
        assert codes(folder, *PERSONS) == [("two_cases_of_one", 3)]

    def test_protected_and_damaged_cases_are_told(self, folder: Path) -> None:
        folder.mkdir()
        save_case(Case(), folder / "secret.hspcase", Protection.with_password("pass"))
        (folder / "broken.hspcase").write_text("{", "utf-8")
        plan = planned(folder, *PERSONS)
        assert [path.name for path in plan.not_compared] == ["broken.hspcase", "secret.hspcase"]


def test_when_one_case_cannot_be_written_nothing_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(folder, *PERSONS)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    rows = ("A-1,WANG WEI,1993/5/12,850万", "A-3,NEW,1991/1/1,820万", "A-2,LI NA,1990/1/1,950万")
    plan = planned(folder, PERSONS[1], *rows)

    def fail_at_the_last(case: Case, path: Path) -> None:
        if path.name == "LI-NA.hspcase":
            raise OSError(28, "full")
        save_case(case, path)

    monkeypatch.setattr(storing, "save_case", fail_at_the_last)
    with pytest.raises(OSError, match="full"):
        write_plan(plan)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
