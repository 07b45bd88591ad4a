"""``UnreadGuard``: names what could not be read before it is missed, and leads to it."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QMessageBox, QPushButton, QToolButton

from hsp_calc.app.case_session import CaseSession
from hsp_calc.casefile import Case, UnreadText
from hsp_calc.gui.widgets.inputs import DateBox, TypedEdit
from hsp_calc.gui.widgets.plain_text import Message
from hsp_calc.text import N_, Translator

_MOST_NAMED = 5
_SHOWN_FOR = 20_000  # milliseconds


class Step(StrEnum):
    """What is about to be done without the values that could not be read."""

    EXPORT = N_("&Export without it")
    PRINT = N_("&Print without it")
    COPY = N_("&Copy without it")
    CLOSE = N_("&Close anyway")


class UnreadGuard(QObject):
    """Knows the texts of the case that could not be read.

    Attributes:
        mark: says in the status bar that there are some; a click leads to the first.
    """

    def __init__(
        self,
        window: QMainWindow,
        editor: CaseSession,
        words: Callable[[], Translator],
        lead_to: Callable[[UnreadText], TypedEdit | None],
    ) -> None:
        """Make one.

        Args:
            window: over which questions are put.
            editor: the case.
            words: tells what is said with.
            lead_to: brings the input of a text into sight; None where there is none.
        """
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._words = words
        self._lead_to = lead_to
        self.mark = QToolButton()
        self.mark.setObjectName("unread")
        self.mark.setProperty("role", "tool")
        self.mark.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.mark.clicked.connect(lambda _checked: self.lead())
        self.mark.hide()

    def refresh(self) -> None:
        """Show whether there are any; one that is still being typed is none yet."""
        typed = self._window.focusWidget()
        count = sum(1 for _scenario, text in self._editor.case.unread_texts() if not _is_growing(typed, text))
        self.mark.setVisible(count > 0)
        if count:
            _ = self._words()
            self.mark.setText(
                _.plural("△ {count} entry could not be read", "△ {count} entries could not be read", count, count=count)
            )

    def lead(self) -> None:
        """Bring the first of them into sight, and give it the focus."""
        found = next(self._editor.case.unread_texts(), None)
        if found is None:
            return
        scenario, text = found
        if text.fact is not None:
            self._editor.view_scenario(scenario)
            if text not in self._editor.seen.unread_on(self._editor.day) and text.since is not None:
                self._editor.set_day(text.since)
        if (edit := self._lead_to(text)) is not None:
            edit.window().activateWindow()
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            edit.selectAll()

    def named(self) -> list[str]:
        """A sentence for each of them, not more than anyone reads."""
        return self._sentences(self._editor.case)

    def _sentences(self, case: Case) -> list[str]:
        if not any(True for _text in case.unread_texts()):
            return []
        from hsp_calc.text.unread import unread_sentences  # noqa: PLC0415  # not needed to start

        return _not_too_many(list(unread_sentences(case, self._words())), self._words())

    def before(self, step: Step, go_on: Callable[[], object]) -> bool:
        """Do something, after asking if anything in view could not be read.

        Returns:
            Whether it was done, or begun; otherwise the question is put, and may do it later.
        """
        typed = self._window.focusWidget()
        if isinstance(typed, DateBox) and not typed.finish():
            return False
        case = self._editor.case
        named = self._sentences(case if step is Step.CLOSE else self._editor.seen.model_copy(update={"scenarios": ()}))
        if not named:
            return bool(go_on())
        _ = self._words()
        box = Message(self._window)
        box.setObjectName("unread_texts")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("HSP Calc")
        box.setText(_("Some entries could not be read and count as not answered."))
        box.setInformativeText("\n".join(named))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go = self._add_way(box)
        on = box.addButton(_(step.value), QMessageBox.ButtonRole.DestructiveRole)
        on.setObjectName("go_on")
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(go)
        on.clicked.connect(lambda _checked: go_on())
        box.open()
        return False

    def name_in(self, box: QMessageBox) -> None:
        """Name them in a question that is put anyway, with a button that leads there."""
        if named := self.named():
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setInformativeText("\n".join(named))
            self._add_way(box)

    def saved(self) -> None:
        """The case was saved with them: name them, and lead to the first."""
        if named := self.named():
            _ = self._words()
            self._window.statusBar().showMessage(_("Saved as entered. {why}", why=" ".join(named)), _SHOWN_FOR)
            self.lead()

    def _add_way(self, box: QMessageBox) -> QPushButton:
        go = box.addButton(self._words()("&Go there"), QMessageBox.ButtonRole.ActionRole)
        go.setObjectName("go_there")
        box.finished.connect(lambda _result: self.lead() if box.clickedButton() is go else None)
        return go


def _is_growing(typed: object, text: UnreadText) -> bool:
    """Whether a text is an amount that may only not be finished yet."""
    return isinstance(typed, TypedEdit) and typed.field == text.field and not typed.property("wrong")


def _not_too_many(sentences: Sequence[str], _: Translator) -> list[str]:
    left = len(sentences) - _MOST_NAMED
    more = [_.plural("{count} more.", "{count} more.", left, count=left)] if left > 0 else []
    return [*sentences[:_MOST_NAMED], *more]
