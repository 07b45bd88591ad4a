"""``Files``: opening, saving and exporting, with the questions and messages that go with them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QMessageBox

from hsp_calc.casefile import (
    Case,
    PasswordNeededError,
    Protection,
    WrongPasswordError,
    load,
)
from hsp_calc.casefile.recovery import Snapshot
from hsp_calc.gui.case.unread_guard import Step, UnreadGuard
from hsp_calc.gui.editor import Editor
from hsp_calc.gui.settings import Settings
from hsp_calc.locations import resources
from hsp_calc.problems import InputError
from hsp_calc.rules import NoTableError
from hsp_calc.text import ExplainedError, Words, describe, describe_error, describe_no_table, describe_os_error

_SUFFIX = ".hspcase"
_MOST_IN_A_MESSAGE = 6
_Answer = QMessageBox.StandardButton


class Files(QObject):
    """What the window does with files.

    Attributes:
        opened: emitted after another case was put in the window.
    """

    opened = Signal()

    def __init__(
        self,
        window: QMainWindow,
        editor: Editor,
        settings: Settings,
        words: Callable[[], Words],
        unread: UnreadGuard,
    ) -> None:
        super().__init__(window)
        self._unread = unread
        self._window = window
        self._spoken = words
        self._editor = editor
        self._settings = settings
        self._discarded = False

    @property
    def _words(self) -> Words:
        return self._spoken()

    # Opening ---------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Start an empty case."""
        self._after_asking(lambda: self._put(Case(), None))

    def open(self) -> None:
        """Choose a file and open it."""
        self._after_asking(self._choose)

    def open_asking(self, path: Path) -> None:
        """Open a file, after asking about unsaved changes."""
        self._after_asking(lambda: self.open_path(path))

    def open_sample(self) -> None:
        """Open the sample case; it has no file, so that it cannot be overwritten."""
        sample = resources() / "samples" / "engineer.hspcase"
        self._after_asking(lambda: self._put(load(sample).cases[0], None))

    def fill_recent(self, menu: QMenu) -> None:
        """List the files last used."""
        menu.clear()
        for name in self._settings.recent:
            action = menu.addAction(Path(name).name)
            action.setToolTip(name)
            action.triggered.connect(partial(self.open_asking, Path(name)))
        if menu.isEmpty():
            menu.addAction(self._words("No file yet")).setEnabled(False)

    def open_path(self, path: Path) -> bool:
        """Open a file of facts or a case; what is wrong with it is said. A protected case asks for its password.

        Returns:
            Whether it was opened; a protected case is opened later, if its password is typed.
        """
        _ = self._words
        try:
            return self._open(path, None)
        except PasswordNeededError:
            from hsp_calc.gui.case.passwords import PasswordDialog  # noqa: PLC0415  # not needed to start

            PasswordDialog(path.name, lambda typed: self._open(path, typed), self._window, _).open()
            return False

    def _open(self, path: Path, password: str | None) -> bool:
        """Open a file; whatever is wrong but the password is said.

        Raises:
            PasswordNeededError: it is protected, and there is no password.
            WrongPasswordError: it is protected with another.
        """
        _ = self._words
        try:
            loaded = load(path, password)
        except (PasswordNeededError, WrongPasswordError):
            raise
        except InputError as error:
            self.refuse(_("This file cannot be opened."), describe_error(error, _))
            return False
        except OSError as error:
            self._say(_("This file cannot be opened."), describe_os_error(error, _, name=str(path)))
            return False
        if len(loaded.cases) != 1:
            self._say(_("This file cannot be opened."), _("It holds a list of persons; the window shows one."))
            return False
        self._put(loaded.cases[0], path if path.suffix == _SUFFIX else None, loaded.protection)
        if path.suffix == _SUFFIX:
            self._settings.add_recent(path)
        return True

    def _choose(self) -> None:
        _ = self._words
        kinds = f"{_('Cases and facts')} (*{_SUFFIX} *.json);;{_('All files')} (*)"
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Open"), self._settings.folder, kinds)
        if name:
            self._settings.folder = str(Path(name).parent)
            self.open_path(Path(name))

    def _put(
        self, case: Case, path: Path | None, protection: Protection | None = None, *, unsaved: bool = False
    ) -> None:
        self._editor.open(case, path, protection, unsaved=unsaved)
        self.opened.emit()

    def put_asking(self, case: Case) -> None:
        """Put a case that no file holds in the window, after asking about unsaved changes."""
        self._after_asking(lambda: self._put(case, None, unsaved=True))

    def put_back_asking(
        self, snapshot: Snapshot, protection: Protection | None, restored: Callable[[], object]
    ) -> None:
        """Put back what was on the screen of a window that was killed, after asking about unsaved changes."""

        def put() -> None:
            self._put(snapshot.case, snapshot.path, protection, unsaved=snapshot.modified)
            restored()

        self._after_asking(put)

    def protect(self) -> None:
        """Set, change or remove the password of the case."""
        from hsp_calc.gui.case.passwords import ProtectDialog  # noqa: PLC0415  # not needed to start

        ProtectDialog(
            protected=self._editor.protection is not None,
            protect=self._editor.protect,
            parent=self._window,
            _=self._words,
        ).open()

    # Saving ----------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save to the case's file; ask for one if it has none.

        Returns:
            Whether it was saved.
        """
        return self.save_as() if self._editor.path is None else self._write(self._editor.path)

    def save_as(self) -> bool:
        """Choose a file and save to it.

        Returns:
            Whether it was saved.
        """
        _ = self._words
        name = self._ask_where(_("Save as"), f"{self._file_stem()}{_SUFFIX}", f"{_('Cases')} (*{_SUFFIX})")
        if not name:
            return False
        path = Path(name)
        return self._write(path if path.suffix else path.with_suffix(_SUFFIX))

    def _write(self, path: Path) -> bool:
        _ = self._words
        if self._editor.changed_elsewhere(path) and (instead := self._instead_of_replacing()) is not None:
            return instead()
        try:
            self._editor.save(path)
        except OSError as error:
            self._say(_("The case was not saved."), describe_os_error(error, _, name=str(path), writing=True))
            return False
        except InputError as error:
            reasons = [describe(problem, _) for problem in error.problems]
            self.refuse(_("The case was not saved."), reasons)
            return False
        self._settings.add_recent(path)
        return True

    def export(self, title: str, suffix: str, kinds: str, write: Callable[[Path], None], *, kind: str = "") -> bool:
        """Choose a file and have it written; what keeps it from being written is said.

        Args:
            title: of the question.
            suffix: of the name, where the user gives none.
            kinds: the kinds of files to choose from.
            write: writes it.
            kind: what it is, for the name that is proposed.

        Returns:
            Whether it was written; not yet, where something that could not be read is asked about first.
        """
        return self._unread.before(Step.EXPORT, lambda: self._export(title, suffix, kinds, write, kind))

    def _export(self, title: str, suffix: str, kinds: str, write: Callable[[Path], None], kind: str) -> bool:
        _ = self._words
        stem = "-".join(filter(None, (self._file_stem(), kind, self._editor.day.isoformat())))
        name = self._ask_where(title, f"{stem}{suffix}", kinds)
        if not name:
            return False
        path = Path(name)
        path = path if path.suffix else path.with_suffix(suffix)
        why: list[str] = []
        try:
            write(path)
        except InputError as error:
            why = describe_error(error, _)
        except ExplainedError as error:
            why = [error.describe(_)]
        except NoTableError as error:
            why = [describe_no_table(error, _)]
        except OSError as error:
            why = [describe_os_error(error, _, name=str(path), writing=True)]
        if why:
            self.refuse(_("The file was not written."), why)
            return False
        self._window.statusBar().showMessage(_("Written: {path}", path=str(path)), 8000)
        return True

    def _ask_where(self, title: str, suggestion: str, kinds: str) -> str:
        start = Path(self._settings.folder) / suggestion
        name, _kind = QFileDialog.getSaveFileName(self._window, title, str(start), kinds)
        if name:
            self._settings.folder = str(Path(name).parent)
        return name

    def _file_stem(self) -> str:
        if self._editor.path is not None:
            return self._editor.path.stem
        kept = "".join(sign if sign.isalnum() or sign in " -_" else "_" for sign in self._editor.case.applicant.name)
        return kept.strip().replace(" ", "-")[:60] or "hsp-case"

    # Questions -------------------------------------------------------------------------------------------------

    def may_close(self) -> bool:
        """Whether the window may close now; if changes are unsaved, the question is put and may close it later."""
        if self._discarded or not (self._editor.modified or self._unread.named()):
            return True
        if self._editor.modified:
            self._ask(self._close_for_good)
        else:
            self._unread.before(Step.CLOSE, self._close_for_good)
        return False

    def _close_for_good(self) -> None:
        self._discarded = True
        self._window.close()

    def _after_asking(self, go_on: Callable[[], object]) -> None:
        """Go on at once if everything is saved; else ask first."""
        if self._editor.modified:
            self._ask(go_on)
        else:
            go_on()

    def _instead_of_replacing(self) -> Callable[[], bool] | None:
        """What to do instead of replacing what another window wrote; None if the user wants it replaced."""
        _ = self._words
        box = QMessageBox(self._window)
        box.setObjectName("changed_elsewhere")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("HSP Calc")
        box.setText(_("Another window has saved this file since it was opened here."))
        box.setInformativeText(_("Save under another name to keep both, or replace what the other window saved."))
        replace = box.addButton(_("&Replace"), QMessageBox.ButtonRole.DestructiveRole)
        another = box.addButton(_("Save &as…"), QMessageBox.ButtonRole.AcceptRole)
        for button, name in ((replace, "replace"), (another, "save_as")):
            button.setObjectName(name)
        box.addButton(_Answer.Cancel)
        box.setDefaultButton(another)
        box.exec()
        if box.clickedButton() is replace:
            return None
        return self.save_as if box.clickedButton() is another else lambda: False

    def _ask(self, go_on: Callable[[], object]) -> None:
        _ = self._words
        box = QMessageBox(self._window)
        box.setObjectName("unsaved_changes")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("HSP Calc")
        box.setText(_("Save the changes to this case?"))
        box.setStandardButtons(_Answer.Save | _Answer.Discard | _Answer.Cancel)
        box.setDefaultButton(_Answer.Save)
        self._unread.name_in(box)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answered(button: int) -> None:
            if button == _Answer.Discard.value or (button == _Answer.Save.value and self.save()):
                go_on()

        box.finished.connect(answered)
        box.open()

    def refuse(self, what: str, reasons: Sequence[str]) -> None:
        """Say in a message what was not done, and why; in a list that scrolls, where there is much to say."""
        if len(reasons) <= _MOST_IN_A_MESSAGE:
            self._say(what, "\n".join(reasons))
        else:
            from hsp_calc.gui.case.problem_list import ProblemList  # noqa: PLC0415  # not needed to start

            ProblemList(what, reasons, self._window, self._words).open()

    def _say(self, what: str, why: str) -> None:
        box = QMessageBox(self._window)
        box.setObjectName("message")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("HSP Calc")
        box.setText(what)
        box.setInformativeText(why)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
