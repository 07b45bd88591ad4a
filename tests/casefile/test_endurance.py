"""The short form of what case files must endure; ``python -m tests.casefile.endurance`` is the whole."""

from tests.casefile import endurance


def test_damaged_and_harmful_files_end_in_a_case_or_a_clear_error() -> None:
    report = endurance.files(1_000)
    assert report["failures"] == []
    assert {"case loaded", "list imported", "case: not_json", "case: damaged", "case: wrong_password"} <= set(
        report["ends"]
    )


def test_a_kill_while_saving_loses_nothing() -> None:
    report = endurance.kills({"plain": 4, "protected": 3, "recovery": 3})
    assert report["failures"] == []
    assert all(report["saved"].values())
