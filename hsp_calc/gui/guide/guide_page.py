"""``GuidePage``: a page of the guide, with its result always in sight above what is asked."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.app.guide.citations import Citing
from hsp_calc.app.guide.guide_presenter import GuidePresenter
from hsp_calc.casefile.sections import GuideAnswers
from hsp_calc.gui.guide.question_row import QuestionRow
from hsp_calc.gui.shell.tool_window import ToolPage
from hsp_calc.gui.widgets.flow import Prose
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.guide.statements import Question
from hsp_calc.text import Translator, describe
from hsp_calc.validation import InputError


class GuidePage(ToolPage):
    """A page of cards beneath a head that does not scroll.

    Attributes:
        inquiry: the answers and what they come to.
        head: the column of what stays in sight.
        body: the column of the cards.
        theme: the colours.
    """

    def __init__(self, name: str, inquiry: GuidePresenter, *, has_head: bool = True) -> None:
        """Make a page without cards.

        Args:
            name: its object name.
            inquiry: the answers and what they come to.
            has_head: whether there is something to keep in sight.
        """
        super().__init__(name)
        self.inquiry = inquiry
        self.theme: Theme = LIGHT
        self._rows: list[QuestionRow] = []
        self._save: QPushButton | None = None
        self._head, self.head = card(spacing=GRID)
        self._head.setParent(self)
        self._head.setVisible(has_head)
        self._broken, self._why = self._make_broken(name)
        self.column.addWidget(self._broken)
        self._page = QWidget()
        self.body = QVBoxLayout(self._page)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(2 * GRID)
        self._foot = Prose(f"{name}.foot")
        self.column.addWidget(self._page)
        self.column.addWidget(self._foot)
        self.column.addStretch(1)

    def _make_broken(self, name: str) -> tuple[QWidget, Label]:
        frame, column = card()
        why = Label("bad", wrap=True)
        why.setObjectName(f"{name}.broken")
        self._anew = QPushButton()
        self._anew.setObjectName(f"{name}.anew")
        self._anew.clicked.connect(self.discard)
        column.addWidget(why)
        column.addWidget(self._anew, 0, Qt.AlignmentFlag.AlignLeft)
        frame.hide()
        return frame, why

    def ask(self, part: str, name: str, question: Question) -> QuestionRow:
        """The row of a question, to be put into a card."""
        row = QuestionRow(part, name, question)
        row.answered.connect(lambda value, typed: self.inquiry.answer(part, name, value, typed=typed))
        self._rows.append(row)
        return row

    def offer_paper(self, write: Callable[[], object]) -> None:
        """Have a button beneath the cards that writes the page as PDF."""
        self._save = QPushButton()
        self._save.setObjectName(f"{self.objectName()}.save_pdf")
        self._save.clicked.connect(lambda _checked: write())
        self.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)

    # What is shown ---------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self.theme = theme
        self.refresh()

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._anew.setText(_("Start over"))
        if self._save is not None:
            self._save.setText(_("Save as PDF…"))
        for row in self._rows:
            row.retranslate(_)
        self.refresh()

    def fill(self) -> None:
        """Show what the answers come to; or why they cannot be read, which loses nothing."""
        _ = self.inquiry.words
        citing = Citing(self.inquiry.sources, self.theme, _)
        try:
            show = self.prepared(citing, _)
        except InputError as error:
            why = " ".join(describe(problem, _) for problem in error.problems)
            self._why.setText(
                _(
                    "The guide answers in this case cannot be read. {why} They stay in the file unchanged. "
                    "Correct the file, or start over; Undo brings them back.",
                    why=why,
                )
            )
            self._show_parts(broken=True)
            return
        self._show_parts(broken=False)
        show()
        self.place_head()

    def start_anew(self) -> None:
        """Drop what was typed and not understood: another case is shown, or an entry was taken back."""
        for row in self._rows:
            row.start_anew()

    def discard(self) -> None:
        """Drop what the case keeps and cannot be read; undo brings it back."""
        self.inquiry.discard()

    def prepared(self, citing: Citing, _: Translator) -> Callable[[], None]:
        """What shows what the case keeps, which is read at once.

        Raises:
            InputError: it is malformed.
        """
        kept = self.inquiry.kept()
        return lambda: self.show_kept(kept, citing, _)

    def show_kept(self, kept: GuideAnswers, citing: Citing, _: Translator) -> None:
        """Show what the answers come to."""
        raise NotImplementedError

    def show_foot(self, page: str) -> None:
        """Show the sources and the notice."""
        self._foot.setText(page)

    def _show_parts(self, *, broken: bool) -> None:
        self._broken.setVisible(broken)
        for part in (self._page, self._foot):
            part.setVisible(not broken)
        if self.head.count():
            self._head.setVisible(not broken)
        self.place_head()

    # The head --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the head the width that there is."""
        super().resizeEvent(event)
        self.place_head()

    def place_head(self) -> None:
        """Give the head the height that its texts need."""
        height = 0
        if not self._head.isHidden():
            width = self.viewport().width() - 2 * GRID
            self.head.activate()
            height = (
                self.head.totalHeightForWidth(width)
                if self.head.hasHeightForWidth()
                else self._head.sizeHint().height()
            )
            self._head.setGeometry(QRect(0, GRID, width, height))
            height += 2 * GRID
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)


def shown_questions(open_: tuple[str, ...], *answers: Mapping[str, object]) -> set[str]:
    """The questions that matter: those that are open, and those that are answered."""
    return {*open_, *(name for given in answers for name, value in given.items() if value is not None)}
