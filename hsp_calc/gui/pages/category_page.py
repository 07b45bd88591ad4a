"""``CategoryPage``: the sheet of one category, to be filled in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.colors import Theme
from hsp_calc.app.dated_changes import EXPERIENCE, dated_facts
from hsp_calc.app.next_band import next_band
from hsp_calc.app.sheet_layout import Box, arrange
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category, Facts
from hsp_calc.gui.dialogs.case_dialogs import CaseDialogs
from hsp_calc.gui.lookup.lookup_lines import LookupLines
from hsp_calc.gui.shell.first_paint import is_painted
from hsp_calc.gui.shell.help_popup import HelpPopup
from hsp_calc.gui.widgets.boxes import NONE_OF_THESE, BoxGroup
from hsp_calc.gui.widgets.field_view import FieldView
from hsp_calc.gui.widgets.inputs import CountEdit
from hsp_calc.gui.widgets.page_context import PageContext
from hsp_calc.gui.widgets.scroll import FittedPage
from hsp_calc.gui.widgets.section_card import SectionCard
from hsp_calc.gui.widgets.since_buttons import SinceButtons
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.rules import CategoryRules
from hsp_calc.text import Translator, long_name

_NOTED = frozenset({"annual_salary_yen", EXPERIENCE})
"""Facts with a note on how far the next band is."""

_LOW_CARD = 280
"""Pixels: of a window so high one card is seen, of one twice as high two, and never more."""


class CategoryPage(QScrollArea):
    """Cards in the form's order, one for each item.

    The cards are made when the page is first seen, or by ``build``: until then the window starts without them. Of a
    page that is seen with the window's first painting, those below follow by the ``build`` of ``SheetTabs``.
    """

    def __init__(
        self,
        category: Category,
        rules: CategoryRules,
        editor: CaseSession,
        *,
        explain: HelpPopup,
        tools: CaseDialogs,
        lines: LookupLines,
    ) -> None:
        """Make one.

        Args:
            category: the category.
            rules: its sheet.
            editor: the case.
            explain: opens the help.
            tools: opens the dialogs on the case.
            lines: what was looked up; of this page alone.
        """
        super().__init__()
        self.category = category
        self._rules = rules
        self._editor = editor
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its inputs have it, each in sight
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._group = BoxGroup(self._answer)
        self._marks = SinceButtons(partial(tools.since, category))
        self._lines = lines
        self._hands = PageContext(
            self._group,
            self._enter,
            partial(explain.row, category),
            explain.fact,
            self._marks,
            lines,
            lambda fact: tools.beside(fact, category),
        )
        self._page = FittedPage()
        self._page.setObjectName("page")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self._column.setSpacing(3 * GRID)
        self._column.addStretch(1)
        self.setWidget(self._page)
        self._arrangement = arrange(rules)
        self._cards: list[SectionCard] = []
        self._fields: dict[str, FieldView] = {}
        self._before: QWidget | None = None
        self._words: Translator | None = None
        self._theme: Theme | None = None
        self._show: Callable[[], None] | None = None

    def build(self, height: int | None = None) -> None:
        """Make the cards that are not there yet, and show in them what is to be shown.

        Args:
            height: of the window, in pixels: cards that cannot be seen in it are left; None makes all.
        """
        sections, made = self._rules.sections, len(self._cards)
        wanted = len(sections) if height is None else min(len(sections), height // _LOW_CARD + 1)
        if made >= wanted:
            return
        for section in sections[made:wanted]:
            self._add(SectionCard(section, self._rules, self.category, self._arrangement, hands=self._hands))
        if self._words is not None:
            self._lines.retranslate(self._words)
            self._marks.retranslate(self._words)
        if self._theme is not None:
            self._group.set_theme(self._theme)
            self._marks.set_theme(self._theme)
        if self._show is not None:
            self._show()
        if wanted == len(sections) and self._before is not None:
            self.come_after(self._before)
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))  # else it is seen in between

    def _add(self, card: SectionCard) -> None:
        self._cards.append(card)
        self._fields.update(card.fields)
        self._column.insertWidget(len(self._cards) - 1, card)
        if self._words is not None:
            card.retranslate(self._words)
        if self._theme is not None:
            card.set_theme(self._theme)
        card.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the cards before they are seen; no more than are seen where the window itself is not painted yet."""
        if is_painted(self):
            self.build()
        else:
            self.build(self.window().height())
        super().showEvent(event)

    def come_after(self, before: QWidget) -> None:
        """Have the Tab key lead from a widget to this page, and through its inputs as they stand."""
        self._before = before
        for widget in (self, *self.findChildren(QWidget)):
            opens_apart = widget.window() is not self.window()  # the list of a choice
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not opens_apart:
                QWidget.setTabOrder(before, widget)
                before = widget

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._group.set_theme(theme)
        self._marks.set_theme(theme)
        for card in self._cards:
            card.set_theme(theme)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._words = _
        self.setAccessibleName(long_name(self.category, _))
        self._marks.retranslate(_)
        self._lines.retranslate(_)
        for card in self._cards:
            card.retranslate(_)

    def show_case(self, facts: Facts, sheet: ScoreSheet | None, _: Translator, *, anew: bool = False) -> None:
        """Show the facts and what the rows come to.

        Args:
            facts: what is true on the day.
            sheet: the score; None where there is none.
            _: the words.
            anew: whether to drop what was typed and not understood.
        """
        self._show = partial(self.show_case, facts, sheet, _)
        if not self._cards:
            return
        self._group.show(facts)
        self._marks.show(dated_facts(self._editor.seen.history))
        self._lines.show(self._editor, _)
        for field in self._fields.values():
            field.show_facts(facts, anew=anew)
        if sheet is None:
            for card in self._cards:
                card.show_nothing()
            for fact in _NOTED.intersection(self._fields):
                self._fields[fact].show_note("")
            return
        self._show_age(facts, sheet)
        for card in self._cards:
            card.show_sheet(sheet, facts, _)
        for fact in _NOTED.intersection(self._fields):
            self._fields[fact].show_note(self._note(fact, _))

    def _note(self, fact: str, _: Translator) -> str:
        """How far the next band of a fact is, and where its number comes from if it is not typed."""
        note = next_band(self._editor, self.category, fact, _)
        if fact != EXPERIENCE:
            return note
        computed = self._editor.months_worked(self.category) is not None
        self._fields[fact].set_computed(computed=computed)
        counted = _("Counted from the periods of work.")
        return f"{counted} {note}".strip() if computed else note

    def _show_age(self, facts: Facts, sheet: ScoreSheet) -> None:
        """The age follows from the date of birth where that is known."""
        if (field := self._fields.get("age")) and isinstance(field.input, CountEdit):
            field.input.setEnabled(facts.date_of_birth is None)
            field.input.show_value(facts.age_on(sheet.on))

    def _enter(self, fact: str, value: object) -> None:
        if fact == "experience_years":
            self._editor.set_experience(self.category, value if isinstance(value, float) else None)
        else:
            self._editor.set_fact(fact, value)

    def _answer(self, box: Box, answer: bool | None) -> None:
        if box.value is None:
            self._editor.set_fact(box.fact, answer)
            return
        held: frozenset[str] | None = getattr(self._editor.facts, box.fact)
        if box.value == NONE_OF_THESE:
            self._editor.set_fact(box.fact, frozenset() if answer else None)
        elif answer:
            self._editor.set_fact(box.fact, (held or frozenset()) | {box.value})
        else:
            self._editor.set_fact(box.fact, (held or frozenset()) - {box.value})
