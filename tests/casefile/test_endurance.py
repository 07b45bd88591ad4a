"""The short form of what must be endured; ``python -m tests.casefile.endurance`` is the whole."""

import os
import shutil
import sys

import pytest

from tests.casefile.endurance import disk, files, kills, window
from tests.casefile.endurance.doors import DOORS


def test_damaged_files_of_every_door_end_in_a_result_or_a_clear_error() -> None:
    report = files.run(1_500)
    assert report["failures"] == []
    assert DOORS.keys() <= report["doors"].keys()
    assert {"case: loaded", "list: imported", "shifts: weighed", "case: not_json", "case: wrong_password"} <= set(
        report["ends"]
    )


def test_a_kill_loses_nothing() -> None:
    report = kills.run(dict.fromkeys(kills.WHOLE, 3))
    assert report["failures"] == []
    assert report["saved"].keys() == kills.WHOLE.keys()
    assert all(times >= 3 for times in report["saved"].values())


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("cc"), reason="it takes Linux and a C compiler")
def test_a_fault_at_any_call_of_a_save_leaves_the_old_file_or_the_new_one() -> None:
    report = disk.run(short=True)
    assert report["failures"] == []
    assert {"open", "write", "fsync", "close", "chmod", "rename"} <= report["calls"]["replaced"].keys()
    assert 0 < report["told"] < sum(report["faults"].values())


@pytest.mark.skipif(os.name == "nt", reason="the offscreen platform is that of Linux and macOS")
def test_damaged_cases_in_the_window_raise_nothing() -> None:
    report = window.run(5)
    assert report["failures"] == []
    assert {"open", "panel", "undo", "0001-01-01", "9999-12-31"} <= report["shown"].keys()
