"""``ExportActions``: what leaves the window as ``exports`` names it, made beside the window.

What only an export needs is imported when it is first asked for, so that the window need not wait for it.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from hsp_calc.app import exports
from hsp_calc.app.exports import Destination, Export, ExportSubject, guide_pages_of
from hsp_calc.casefile import write_atomically
from hsp_calc.gui.shell.actions import Actions
from hsp_calc.gui.shell.file_actions import FileActions
from hsp_calc.gui.shell.unread_guard import Step, UnreadGuard
from hsp_calc.gui.shell.worker import Worker
from hsp_calc.rules import NoTableError
from hsp_calc.text import Translator
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.gui.dialogs.form_check_dialog import Mend
    from hsp_calc.output.form_check import FormCheck

_SHOWN_FOR = 8_000  # milliseconds
_STEPS = {
    Destination.FILE: Step.EXPORT,
    Destination.PRINTER: Step.PRINT,
    Destination.PICTURE: Step.COPY,
    Destination.TEXT: Step.COPY,
}


class ExportActions:
    """Makes what the actions of the exports name, of the case and the category in view."""

    def __init__(
        self,
        window: QMainWindow,
        files: FileActions,
        worker: Worker,
        unread: UnreadGuard,
        *,
        subject: Callable[[], ExportSubject],
        lead_to: "Callable[[Mend, str], None]",
    ) -> None:
        """Make one.

        Args:
            window: over which questions and messages are put.
            files: ask where, and say what goes wrong.
            worker: makes the exports.
            unread: asks about what could not be read.
            subject: what they are made of at the moment.
            lead_to: opens what mends a point of the form.
        """
        self._window = window
        self._files = files
        self._worker = worker
        self._unread = unread
        self._current = subject
        self._lead_to = lead_to
        self._running: set[str] = set()
        self._scored = False
        self._guide_pages: tuple[str, ...] = ()
        self._memos = False
        self._actions: Actions | None = None

    def connect(self, actions: Actions) -> None:
        """Do it by the actions of the window."""
        self._actions = actions
        for export in exports.EXPORTS:
            if export.has_action:
                actions.connect(export.id, partial(self.run, export.id))
        actions.connect("checklist.memos", self._choose_memos)
        actions.connect("office", self._edit_office)

    def show_enabled(self, *, scored: bool) -> None:
        """Offer what can be made now: not twice what is being made, and where there is no score, what needs none."""
        self._scored = scored
        if self._actions is None:
            return
        for export in exports.EXPORTS:
            if export.has_action:
                possible = (scored or not export.scored) and export.id not in self._running
                self._actions[export.id].setEnabled(possible)
        self._actions["checklist.memos"].setEnabled(scored)

    def subject(self) -> ExportSubject:
        """What an export is made of now."""
        return replace(self._current(), memos=self._memos)

    def run(self, name: str) -> None:
        """Make an export, after what is to be asked first; nothing while it is being made."""
        export = exports.export_named(name)
        if name not in self._running:
            self._unread.before(_STEPS[export.destination], partial(self._start, export))

    def _start(self, export: Export) -> None:
        subject = self.subject()
        if export.check is not None:
            self._check(export, subject)
        elif export.asks_pages and (choices := guide_pages_of(subject.session.case)):
            self._ask_pages(export, subject, choices)
        else:
            self._make(export, subject)

    # What is asked first ---------------------------------------------------------------------------------------

    def _check(self, export: Export, subject: ExportSubject) -> None:
        """Go on at once where the form takes nothing for granted and lacks nothing; else say what, and ask first."""
        assert export.check is not None  # noqa: S101  # for the type checker
        check, make = export.check, partial(self._make, export, subject)

        def checked(checks: "Sequence[FormCheck]") -> None:
            if not any(each.assumed or each.gaps for each in checks):
                make()
                return
            from hsp_calc.gui.dialogs.form_check_dialog import FormCheckDialog  # noqa: PLC0415  # as said above

            FormCheckDialog(checks, make, self._lead_to, self._window, subject.words).open()

        def failed(error: Exception) -> None:
            if not isinstance(error, InputError | NoTableError):
                raise error
            make()  # which says what is wrong

        self._begin(export, lambda: check(subject), checked, failed)

    def _ask_pages(self, export: Export, subject: ExportSubject, choices: Collection[str]) -> None:
        """Ask which pages of the guide follow the summary."""
        from hsp_calc.gui.guide.pages_dialog import GuidePagesDialog  # noqa: PLC0415  # not before the guide is asked

        def chosen(pages: Collection[str]) -> None:
            self._guide_pages = tuple(pages)
            self._make(export, replace(subject, guide_pages=self._guide_pages))

        GuidePagesDialog(choices, self._guide_pages, chosen, self._window, subject.words).open()

    # Where it goes ---------------------------------------------------------------------------------------------

    def _make(self, export: Export, subject: ExportSubject) -> None:
        match export.destination:
            case Destination.FILE:
                self._write(export, subject)
            case Destination.TEXT:
                make = next(iter(export.makers.values()))
                QGuiApplication.clipboard().setText(make(subject).decode())
                self._say(subject.words("Copied."))
            case Destination.PRINTER:
                self._draw(export, subject, self._print)
            case Destination.PICTURE:
                self._draw(export, subject, self._copy)

    def _write(self, export: Export, subject: ExportSubject) -> None:
        """Ask where, and write there."""
        _ = subject.words
        first = next(iter(export.makers))
        kinds = ";;".join(f"{_(kind.label)} (*.{kind.value})" for kind in export.makers)
        stem = export.file_stem(subject.category)
        path = self._files.where(_(export.title), f".{first.value}", kinds, kind=stem)
        if path is None:
            return
        make = export.maker_for(path.suffix)
        self._say(_("Writing {path}…", path=str(path)), lasting=True)
        self._begin(
            export,
            lambda: write_atomically(path, make(subject), private=export.private),
            lambda _none: self._files.tell_written(path),
            lambda error: self._files.tell_unwritten(path, error),
            must_finish=True,
        )

    def _draw(self, export: Export, subject: ExportSubject, draw: Callable[[list[bytes], Translator], object]) -> None:
        """Print or copy it, where it can be made as a file too, which is stricter than its pictures."""
        assert export.pages is not None  # noqa: S101  # for the type checker
        pages, make = export.pages, next(iter(export.makers.values()))

        def made() -> list[bytes]:
            make(subject)
            return pages(subject)

        refused = partial(self._files.tell_undone, subject.words(export.refused))
        self._begin(export, made, lambda drawn: draw(drawn, subject.words), refused)

    def _print(self, pages: list[bytes], _: Translator) -> None:
        from hsp_calc.gui.shell import printing  # noqa: PLC0415  # as said above

        printing.print_pages(pages, self._window)

    def _copy(self, pages: list[bytes], _: Translator) -> None:
        from hsp_calc.gui.shell import printing  # noqa: PLC0415  # as said above

        QGuiApplication.clipboard().setImage(printing.picture(pages))
        self._say(_("Copied."))

    def _begin(
        self,
        export: Export,
        function: Callable[[], object],
        done: Callable[..., object],
        failed: Callable[[Exception], object],
        *,
        must_finish: bool = False,
    ) -> None:
        """Run something beside the window; meanwhile the export is not offered."""

        def ended(take: Callable[..., object], outcome: object) -> None:
            self._running.discard(export.id)
            self.show_enabled(scored=self._scored)
            take(outcome)

        self._running.add(export.id)
        self.show_enabled(scored=self._scored)
        self._worker.run(
            lambda _task: function(), partial(ended, done), partial(ended, failed), must_finish=must_finish
        )

    def _say(self, text: str, *, lasting: bool = False) -> None:
        self._window.statusBar().showMessage(text, 0 if lasting else _SHOWN_FOR)

    # What is chosen for all of them ----------------------------------------------------------------------------

    def _choose_memos(self) -> None:
        """Have the user's memos on the checklist from now on, or no longer; at first they are left out."""
        self._memos = not self._memos

    def _edit_office(self) -> None:
        """Let the user say who the office is."""
        from hsp_calc.gui.dialogs.office_dialog import OfficeDialog  # noqa: PLC0415  # as said above
        from hsp_calc.output import LogoError, load_office  # noqa: PLC0415  # as said above

        try:
            office = load_office()
        except (InputError, LogoError, OSError):
            office = None  # what is damaged is entered anew
        dialog = OfficeDialog(office, self._current().words, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
