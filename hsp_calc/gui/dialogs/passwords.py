"""Dialogs for passwords: ``PasswordDialog`` asks for one, ``ProtectDialog`` sets, changes or removes it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QPushButton, QWidget

from hsp_calc.casefile import Protection, WrongPasswordError
from hsp_calc.gui.dialogs.form_dialog import FormDialog
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.text import Translator, describe

_WIDTH = 420


class PasswordDialog(FormDialog):
    """Asks for a password until it is right, or the question is given up."""

    def __init__(self, name: str, attempt: Callable[[str], object], parent: QWidget, _: Translator) -> None:
        """Make one.

        Args:
            name: what is protected.
            attempt: takes a password; raises ``WrongPasswordError`` where it is wrong, and says whatever else is.
            parent: the window.
            _: the words.
        """
        super().__init__("password_dialog", "HSP Calc", _WIDTH, parent)
        self._attempt = attempt
        self._words = _
        question = Label(wrap=True)
        question.setText(_("“{name}” is protected. Enter its password.", name=name))
        self._line = _password_line("password", _("Password"))
        self._wrong = Label("bad", wrap=True)
        self._wrong.setObjectName("wrong_password")
        self._wrong.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        form = self.form
        form.addRow(question)
        form.addRow(_("Password"), self._line)
        form.addRow(self._wrong)
        form.addRow(buttons)
        self._line.setFocus()

    def _try(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._attempt(self._line.text())
        except WrongPasswordError as error:
            self._wrong.setText(" ".join(describe(problem, self._words) for problem in error.problems))
            self._wrong.show()
            self._line.selectAll()
            self._line.setFocus()
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.accept()


class ProtectDialog(FormDialog):
    """Sets, changes or removes the password of the case; a new one is typed twice."""

    def __init__(
        self, *, protected: bool, protect: Callable[[Protection | None], None], parent: QWidget, _: Translator
    ) -> None:
        """Make one.

        Args:
            protected: whether the case has a password.
            protect: takes what is to protect it; None is nothing.
            parent: the window.
            _: the words.
        """
        super().__init__("protect_dialog", _("Password of the case"), _WIDTH, parent)
        self._words = _
        self._protect = protect
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
        self._buttons = self.ok_and_cancel()
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
        self.accepted.connect(self._set)
        self._enable()

    def _enable(self) -> None:
        first, second = self._first.text(), self._second.text()
        self._differ.setVisible(bool(second) and not first.startswith(second))
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(first) and first == second)

    def _set(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._protect(Protection.with_password(self._first.text()))
        finally:
            QApplication.restoreOverrideCursor()

    def _remove(self) -> None:
        self._protect(None)
        self.reject()


def _password_line(name: str, label: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(label)
    return line
