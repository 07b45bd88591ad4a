"""``RecoveryDialog``: offers what windows left behind when they were killed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hsp_calc.casefile import Protection
from hsp_calc.casefile.recovery import Leftover, Snapshot
from hsp_calc.control_characters import visible
from hsp_calc.gui.dialogs.passwords import PasswordDialog
from hsp_calc.gui.dialogs.problem_list import ProblemList
from hsp_calc.gui.shell.worker import Worker
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator, describe, describe_os_error
from hsp_calc.validation import InputError

Restore = Callable[[Snapshot, Protection | None, Callable[[], None]], None]
"""Puts a snapshot in the window, perhaps after a question, and then calls the function."""


class RecoveryDialog(QDialog):
    """Lists the copies left behind; each can be restored, discarded, or left for later."""

    def __init__(
        self,
        leftovers: Sequence[Leftover],
        restore: Restore,
        words: Callable[[], Translator],
        worker: Worker,
        parent: QWidget,
    ) -> None:
        """Make one.

        Args:
            leftovers: the copies.
            restore: puts one in the window.
            words: the words of the moment.
            worker: reads a protected one.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("leftovers")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("HSP Calc")
        self.resize(620, 320)
        self._leftovers = list(leftovers)
        self._restore_in_window = restore
        self._words = words
        self._worker = worker
        self._lead = Label(wrap=True)
        self._list = QTreeWidget()
        self._list.setObjectName("leftovers.list")
        self._list.setRootIsDecorated(False)
        self._list.setAllColumnsShowFocus(True)
        self._list.header().setStretchLastSection(True)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._restore = QPushButton()
        self._discard = QPushButton()
        self._later = QPushButton()
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for button, name, act in (
            (self._restore, "restore", self._restore_selected),
            (self._discard, "discard", self._discard_selected),
            (self._later, "later", self.close),
        ):
            button.setObjectName(f"leftovers.{name}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, act=act: act())
            row.addWidget(button)
        row.insertStretch(2, 1)
        self._restore.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._lead)
        layout.addWidget(self._list, 1)
        layout.addLayout(row)
        self.finished.connect(lambda _result: self._release())
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        _ = self._words()
        self._lead.setText(_("The program ended before this work was saved. Restore it as it was on the screen?"))
        self._restore.setText(_("&Restore"))
        self._discard.setText(_("&Discard"))
        self._later.setText(_("&Later"))
        self._list.setHeaderLabels([_("Backed up at"), _("Case")])
        current = self._list.currentItem()
        chosen = 0 if current is None else self._list.indexOfTopLevelItem(current)
        self._list.clear()
        for leftover in self._leftovers:
            self._list.addTopLevelItem(QTreeWidgetItem([_time(leftover, _), visible(_name(leftover, _))]))
        if (item := self._list.topLevelItem(min(chosen, len(self._leftovers) - 1))) is not None:
            self._list.setCurrentItem(item)

    def _selected(self) -> Leftover | None:
        item = self._list.currentItem()
        return None if item is None else self._leftovers[self._list.indexOfTopLevelItem(item)]

    def _restore_selected(self) -> None:
        leftover, _ = self._selected(), self._words()
        if leftover is None:
            return
        if leftover.protected:
            PasswordDialog(
                _name(leftover, _),
                leftover.read,
                lambda found: self._put_back(leftover, *found),
                self._tell_unread,
                worker=self._worker,
                parent=self,
                _=_,
            ).open()
            return
        try:
            found = leftover.read(None)
        except InputError as error:
            self._tell_unread(error)
        else:
            self._put_back(leftover, *found)

    def _put_back(self, leftover: Leftover, snapshot: Snapshot, protection: Protection | None) -> None:
        self._restore_in_window(snapshot, protection, lambda: self._remove(leftover))

    def _tell_unread(self, error: Exception) -> None:
        """Say why a copy cannot be restored; raises what is no reason for that."""
        if not isinstance(error, InputError):
            raise error
        _ = self._words()
        problems = [describe(problem, _) for problem in error.problems]
        ProblemList(_("This copy cannot be restored."), problems, self, _).open()

    def _discard_selected(self) -> None:
        if (leftover := self._selected()) is not None:
            self._remove(leftover)

    def _remove(self, leftover: Leftover) -> None:
        """The work is back, or not wanted."""
        _ = self._words()
        try:
            leftover.discard()
        except OSError as error:
            ProblemList(_("The copy was not removed."), [describe_os_error(error, _, writing=True)], self, _).open()
            return
        if leftover in self._leftovers:
            self._leftovers.remove(leftover)
        if self._leftovers:
            self.retranslate()
        else:
            self.close()

    def _release(self) -> None:
        for leftover in self._leftovers:
            leftover.release()
        self._leftovers = []


def _time(leftover: Leftover, _: Translator) -> str:
    """When it was kept, by the clock of the user."""
    if leftover.kept_at is None:
        return _("unknown")
    at = leftover.kept_at.astimezone()
    return f"{_.day(at.date())} {at:%H:%M}"


def _name(leftover: Leftover, _: Translator) -> str:
    """Whose case it is, as far as can be told without its password."""
    if leftover.protected:
        return _("Protected case")
    try:
        snapshot, _protection = leftover.read()
    except InputError:
        return _("Damaged copy")
    name = snapshot.case.applicant.name or _("New case")
    return name if snapshot.path is None else _("{name} ({file})", name=name, file=snapshot.path.name)
