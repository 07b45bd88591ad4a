"""Files of facts and cases: what is read, and what is refused with every problem at its place."""

import copy
import io
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hsp_calc.casefile import Loaded, load, read_bytes, read_case
from hsp_calc.facts import Facts
from hsp_calc.locations import resources
from hsp_calc.validation import InputError, Problem
from tests.casefile.conftest import SAMPLE, Write

MEGABYTE = 1024**2


def refusal(path: Path | str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        load(path)
    assert caught.value.source == str(path)
    return caught.value.problems


def places(data: object, write: Write) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in refusal(write(data))]


def facts_of(loaded: Loaded, day: str = "2026-11-22") -> list[dict[str, Any]]:
    return [case.profile().facts_on(date.fromisoformat(day)).written() for case in loaded.cases]


class TestForms:
    def test_an_object_of_facts_is_one_person(self, write: Write) -> None:
        loaded = load(write({"age": 29, "japanese": "n1"}))
        assert not loaded.is_list
        assert facts_of(loaded) == [{"age": 29, "japanese": "n1"}]

    def test_an_empty_object_is_a_person_of_whom_nothing_is_known(self, write: Write) -> None:
        assert facts_of(load(write({}))) == [{}]

    def test_facts_with_a_date_of_birth_make_an_applicant(self, write: Write) -> None:
        (case,) = load(write({"date_of_birth": "1993-05-12"})).cases
        assert case.applicant.date_of_birth == date(1993, 5, 12)
        assert case.profile().facts_on(date(2026, 11, 22)).age_on(date(2026, 11, 22)) == 33

    def test_a_case_is_one_person(self, write: Write) -> None:
        loaded = load(write(SAMPLE))
        assert not loaded.is_list
        (facts,) = facts_of(loaded)
        assert facts["japanese"] == "n1"
        assert facts["experience_years"] == {"academic": 3, "technical": 8 + 7 / 12, "management": 2.5}
        assert facts["date_of_birth"] == "1993-05-12"

    def test_a_list_is_as_many_persons(self, write: Write) -> None:
        loaded = load(write([{"age": 29}, SAMPLE, {}]))
        assert loaded.is_list
        assert len(loaded.cases) == 3

    def test_a_list_of_one_is_a_list(self, write: Write) -> None:
        assert load(write([{}])).is_list

    def test_the_sample_is_a_case(self) -> None:
        sample = next((resources() / "samples").glob("engineer.hspcase"))
        assert load(sample).cases[0].applicant.name == "TAN WEI LING"

    def test_a_byte_order_mark_is_accepted(self, write: Write) -> None:
        assert facts_of(load(write(b'\xef\xbb\xbf{"age": 29}'))) == [{"age": 29}]


class TestRefusals:
    def test_an_empty_list_holds_nobody(self, write: Write) -> None:
        assert places([], write) == [("empty_list", "")]

    @pytest.mark.parametrize("data", [None, 5, "x", True])
    def test_what_is_no_object_is_no_person(self, data: object, write: Write) -> None:
        assert places(data, write) == [("not_an_object", "")]

    def test_every_problem_of_a_list_is_reported_with_its_index(self, write: Write) -> None:
        data = [{"age": -1, "sm": True}, {}, 5, {"degrees": ["phd"]}]
        assert places(data, write) == [
            ("not_allowed", "[0].age"),
            ("unknown_field", "[0].sm"),
            ("not_an_object", "[2]"),
            ("not_allowed", "[3].degrees[0]"),
        ]

    def test_every_problem_of_a_case_is_reported_with_its_place(self, write: Write) -> None:
        data = copy.deepcopy(SAMPLE)
        data["applicant"]["date_of_birth"] = "1993-13-01"
        data["applicant"]["residence"]["period_years"] = "5"
        data["history"][0]["facts"]["sme"] = 1
        data["history"][1]["from"] = "April"
        data["history"][1]["facts"]["salary"] = 5
        data["experience"][0]["categories"] = ["tecnical"]
        del data["experience"][1]["from"]
        assert places(data, write) == [
            ("not_allowed", "applicant.date_of_birth"),
            ("not_allowed", "applicant.residence.period_years"),
            ("not_allowed", "history[0].facts.sme"),
            ("not_allowed", "history[1].from"),
            ("unknown_field", "history[1].facts.salary"),
            ("not_allowed", "experience[0].categories[0]"),
            ("missing_field", "experience[1].from"),
        ]

    @pytest.mark.parametrize(
        ("field", "value"),
        [("applicant", None), ("history", None), ("history", {}), ("experience", "x"), ("applicant", [])],
    )
    def test_a_part_of_another_type_is_refused(self, field: str, value: object, write: Write) -> None:
        assert places(SAMPLE | {field: value}, write) == [("not_allowed", field)]

    def test_work_that_ends_before_it_begins_is_refused(self, write: Write) -> None:
        work = {"from": "2020-01-02", "to": "2020-01-01", "categories": ["technical"]}
        assert places(SAMPLE | {"experience": [work]}, write) == [("ends_before_start", "experience[0]")]

    def test_an_age_beside_the_applicant_s_date_of_birth_is_refused(self, write: Write) -> None:
        assert places(SAMPLE | {"history": [{"facts": {"age": 33}}]}, write) == [
            ("age_given_twice", "history[0].facts.age")
        ]

    def test_another_date_of_birth_than_the_applicant_s_is_refused(self, write: Write) -> None:
        history = [{"facts": {"date_of_birth": "1993-05-12"}}, {"facts": {"date_of_birth": "1993-12-05"}}]
        assert places(SAMPLE | {"history": history}, write) == [("born_twice", "history[1].facts.date_of_birth")]

    def test_a_person_is_not_born_twice_in_the_history(self, write: Write) -> None:
        history = [
            {"facts": {"date_of_birth": "1993-05-12"}},
            {"from": "2026-01-01", "facts": {"date_of_birth": "1993-12-05"}},
        ]
        found = places({"format": "hsp-case", "version": 1, "history": history}, write)
        assert [code for code, _ in found] == ["born_twice"]

    @pytest.mark.parametrize("missing", ["format", "version"])
    def test_a_case_says_its_format_and_version(self, missing: str, write: Write) -> None:
        data = {name: value for name, value in SAMPLE.items() if name != missing}
        assert places(data, write) == [("missing_field", missing)]

    def test_another_format_is_refused(self, write: Write) -> None:
        assert places(SAMPLE | {"format": "hsp-kase"}, write) == [("not_allowed", "format")]

    @pytest.mark.parametrize("version", [2, 3, 999])
    def test_a_newer_version_is_refused_naming_both(self, version: int, write: Write) -> None:
        (problem,) = refusal(write(SAMPLE | {"version": version, "history": "of another shape"}))
        assert (problem.code, problem.place) == ("newer_version", "version")
        assert problem.params == {"found": version, "supported": 1}

    @pytest.mark.parametrize("version", [0, -1, "1", 1.0, None, True, [1]])
    def test_a_version_that_never_was_is_refused(self, version: object, write: Write) -> None:
        assert places(SAMPLE | {"version": version}, write) == [("not_allowed", "version")]

    @pytest.mark.parametrize("name", ["form", "since"])
    def test_a_misspelt_day_of_an_entry_is_not_taken_for_always(self, name: str) -> None:
        data = {"format": "hsp-case", "version": 1, "history": [{name: "2030-01-01", "facts": {"licenses": 2}}]}
        try:
            case = read_case(data)
        except InputError:
            return
        assert case.profile().facts_on(date(2026, 11, 22)) == Facts()

    def test_a_note_that_is_no_text_is_refused(self, write: Write) -> None:
        assert places(SAMPLE | {"history": [{"facts": {}, "note": 5}]}, write) == [("not_allowed", "history[0].note")]

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "not_json"),
            (b"\x00" * 64, "not_json"),
            (b'{"age": NaN}', "no_number"),
            (b'{"age": 1e999}', "number_out_of_bounds"),
            (b'{"annual_salary_yen": ' + b"9" * 4_000 + b"}", "number_out_of_bounds"),
            (b'{"age": 1, "age": 2}', "duplicate_key"),
            (b"[" * 50_000, "too_deep"),
            ('{"age": 1}'.encode("utf-16"), "not_utf8"),
            (b'{"degrees": ["\\ud800"]}', "unprintable"),
        ],
    )
    def test_what_is_no_strict_json_is_refused(self, content: bytes, code: str, write: Write) -> None:
        assert [problem.code for problem in refusal(write(content))] == [code]


class TestFiles:
    def test_a_folder_is_no_file(self, tmp_path: Path) -> None:
        assert [problem.code for problem in refusal(tmp_path)] == ["not_a_file"]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in this file system")
    def test_a_pipe_without_a_writer_is_refused_and_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert [problem.code for problem in refusal(tmp_path / "pipe")] == ["not_a_file"]

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
    def test_a_device_is_no_file(self) -> None:
        assert [problem.code for problem in refusal("/dev/zero")] == ["not_a_file"]

    def test_a_link_to_a_file_is_followed(self, write: Write, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(write({"age": 29}))
        assert facts_of(load(tmp_path / "link")) == [{"age": 29}]

    def test_a_link_to_itself_is_an_error_of_the_system(self, tmp_path: Path) -> None:
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        with pytest.raises(OSError, match="loop"):
            load(tmp_path / "loop")

    def test_a_file_that_is_not_there_is_an_error_of_the_system(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            load(tmp_path / "none.hspcase")

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is readable for root")
    def test_a_file_that_may_not_be_read_is_an_error_of_the_system(self, write: Write) -> None:
        path = write({})
        path.chmod(0)
        with pytest.raises(PermissionError):
            load(path)

    @pytest.mark.parametrize("size", [16 * MEGABYTE + 1, 1024 * MEGABYTE])
    def test_a_file_larger_than_any_case_is_refused_without_reading_it_all(self, size: int, tmp_path: Path) -> None:
        path = tmp_path / "large"
        with path.open("wb") as file:
            file.truncate(size)
        (problem,) = refusal(path)
        assert (problem.code, problem.params) == ("file_too_large", {"megabytes": 16})

    def test_a_file_of_sixteen_megabytes_is_read(self, write: Write) -> None:
        assert facts_of(load(write(b'{"age": 29}' + b" " * (16 * MEGABYTE - 11)))) == [{"age": 29}]

    def test_standard_input_is_a_dash(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"age": 29}')))
        assert facts_of(load("-")) == [{"age": 29}]

    def test_standard_input_has_the_same_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" " * (16 * MEGABYTE + 1))))
        assert [problem.code for problem in refusal("-")] == ["file_too_large"]

    def test_a_name_with_a_null_byte_is_refused_like_any_other_bad_name(self) -> None:
        with pytest.raises((OSError, InputError)):
            read_bytes("a\0b")
