"""``AdvicePanel``: what reaches 70 or 80 points, each possibility to be tried with one click."""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMessageBox, QPushButton, QToolButton, QVBoxLayout

from hsp_calc.app import plan_pages
from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.app.plan_presenter import PlanPresenter
from hsp_calc.app.session_context import SessionContext
from hsp_calc.casefile import MOST_SCENARIOS
from hsp_calc.gui.widgets.flow import Flow, Prose
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.plain_text import Message
from hsp_calc.gui.widgets.scroll import ScrollPanel, card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.plan.advice import Advice, Suggestion
from hsp_calc.rules import CategoryRules
from hsp_calc.text import Translator, disclaimer
from hsp_calc.text.plan_text import advice_lines, kind_label, why_it_helps

TARGETS = (70, 80)
_PAGE = 10
"""How many suggestions are shown at first, and with each click more."""
_REST = 120
"""Milliseconds."""
_LONGEST_NAME = 60


class AdvicePanel(ScrollPanel):
    """The suggestions, the fewest changes and the easiest first."""

    def __init__(self, planner: PlanPresenter, context: SessionContext) -> None:
        super().__init__("advice", rest=_REST)
        self._planner = planner
        self._editor = context.session
        self._context = context
        self._theme = LIGHT
        self._chosen: int | None = None
        self._shown = _PAGE
        self._advice: Advice | None = None
        self._caption = Label()
        self._targets = {target: QToolButton() for target in TARGETS}
        self._group = QButtonGroup(self)
        self._summary = Label("section", wrap=True)
        self._summary.setObjectName("advice.summary")
        self._limit = Label("warn", wrap=True)
        self._limit.setObjectName("advice.limit")
        self._more = QPushButton()
        self._more.setObjectName("advice.more")
        self._more.clicked.connect(self._show_more)
        self._foot = Label("muted", wrap=True)
        self._cards: list[_SuggestionCard] = []
        self._build()

    def _build(self) -> None:
        switch = Flow(GRID)
        switch.addWidget(self._caption)
        for target, button in self._targets.items():
            button.setObjectName(f"advice.target.{target}")
            button.setCheckable(True)
            button.setProperty("role", "tool")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked, target=target: self._choose(target))
            self._group.addButton(button)
            switch.addWidget(button)
        frame, column = card()
        column.addLayout(switch)
        column.addWidget(self._summary)
        column.addWidget(self._limit)
        self.column.addWidget(frame)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._foot)
        self.column.addStretch(1)
        self._limit.hide()

    @property
    def advice(self) -> Advice | None:
        """What is shown; None where there is no score."""
        return self._advice

    @property
    def target(self) -> int:
        """The target that is chosen, or else the next that is not reached."""
        if self._chosen is not None:
            return self._chosen
        sheet = self._editor.sheets().get(self._context.category)
        low, high = TARGETS
        return high if sheet is not None and sheet.eligible else low

    # What is shown ---------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.refresh()

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._caption.setText(_("Target"))
        for target, button in self._targets.items():
            button.setText(_.points(target))
            button.setAccessibleName(_("Target: {points}", points=_.points(target)))
        for one in self._cards:
            one.retranslate(_)

    def fill(self) -> None:
        """Show the advice."""
        _ = self._context.words
        category, target = self._context.category, self.target
        self._targets[target].setChecked(True)
        advice = self._advice = self._planner.advice(category, target)
        found = advice.suggestions if advice else ()
        shown = found[: self._shown]
        self._summary.setText(self._say(advice, _))
        full = len(self._editor.case.scenarios) >= MOST_SCENARIOS
        self._limit.setText(_no_room(_))
        self._limit.setVisible(full and bool(found))
        before = self._planner.first_day(category)
        pen = plan_pages.Pen(self._theme, _)
        while len(self._cards) < len(shown):
            self._add_card(_)
        for number, (one, suggestion) in enumerate(zip(self._cards, shown, strict=False), 1):
            after = self._planner.first_day(category, suggestion)
            why = "" if self._rules is None else why_it_helps(suggestion, self._rules, _)
            one.show_suggestion(
                _title(number, suggestion, _),
                plan_pages.suggestion_page(suggestion, before, after, why, pen),
                _("Try it"),
            )
        left = self._cards[len(shown) :]
        if any(one.button.hasFocus() for one in left):
            (self._cards[len(shown) - 1].button if shown else self._targets[target]).setFocus()
        for one in left:
            one.hide()
        rest = len(found) - len(shown)
        self._more.setText(_.plural("{count} more possibility", "{count} more possibilities", rest, count=rest))
        self._more.setVisible(rest > 0)
        table = self._editor.table
        self._foot.setText("" if table is None else disclaimer(table, _))

    def _say(self, advice: Advice | None, _: Translator) -> str:
        if advice is None:
            return _("There is no score on the reference date.")
        rules = self._rules
        return "\n".join(advice_lines(advice, rules, _)) if rules is not None else ""

    @property
    def _rules(self) -> CategoryRules | None:
        table = self._editor.table
        return None if table is None else table.categories[self._context.category]

    def _add_card(self, _: Translator) -> None:
        one = _SuggestionCard(len(self._cards), self._try)
        one.retranslate(_)
        self.column.insertWidget(1 + len(self._cards), one)
        self._cards.append(one)

    # What is done ----------------------------------------------------------------------------------------------

    def _choose(self, target: int) -> None:
        self._chosen = target
        self._shown = _PAGE
        self._stale = True
        self.fill_if_stale()

    def _show_more(self) -> None:
        self._shown += _PAGE
        self._stale = True
        self.fill_if_stale()

    def _try(self, index: int) -> None:
        """Keep a suggestion as a scenario and look at it, on the day that it asks to wait for."""
        self.fill_if_stale()  # what was typed last counts
        if self._advice is None or index >= len(self._advice.suggestions):
            return
        _ = self._context.words
        if len(self._editor.case.scenarios) >= MOST_SCENARIOS:
            self._refuse(_)
            return
        suggestion = self._advice.suggestions[index]
        history = self._planner.tried(suggestion).history
        self._editor.add_scenario(self._name(suggestion, self._advice.target, _), history)
        if suggestion.on is not None:
            self._context.set_day(suggestion.on)

    def _refuse(self, _: Translator) -> None:
        box = Message(self)
        box.setObjectName("message")
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle("HSP Calc")
        box.setText(_no_room(_))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _name(self, suggestion: Suggestion, target: int, _: Translator) -> str:
        """A name that no other scenario has."""
        taken = {scenario.name for scenario in self._editor.case.scenarios}
        plain = _("{target}: {kinds}", target=_.points(target), kinds=_kinds(suggestion, _))[: _LONGEST_NAME - 5]
        numbered = (f"{plain} ({number})" for number in count(2))
        return plain if plain not in taken else next(name for name in numbered if name not in taken)


class _SuggestionCard(QFrame):
    """A suggestion with the button that tries it.

    Attributes:
        button: tries it.
    """

    def __init__(self, index: int, try_it: Callable[[int], None]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(f"suggestion.{index}")
        self._title, self._body = Label("section", wrap=True), Prose(f"suggestion.{index}.body")
        self.button = QPushButton()
        self.button.setObjectName(f"try.{index}")
        self.button.clicked.connect(lambda: try_it(index))
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self._title, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 2 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self._body)

    def retranslate(self, _: Translator) -> None:
        self.button.setText(_("Try it"))

    def show_suggestion(self, title: str, body: str, verb: str) -> None:
        self._title.setText(title)
        self._body.setText(body)
        self.button.setAccessibleName(f"{verb}: {title}")
        self.show()


def _title(number: int, suggestion: Suggestion, _: Translator) -> str:
    gained = _("{gain} → {total}", gain=f"{suggestion.gain:+d}", total=_.points(suggestion.total))
    kinds = _kinds(suggestion, _)
    return f"{number}. " + _("{kinds}: {what}", kinds=kinds[:1].upper() + kinds[1:], what=gained)


def _kinds(suggestion: Suggestion, _: Translator) -> str:
    return _.listed(dict.fromkeys(kind_label(change.kind, _) for change in suggestion.changes))


def _no_room(_: Translator) -> str:
    return _(
        "A case can have at most {count} what-ifs. To try another, delete one under “What-if”, below the name.",
        count=MOST_SCENARIOS,
    )
