"""Dialogs for passwords: ``PasswordDialog`` asks for one, ``ProtectDialog`` sets, changes or removes it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QWidget

from hsp_calc.casefile import Protection, WrongPasswordError
from hsp_calc.gui.dialogs.form_dialog import FormDialog
from hsp_calc.gui.shell.worker import Task, Worker
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.text import Translator, describe

T = TypeVar("T")

_WIDTH = 420


class PasswordDialog(FormDialog):
    """Asks for a password until it is right, or the question is given up."""

    def __init__(
        self,
        name: str,
        read: Callable[[str], T],
        take: Callable[[T], object],
        failed: Callable[[Exception], object],
        *,
        worker: Worker,
        parent: QWidget,
        _: Translator,
    ) -> None:
        """Make one.

        Args:
            name: what is protected.
            read: reads it by a password, on another thread; raises ``WrongPasswordError`` where it is wrong.
            take: takes what was read, once the question is closed.
            failed: says whatever else is wrong, likewise.
            worker: makes the keys, which takes a moment.
            parent: the window.
            _: the words.
        """
        super().__init__("password_dialog", "HSP Calc", _WIDTH, parent)
        self._say_failed = failed
        self._task: Task | None = None
        self._words = _

        def done(found: T) -> None:
            self.accept()
            take(found)

        def begin(password: str) -> Task:
            return worker.run(lambda _task: read(password), done, self._fail)

        self._begin = begin
        question = Label(wrap=True)
        question.setText(_("“{name}” is protected. Enter its password.", name=name))
        self._line = _password_line("password", _("Password"))
        self._wrong = Label("bad", wrap=True)
        self._wrong.setObjectName("wrong_password")
        self._wrong.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        self._open = buttons.button(QDialogButtonBox.StandardButton.Open)
        self._open_text = self._open.text()
        self.rejected.connect(self._give_up)
        form = self.form
        form.addRow(question)
        form.addRow(_("Password"), self._line)
        form.addRow(self._wrong)
        form.addRow(buttons)
        self._line.setFocus()

    def _try(self) -> None:
        self._task = self._begin(self._line.text())
        self._show_busy(busy=True)

    def _show_busy(self, *, busy: bool) -> None:
        """While it is opened, neither the password can be changed nor can it be opened again."""
        self._open.setEnabled(not busy)
        self._open.setText(self._words("Opening…") if busy else self._open_text)
        self._line.setReadOnly(busy)
        if busy:
            self._wrong.hide()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, WrongPasswordError):
            self.accept()
            self._say_failed(error)
            return
        self._show_busy(busy=False)
        self._wrong.setText(" ".join(describe(problem, self._words) for problem in error.problems))
        self._wrong.show()
        self._line.selectAll()
        self._line.setFocus()

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()


class ProtectDialog(FormDialog):
    """Sets, changes or removes the password of the case; a new one is typed twice."""

    def __init__(
        self,
        *,
        protected: bool,
        protect: Callable[[Protection | None], None],
        worker: Worker,
        parent: QWidget,
        _: Translator,
    ) -> None:
        """Make one.

        Args:
            protected: whether the case has a password.
            protect: takes what is to protect it; None is nothing.
            worker: makes the keys, which takes a moment.
            parent: the window.
            _: the words.
        """
        super().__init__("protect_dialog", _("Password of the case"), _WIDTH, parent)
        self._words = _
        self._protect = protect
        self._worker = worker
        self._task: Task | None = None
        state = Label(wrap=True)
        state.setText(
            _("The case has a password. Enter a new one, or remove it.")
            if protected
            else _("With a password, the file and the copies of unsaved work are encrypted.")
        )
        warning = Label("warn", wrap=True)
        warning.setText(
            _("Nobody can recover a forgotten password. The password takes effect when the case is next saved.")
        )
        self._first = _password_line("new_password", _("New password"))
        self._second = _password_line("again", _("Enter it again"))
        self._differ = Label("bad", wrap=True)
        self._differ.setText(_("The two entries differ."))
        self._differ.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._set)
        self._buttons.rejected.connect(self.reject)
        self.rejected.connect(self._give_up)
        if protected:
            remove = QPushButton(_("&Remove the password"))
            remove.setObjectName("remove_password")
            remove.setAutoDefault(False)
            remove.clicked.connect(self._remove)
            self._buttons.addButton(remove, QDialogButtonBox.ButtonRole.DestructiveRole)
        form = self.form
        form.addRow(state)
        form.addRow(_("New password"), self._first)
        form.addRow(_("Enter it again"), self._second)
        form.addRow(self._differ)
        form.addRow(warning)
        form.addRow(self._buttons)
        for line in (self._first, self._second):
            line.textChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        first, second = self._first.text(), self._second.text()
        self._differ.setVisible(bool(second) and not first.startswith(second))
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(first) and first == second and self._task is None)

    def _set(self) -> None:
        password = self._first.text()
        self._task = self._worker.run(lambda _task: Protection.with_password(password), self._take)
        for line in (self._first, self._second):
            line.setReadOnly(True)
        self._enable()

    def _take(self, protection: Protection) -> None:
        self.accept()
        self._protect(protection)

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _remove(self) -> None:
        self._protect(None)
        self.reject()


def _password_line(name: str, label: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(label)
    return line
