"""``Worker``: runs what takes long beside the window, which stays usable meanwhile.

A function runs on another thread and touches neither widgets nor anything that the window may change; what it comes
to is taken on the window's thread. What nobody waits for any more is dropped.
"""

import atexit
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

T = TypeVar("T")

_THREADS = 2
"""One for what the user waits for, and one for a picture or a list that takes longer."""


class Task:
    """A function that runs or waits to run.

    Attributes:
        must_finish: whether the window stays open until it has ended.
    """

    def __init__(self, report: Callable[["Task", int, int], None], *, must_finish: bool) -> None:
        self.must_finish = must_finish
        self._report = report
        self._cancelled = Event()
        self._ended = Event()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for it any more; a long function looks now and then, and ends."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Drop what it comes to; where it did not begin yet, it never does."""
        self._cancelled.set()

    def end(self) -> None:
        """Say that its thread is done with it."""
        self._ended.set()

    def wait(self) -> None:
        """Wait until its thread is done with it."""
        self._ended.wait()

    def report(self, done: int, whole: int) -> None:
        """Say from within the function how much of it is done."""
        self._report(self, done, whole)


class _Started:
    """A task, and who waits for it."""

    def __init__(
        self,
        task: Task,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        progress: Callable[[int, int], object] | None,
    ) -> None:
        self.task = task
        self.done = done
        self.failed = failed
        self.progress = progress


class Worker(QObject):
    """The threads beside a window.

    Attributes:
        changed: emitted after a task was begun or has ended.
    """

    changed = Signal()
    _ended = Signal(object, object, object)
    _reported = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._started: dict[Task, _Started] = {}
        # Slots of an object of the window's thread, so that Qt brings what is emitted elsewhere over to it.
        self._ended.connect(self._take)
        self._reported.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits to run that somebody waits for."""
        return any(not task.cancelled for task in self._started)

    @property
    def must_finish(self) -> bool:
        """Whether something runs that has to end before the window may be closed."""
        return any(task.must_finish and not task.cancelled for task in self._started)

    def run(
        self,
        function: Callable[[Task], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        *,
        progress: Callable[[int, int], object] | None = None,
        must_finish: bool = False,
    ) -> Task:
        """Run a function on another thread.

        Args:
            function: what is to be done. It is given its task, by which it can say how far it is, and see whether
                anybody still waits.
            done: takes what it returns, on the window's thread.
            failed: takes what it raises, likewise; raised again there is what it does not know. None knows nothing.
            progress: takes what it says of how far it is, likewise: how much is done, and of how much.
            must_finish: whether the window stays open until it has ended.

        Returns:
            The task, to be cancelled where it is out of date.
        """
        task = Task(self._reported.emit, must_finish=must_finish)
        self._started[task] = _Started(task, done, failed or _raise, progress)
        _pool().start(lambda: self._work(task, function))
        self.changed.emit()
        return task

    def close(self) -> None:
        """Drop everything, and wait until none of it runs; nothing may be begun afterwards."""
        for task in self._started:
            task.cancel()
        for task in self._started:
            task.wait()
        self._started.clear()

    def _work(self, task: Task, function: Callable[[Task], object]) -> None:
        result, error = None, None
        try:
            if not task.cancelled:
                result = function(task)
        except Exception as raised:  # noqa: BLE001  # it is raised again on the window's thread
            error = raised
        with suppress(RuntimeError):  # the window was thrown away without being closed
            self._ended.emit(task, result, error)
        task.end()

    def _take(self, task: Task, result: object, error: Exception | None) -> None:
        started = self._started.pop(task, None)
        if started is None:
            return  # the window is closed
        try:
            if task.cancelled:
                return
            if error is None:
                started.done(result)
            else:
                started.failed(error)
        finally:
            self.changed.emit()

    def _tell(self, task: Task, done: int, whole: int) -> None:
        started = self._started.get(task)
        if started is not None and started.progress is not None and not task.cancelled:
            started.progress(done, whole)


@cache
def _pool() -> QThreadPool:
    """The threads of the program; it does not end while one of them runs."""
    pool = QThreadPool()
    pool.setMaxThreadCount(_THREADS)
    atexit.register(pool.waitForDone)
    return pool


def _raise(error: Exception) -> None:
    raise error
