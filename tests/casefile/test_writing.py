"""What is saved is what was there, to be opened again by this version and by others."""

import copy
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsp_calc.casefile import Applicant, Case, case_bytes, load, parse_json, read_case, save_case
from hsp_calc.facts import Facts
from hsp_calc.validation import InputError
from tests.casefile.conftest import SAMPLE
from tests.facts.strategies import born_persons, persons


def again(case: Case) -> Case:
    return read_case(parse_json(case_bytes(case)))


def test_a_case_comes_back_as_it_was() -> None:
    case = read_case(SAMPLE)
    assert again(case) == case


def test_a_saved_case_stays_byte_for_byte_the_same() -> None:
    once = case_bytes(read_case(SAMPLE))
    assert case_bytes(read_case(parse_json(once))) == once


def says(written: object, expected: object) -> bool:
    """Whether everything expected stands in what was written, whatever more a later version writes."""
    if isinstance(expected, dict):
        return isinstance(written, dict) and all(n in written and says(written[n], v) for n, v in expected.items())
    if isinstance(expected, list):
        return (
            isinstance(written, list)
            and len(written) == len(expected)
            and all(says(found, wanted) for found, wanted in zip(written, expected, strict=True))
        )
    return written == expected


def test_a_file_says_what_the_sample_says() -> None:
    expected = copy.deepcopy(SAMPLE)
    expected["experience"][0]["categories"] = ["academic", "technical"]
    assert says(json.loads(case_bytes(read_case(SAMPLE))), expected)


def test_a_whole_number_stays_a_whole_number() -> None:
    assert b'"period_years": 5,' in case_bytes(read_case(SAMPLE))


def test_a_file_is_to_be_read_by_people_too() -> None:
    text = case_bytes(read_case(SAMPLE)).decode()
    assert "タン・ウェイリン" in text
    assert text.startswith('{\n  "format": "hsp-case",\n  "version": 1,\n')
    assert text.endswith("}\n")


@given(st.one_of(persons, born_persons))
def test_the_case_of_any_facts_comes_back_as_it_was(person: dict[str, Any]) -> None:
    case = Case.of(Facts.read(person))
    assert again(case).profile() == case.profile()
    assert case_bytes(again(case)) == case_bytes(case)


def test_fields_that_this_version_does_not_know_are_kept() -> None:
    data: dict[str, Any] = copy.deepcopy(SAMPLE) | {"future": {"a": [1, None, "二"], "b": 1.5}}
    data["applicant"]["passport"] = "X1"
    data["applicant"]["residence"]["card"] = {"number": "AB"}
    data["history"][0]["colour"] = "red"
    data["experience"][1]["hours"] = 40
    written = json.loads(case_bytes(read_case(data)))
    assert written["future"] == data["future"]
    assert written["applicant"]["passport"] == "X1"
    assert written["applicant"]["residence"]["card"] == {"number": "AB"}
    assert written["history"][0]["colour"] == "red"
    assert written["experience"][1]["hours"] == 40


@pytest.mark.parametrize("depth", [100, 250, 300, 900])
def test_whatever_could_be_opened_can_be_saved(depth: int) -> None:
    content = b'{"format":"hsp-case","version":1,"x":' + b"[" * depth + b"]" * depth + b"}"
    try:
        case = read_case(parse_json(content))
    except InputError:
        return
    case_bytes(case)


@given(st.text(max_size=20))
def test_whatever_can_be_saved_can_be_opened_again(name: str) -> None:
    try:
        content = case_bytes(Case(applicant=Applicant(name=name)))
    except ValueError:
        return  # refused before anything is written
    assert read_case(parse_json(content)).applicant.name == name


@pytest.mark.parametrize("name", ["a\x07b", "\x1b[31m", "\u0085", "half \ud800"])
def test_a_name_with_characters_that_cannot_be_opened_is_not_written(name: str, tmp_path: Path) -> None:
    path = tmp_path / "case.hspcase"
    save_case(Case(applicant=Applicant(name="before")), path)
    try:
        save_case(Case(applicant=Applicant(name=name)), path)
    except (ValueError, OSError):
        assert load(path).cases[0].applicant.name == "before"
    else:
        load(path)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
class TestPermissions:
    def test_a_new_case_is_for_its_owner_alone(self, tmp_path: Path) -> None:
        save_case(Case(), tmp_path / "case.hspcase")
        assert stat.S_IMODE((tmp_path / "case.hspcase").stat().st_mode) == 0o600

    def test_a_case_that_colleagues_may_read_stays_so(self, tmp_path: Path) -> None:
        path = tmp_path / "case.hspcase"
        path.write_bytes(b"")
        path.chmod(0o640)
        save_case(Case(), path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_case_is_loaded_from_where_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "山田 太郎 $#.hspcase"
    save_case(read_case(SAMPLE), path)
    assert load(path).cases == (read_case(SAMPLE),)
