"""Names of files mean one file on every system, and a dot in a name is not an ending."""

from pathlib import Path

import pytest

from hsp_calc.casefile.file_names import has_ending, is_case_file, is_reserved, stem_of, with_ending


@pytest.mark.parametrize("name", ["a.hspcase", "KIM.HSPCASE", "Dr. Kim 2026.11.HspCase"])
def test_endings_compare_without_case(name: str) -> None:
    assert is_case_file(Path(name))


@pytest.mark.parametrize("name", ["a.json", "hspcase", ".hspcase", "a.hspcase.v1-backup"])
def test_what_is_no_case_by_its_name(name: str) -> None:
    assert not is_case_file(Path(name))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kim", "kim.pdf"),
        ("Dr. Kim 2026.11", "Dr. Kim 2026.11.pdf"),
        ("kim.PDF", "kim.PDF"),
        ("kim.csv", "kim.csv"),
        ("kim.xlsx", "kim.xlsx.pdf"),
        ("kim.", "kim.pdf"),
        ("kim . .", "kim.pdf"),
        ("kim.pdf.", "kim.pdf"),
        ("在留.資格", "在留.資格.pdf"),
    ],
)
def test_a_typed_name_gets_its_ending_and_loses_nothing_before_it(typed: str, meant: str) -> None:
    made = with_ending(Path("/somewhere") / typed, [".pdf", ".csv"])
    assert made == Path("/somewhere") / meant
    assert has_ending(made, ".pdf", ".csv")


@pytest.mark.parametrize("name", ["CON.hspcase", "nul.pdf", "com1.xlsx", "LPT¹.pdf", "a?.pdf", "kim.", "kim ", "a\x01"])
def test_names_that_windows_cannot_hold_are_known(name: str) -> None:
    assert is_reserved(Path(name))


@pytest.mark.parametrize("name", ["CONRAD.hspcase", "Dr. Kim 2026.11.pdf", "社長.hspcase", "com.pdf"])
def test_ordinary_names_are_not_reserved(name: str) -> None:
    assert not is_reserved(Path(name))


@pytest.mark.parametrize(
    ("called", "stem"),
    [("Kim, Min-jun", "Kim_-Min-jun"), ("CON", "CON_"), ("  ", "case"), ("a/b\\c", "a_b_c"), ("王 小明", "王-小明")],
)
def test_a_person_becomes_a_name_that_every_system_holds(called: str, stem: str) -> None:
    assert stem_of(called, "case") == stem
    assert not is_reserved(Path(f"{stem}.hspcase"))
