"""``FileActions``: opening, saving and exporting, with the questions and messages that go with them."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QMessageBox

from hsp_calc.app.case_file import UNKNOWN
from hsp_calc.app.case_session import CaseSession
from hsp_calc.casefile import (
    Case,
    Loaded,
    PasswordNeededError,
    Protection,
    Shortfall,
    clear_folder,
    is_read_only,
    load,
    read_bytes,
    remove_left_behind,
)
from hsp_calc.casefile.file_names import CASE_ENDING, has_ending, is_case_file, stem_of
from hsp_calc.casefile.recovery import Snapshot
from hsp_calc.control_characters import visible
from hsp_calc.gui.shell.file_questions import Answer, FileQuestions
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.shell.unread_guard import Step, UnreadGuard
from hsp_calc.gui.shell.worker import Worker
from hsp_calc.gui.widgets.plain_text import Message, plain
from hsp_calc.locations import resources
from hsp_calc.rules import NoTableError
from hsp_calc.text import (
    N_,
    ExplainedError,
    Translator,
    describe,
    describe_error,
    describe_no_table,
    describe_os_error,
    seen,
)
from hsp_calc.validation import InputError

_NO_CASE = {"not_json", "not_utf8"}
"""What is said of a file that is something else than a case."""
_OTHER_TABLE = N_(
    "It is a table, but no list of persons: its headings are not known. Shifts are read in the status guide, on the "
    "page “28 hours”; the headings of a list of persons are in a template, in the menu File."
)
_MOST_IN_A_MESSAGE = 6
_Answer = QMessageBox.StandardButton


class FileActions(QObject):
    """What the window does with files.

    Attributes:
        worker: runs what takes long.
        opened: emitted after another case was put in the window.
        list_opened: emitted with the name of a file that is a list of persons, which is imported and not opened.
    """

    opened = Signal()
    list_opened = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        editor: CaseSession,
        settings: Settings,
        words: Callable[[], Translator],
        *,
        unread: UnreadGuard,
        worker: Worker,
    ) -> None:
        super().__init__(window)
        self.worker = worker
        self._unread = unread
        self._window = window
        self._spoken = words
        self._editor = editor
        self._settings = settings
        self._discarded = False
        self._questions = FileQuestions(window, settings, words)
        self._told: set[tuple[Path, Shortfall]] = set()

    @property
    def _words(self) -> Translator:
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

    def clear_left_behind(self) -> None:
        """Remove what a killed program left half written in the folders last used, in the background.

        A folder on a network may take its time to answer.
        """
        names = {str(Path(name).parent) for name in self._settings.recent} | {self._settings.folder}

        def clear() -> None:
            for name in filter(None, names):
                clear_folder(Path(name))

        Thread(target=clear, daemon=True).start()

    def fill_recent(self, menu: QMenu) -> None:
        """List the files last used."""
        menu.clear()
        for name in self._settings.recent:
            action = menu.addAction(visible(Path(name).name).replace("&", "&&"))
            action.setToolTip(plain(name))
            action.triggered.connect(partial(self.open_asking, Path(name)))
        if menu.isEmpty():
            menu.addAction(self._words("No file yet")).setEnabled(False)
        menu.addSeparator()
        remember = menu.addAction(self._words("&Remember recent files"))
        remember.setObjectName("remember_recent")
        remember.setCheckable(True)
        remember.setChecked(self._settings.remembers_recent)
        remember.toggled.connect(self._remember_recent)

    def _remember_recent(self, remember: bool) -> None:  # as Qt gives it
        self._settings.remembers_recent = remember

    def open_path(self, path: Path) -> bool:
        """Open a file of facts or a case; what is wrong with it is said. A protected case asks for its password.

        Returns:
            Whether it was opened; a protected case is opened later, if its password is typed.
        """
        _ = self._words
        if self._is_list(path):
            self.list_opened.emit(str(path))
            return False
        try:
            loaded = load(path)
        except PasswordNeededError:
            self._ask_password(path)
            return False
        except (InputError, OSError) as error:
            self._tell_unopened(path, error)
            return False
        return self._take(path, loaded)

    def _ask_password(self, path: Path) -> None:
        from hsp_calc.gui.dialogs.passwords import PasswordDialog  # noqa: PLC0415  # not needed to start

        PasswordDialog(
            path.name,
            lambda typed: load(path, typed),
            lambda loaded: self._take(path, loaded),
            lambda error: self._tell_unopened(path, error),
            worker=self.worker,
            parent=self._window,
            _=self._words,
        ).open()

    @staticmethod
    def _is_list(path: Path) -> bool:
        """Whether a file is a list of persons, by its ending and by what stands in it."""
        if not has_ending(path, ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls"):
            return False
        from hsp_calc.casefile.exchange import is_list  # noqa: PLC0415  # not needed to start

        try:
            return is_list(read_bytes(str(path)))
        except (InputError, OSError):
            return False

    def _tell_unopened(self, path: Path, error: Exception) -> None:
        """Say why a file was not opened; raises what is no reason for that."""
        _ = self._words
        match error:
            case InputError() if has_ending(path, ".csv", ".tsv") and error.problems[0].code in _NO_CASE:
                self._say(_("This file cannot be opened."), _(_OTHER_TABLE))
            case InputError():
                self.refuse(_("This file cannot be opened."), describe_error(error, _))
            case OSError():
                self._say(_("This file cannot be opened."), describe_os_error(error, _, name=str(path)))
            case _:
                raise error

    def _take(self, path: Path, loaded: Loaded) -> bool:
        """Put what was read in the window, where it is one case."""
        _ = self._words
        if len(loaded.cases) != 1:
            self._say(
                _("This file cannot be opened."),
                _(
                    "It contains a list of persons as JSON, but the window shows one person. Save each person "
                    "in a separate file."
                ),
            )
            return False
        own = path.absolute() if is_case_file(path) else None
        self._put(loaded.cases[0], own, loaded.protection, digest=loaded.digest)
        if own is not None:
            remove_left_behind(own)
            self._settings.add_recent(own)
        return True

    def _choose(self) -> None:
        _ = self._words
        endings = f"*{CASE_ENDING} *{CASE_ENDING.upper()} *.json *.JSON"  # where names are told apart by their case
        kinds = f"{_('Cases and facts')} ({endings});;{_('All files')} (*)"
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Open"), self._settings.folder, kinds)
        if name:
            self._settings.folder = str(Path(name).parent)
            self.open_path(Path(name))

    def _put(
        self,
        case: Case,
        path: Path | None,
        protection: Protection | None = None,
        *,
        unsaved: bool = False,
        digest: bytes | None = None,
    ) -> None:
        self._editor.open(case, path, protection, unsaved=unsaved, digest=digest)
        self.opened.emit()

    def put_asking(self, case: Case) -> None:
        """Put a case that no file holds in the window, after asking about unsaved changes."""
        self._after_asking(lambda: self._put(case, None, unsaved=True))

    def put_back_asking(
        self, snapshot: Snapshot, protection: Protection | None, restored: Callable[[], object]
    ) -> None:
        """Put back what was on the screen of a window that was killed, after asking about unsaved changes."""

        def put() -> None:
            base = UNKNOWN if snapshot.base is None else snapshot.base
            path = snapshot.path if snapshot.path is not None and snapshot.path.is_absolute() else None
            self._put(snapshot.case, path, protection, unsaved=snapshot.modified or path is None, digest=base)
            restored()
            if path is not None and self._editor.changed_elsewhere(path):
                self._tell_changed_since(path)

        self._after_asking(put)

    def protect(self) -> None:
        """Set, change or remove the password of the case."""
        from hsp_calc.gui.dialogs.passwords import ProtectDialog  # noqa: PLC0415  # not needed to start

        ProtectDialog(
            protected=self._editor.protection is not None,
            protect=self._editor.protect,
            worker=self.worker,
            parent=self._window,
            _=self._words,
        ).open()

    # Saving ----------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save to the case's file; ask for one if it has none.

        Returns:
            Whether it was saved.
        """
        return self.save_as() if self._editor.path is None else self._save_to_own(self._editor.path)

    def save_as(self) -> bool:
        """Choose a file and save to it.

        Returns:
            Whether it was saved.
        """
        _ = self._words
        suggestion = f"{self._file_stem()}{CASE_ENDING}"
        path = self._questions.where(_("Save as"), suggestion, f"{_('Cases')} (*{CASE_ENDING})")
        return path is not None and self._write(path)

    def _save_to_own(self, path: Path) -> bool:
        """Save to the file of the case, after asking about what it would replace unasked."""
        answer = Answer.REPLACE
        if self._editor.changed_elsewhere(path):
            answer = self._questions.changed_elsewhere(path.name, self._differences)
        elif is_read_only(path):
            answer = self._questions.may_replace(path)
        match answer:
            case Answer.REPLACE:
                return self._write(path)
            case Answer.ANOTHER_NAME:
                return self.save_as()
            case Answer.RELOAD:
                self._reload()
        return False

    def _reload(self) -> None:
        _ = self._words
        try:
            self._editor.reload(self._editor.read_again())
        except InputError as error:
            self.refuse(_("The file was not reloaded."), describe_error(error, _))
        except OSError as error:
            self._say(_("The file was not reloaded."), describe_os_error(error, _))
        else:
            self.opened.emit()

    def _differences(self) -> list[str]:
        """What the file of the case and the window say differently, or why that cannot be told."""
        from hsp_calc.casefile.differences import differences  # noqa: PLC0415  # needed by few
        from hsp_calc.text.differences import difference_lines  # noqa: PLC0415  # as above

        _ = self._words
        try:
            there = self._editor.read_again().cases[0]
        except InputError as error:
            return describe_error(error, _)
        except OSError as error:
            return [describe_os_error(error, _)]
        return list(difference_lines(differences(there, self._editor.case), _))

    def _tell_changed_since(self, path: Path) -> None:
        """Tell that a restored case is based on an older state of its file."""
        _ = self._words
        self._say(
            _("“{name}” has been saved again since this copy was made.", name=seen(path.name)),
            _(
                "What you restored is shown here, and nothing was replaced. When you save, you are asked first and can "
                "see the differences."
            ),
        )

    def _write(self, path: Path) -> bool:
        _ = self._words
        try:
            shortfalls = self._editor.save(path)
        except OSError as error:
            self._say(_("The case was not saved."), describe_os_error(error, _, name=str(path), writing=True))
            return False
        except InputError as error:
            reasons = [describe(problem, _) for problem in error.problems]
            self.refuse(_("The case was not saved."), reasons)
            return False
        self._settings.add_recent(path)
        self._tell_shortfalls(path.parent, shortfalls)
        return True

    def _tell_shortfalls(self, folder: Path, shortfalls: Collection[Shortfall]) -> None:
        """Tell once a folder what it does not give; the file is saved."""
        _ = self._words
        news = [
            shortfall for shortfall in Shortfall if shortfall in shortfalls and (folder, shortfall) not in self._told
        ]
        if news:
            from hsp_calc.text.shortfalls import describe_shortfall  # noqa: PLC0415  # needed by few

            self._told |= {(folder, each) for each in news if each is not Shortfall.LINKS}
            self._say(_("The case is saved, but please note:"), "\n".join(describe_shortfall(each, _) for each in news))

    def where(self, title: str, suffix: str, kinds: str, *, kind: str = "") -> Path | None:
        """Choose a file for something that is made of the case; None where the question was given up.

        Args:
            title: of the question.
            suffix: of the name, where the user gives none.
            kinds: the kinds of files to choose from.
            kind: what it is, for the name that is proposed.
        """
        scenario = self._editor.what_if
        what_if = "" if scenario is None else stem_of(self._words("what-if {name}", name=scenario))
        stem = "-".join(filter(None, (self._file_stem(), what_if, kind, self._editor.day.isoformat())))
        return self._questions.where(title, f"{stem}{suffix}", kinds)

    def export(self, title: str, suffix: str, kinds: str, write: Callable[[Path], object], *, kind: str = "") -> None:
        """Choose a file and have something written that is there already; what keeps it from being written is said.

        Args:
            title: of the question.
            suffix: of the name, where the user gives none.
            kinds: the kinds of files to choose from.
            write: writes it.
            kind: what it is, for the name that is proposed.
        """

        def go_on() -> None:
            path = self.where(title, suffix, kinds, kind=kind)
            if path is None:
                return
            try:
                write(path)
            except (InputError, ExplainedError, NoTableError, OSError) as error:
                self.tell_unwritten(path, error)
            else:
                self.tell_written(path)

        self._unread.before(Step.EXPORT, go_on)

    def tell_written(self, path: Path) -> None:
        """Say that a file is written."""
        self._window.statusBar().showMessage(self._words("Written: {path}", path=str(path)), 8000)

    def tell_unwritten(self, path: Path, error: Exception) -> None:
        """Say why a file was not written; raises what is no reason for that."""
        self._window.statusBar().clearMessage()
        if isinstance(error, OSError):
            _ = self._words
            why = describe_os_error(error, _, name=str(path), writing=True)
            self.refuse(_("The file was not written."), [why])
        else:
            self.tell_undone(self._words("The file was not written."), error)

    def tell_undone(self, what: str, error: Exception) -> None:
        """Say what was not done, and why; raises what is no reason for that."""
        _ = self._words
        match error:
            case InputError():
                self.refuse(what, describe_error(error, _))
            case ExplainedError():
                self.refuse(what, [error.describe(_)])
            case NoTableError():
                self.refuse(what, [describe_no_table(error, _)])
            case _:
                raise error

    def _file_stem(self) -> str:
        if self._editor.path is not None:
            return self._editor.path.stem
        return stem_of(self._editor.case.applicant.name, "hsp-case")

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

    def _ask(self, go_on: Callable[[], object]) -> None:
        _ = self._words
        box = Message(self._window)
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
            from hsp_calc.gui.dialogs.problem_list import ProblemList  # noqa: PLC0415  # not needed to start

            ProblemList(what, reasons, self._window, self._words).open()

    def _say(self, what: str, why: str) -> None:
        box = Message(self._window)
        box.setObjectName("message")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("HSP Calc")
        box.setText(what)
        box.setInformativeText(why)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
