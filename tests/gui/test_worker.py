"""What takes long runs beside the window, and what it comes to is taken on the window's thread."""

import threading
from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from hsp_calc.gui.shell.worker import Task, Worker


@pytest.fixture
def worker(qapp: object) -> Iterator[Worker]:  # noqa: ARG001  # there must be one
    made = Worker()
    yield made
    made.close()


def test_it_runs_elsewhere_and_its_result_comes_back_here(worker: Worker, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    results: list[tuple[int, threading.Thread]] = []

    def function(_task: Task) -> int:
        threads.append(threading.current_thread())
        return 42

    worker.run(function, lambda result: results.append((result, threading.current_thread())))
    assert worker.busy
    qtbot.waitUntil(lambda: not worker.busy)
    assert results == [(42, threading.main_thread())]
    assert threads != [threading.main_thread()]


def test_what_goes_wrong_is_taken_by_who_knows_it(worker: Worker, qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def function(_task: Task) -> None:
        raise KeyError("gone")

    worker.run(function, lambda _result: pytest.fail("there is no result"), errors.append)
    qtbot.waitUntil(lambda: not worker.busy)
    assert [type(error) for error in errors] == [KeyError]


def test_what_nobody_knows_is_raised_in_the_window(worker: Worker, qtbot: QtBot) -> None:
    def function(_task: Task) -> None:
        raise KeyError("gone")

    with qtbot.captureExceptions() as raised:
        worker.run(function, lambda _result: pytest.fail("there is no result"))
        qtbot.waitUntil(lambda: not worker.busy)
    assert [kind for kind, _error, _trace in raised] == [KeyError]


def test_what_is_out_of_date_is_dropped_and_sees_it(worker: Worker, qtbot: QtBot) -> None:
    begun, go_on, seen = Event(), Event(), []

    def function(task: Task) -> str:
        begun.set()
        go_on.wait()
        seen.append(task.cancelled)
        return "late"

    results: list[str] = []
    task = worker.run(function, results.append)
    qtbot.waitUntil(begun.is_set)
    task.cancel()
    assert not worker.busy
    with qtbot.waitSignal(worker.changed):
        go_on.set()
    assert seen == [True]
    assert results == []


def test_how_far_it_is_is_told_in_order(worker: Worker, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []

    def function(task: Task) -> None:
        for done in range(1, 4):
            task.report(done, 3)

    worker.run(function, lambda _result: told.append((0, 0)), progress=lambda done, whole: told.append((done, whole)))
    qtbot.waitUntil(lambda: not worker.busy)
    assert told == [(1, 3), (2, 3), (3, 3), (0, 0)]


def test_closing_waits_for_what_runs_and_never_begins_what_waits(worker: Worker, qtbot: QtBot) -> None:
    begun = Event()
    ran: list[str | None] = []

    def long_one(task: Task) -> None:
        begun.set()
        while not task.cancelled:
            pass
        ran.append("long")

    for _ in range(2):  # as many as there are threads
        worker.run(long_one, ran.append)

    def short_one(_task: Task) -> None:
        ran.append("short")

    worker.run(short_one, ran.append)
    qtbot.waitUntil(begun.is_set)
    worker.close()
    assert set(ran) <= {"long"}
    assert "long" in ran
    assert not worker.busy
