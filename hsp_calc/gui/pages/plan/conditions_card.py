"""``ConditionsCard``: what permanent residence asks for beside the points, each answered where it stands."""

from collections.abc import Collection, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from hsp_calc.casefile import Answer, ConditionAnswer, ConditionAnswers
from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.flow import Flow
from hsp_calc.gui.widgets.inputs import TypedEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.parsing import read_day
from hsp_calc.plan.conditions import ConditionResult
from hsp_calc.plan.guideline import ConditionRule, Guideline, Judge
from hsp_calc.rules import Sources
from hsp_calc.text import N_, Translator
from hsp_calc.text.conditions import rule_text, sources_text

_ANSWERS = {Answer.YES: N_("Yes"), Answer.NO: N_("No"), Answer.NOT_SURE: N_("Not sure")}
_FIRST, _DECISION = "first_application", "decision_on"
_DAY_WIDTH = 150


class ConditionsCard(QFrame):
    """The conditions that the person answers, with what each asks for, its source and how sure that is.

    Attributes:
        answered: emitted with the name of a condition, the answer or None, and whether it is typed sign by sign.
    """

    answered = Signal(str, object, bool)

    def __init__(self, guideline: Guideline, sources: Sources) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("conditions")
        self._guideline = guideline
        self._sources = sources
        self._title, self._lead = Label("section", wrap=True), Label("muted", wrap=True)
        asked = [c for c in guideline.conditions if c.judged_by not in {Judge.POINTS, Judge.BOTH_ENDS}]
        self._rows = {condition.id: _Row(condition.id, dated=condition.dated) for condition in asked}
        self._first = _Row(_FIRST, dated=False)
        self._decision = _DayRow(_DECISION)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(3 * GRID)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        for condition in asked:
            column.addWidget(self._rows[condition.id])
            self._rows[condition.id].answered.connect(self.answered)
            if condition.judged_by is Judge.PERIOD:
                column.addWidget(self._first)
                column.addWidget(self._decision)
        self._first.answered.connect(self.answered)
        self._decision.answered.connect(self.answered)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._title.setText(_("Conditions beside the points"))
        self._lead.setText(_("Answer what you know. “Not sure” is an answer too, and never counts as yes."))
        for condition in self._guideline.conditions:
            if (row := self._rows.get(condition.id)) is not None:
                row.retranslate(_.wording(condition), _)
        revised = _.day(self._guideline.revision.day)
        self._first.retranslate(_("It is your first application submitted on or after {day}", day=revised), _)
        self._decision.retranslate(_("The decision is expected by"), _)

    def show_answers(
        self, answers: ConditionAnswers, results: Collection[ConditionResult], _: Translator, *, anew: bool
    ) -> None:
        """Show the conditions that are asked for, with their answers.

        Args:
            answers: what was answered.
            results: the conditions as they stand on the days that matter; of the same twice, the first is shown.
            _: the words.
            anew: whether to drop what was typed and not understood.
        """
        standing: Mapping[str, ConditionResult] = {result.id: result for result in reversed(list(results))}
        for condition in self._guideline.conditions:
            if (row := self._rows.get(condition.id)) is None:
                continue
            result, answer = standing.get(condition.id), answers.to(condition.id)
            row.setVisible(result is not None and (_is_asked(condition, result) or answer is not None))
            row.show_answer(answer, anew=anew)
            if result is not None:
                row.show_rule(result, rule_text(result, _), sources_text(result, self._sources, _))
        period = [result for result in results if result.condition.judged_by is Judge.PERIOD]
        by_transition = any(result.rule.transition is not None and result.passed is None for result in period)
        for part in (self._first, self._decision):
            part.setVisible(by_transition or getattr(answers, part.name) is not None)
        self._first.show_answer(answers.first_application, anew=anew)
        self._decision.show_day(answers.decision_on, anew=anew)


def _is_asked(condition: ConditionRule, result: ConditionResult) -> bool:
    """Whether the person is asked; what the case says already is not."""
    return condition.judged_by is Judge.ASKED or result.passed is None


class _DayRow(QWidget):
    """A day, in a line beside its words."""

    answered = Signal(str, object, bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._caption = Label(wrap=True)
        self._edit = TypedEdit(f"condition.{name}", read_day, str)
        self._edit.setFixedWidth(_DAY_WIDTH)
        self._edit.entered.connect(lambda day: self.answered.emit(name, day, True))
        self._complaint = Complaint(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self._caption, self._edit, self._complaint):
            column.addWidget(part)

    def retranslate(self, caption: str, _: Translator) -> None:
        self._caption.setText(caption)
        _label_day(self._edit, self._complaint, caption, _)

    def show_day(self, day: date | None, *, anew: bool) -> None:
        self._edit.show_value(day, anew=anew)


class _Row(QWidget):
    """A condition with its three answers; for a yes, since when where that matters."""

    answered = Signal(str, object, bool)

    def __init__(self, name: str, *, dated: bool) -> None:
        super().__init__()
        self.name = name
        self._answer: ConditionAnswer | None = None
        self._caption, self._rule = Label(wrap=True), Label("muted", wrap=True)
        self._source = Label("muted", wrap=True)
        self._rule.setObjectName(f"condition.{name}.rule")
        self._source.setObjectName(f"condition.{name}.source")
        self._rule.hide()
        self._source.hide()
        self._buttons = {answer: QToolButton() for answer in Answer}
        line = Flow(GRID)
        for answer, button in self._buttons.items():
            button.setObjectName(f"condition.{name}.{answer.value}")
            button.setCheckable(True)
            button.setProperty("role", "tool")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda checked, answer=answer: self._click(answer, checked=checked))
            line.addWidget(button)
        self._since: TypedEdit | None = None
        self._complaint: Complaint | None = None
        self._since_part = QWidget()
        self._since_caption = Label()
        if dated:
            self._since = TypedEdit(f"condition.{name}.since", read_day, str)
            self._since.setFixedWidth(_DAY_WIDTH)
            self._since.entered.connect(self._take_day)
            self._complaint = Complaint(self._since)
            beside = QHBoxLayout(self._since_part)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(GRID)
            beside.addWidget(self._since_caption)
            beside.addWidget(self._since)
            beside.addStretch(1)
        self._since_part.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._caption)
        column.addLayout(line)
        for part in (self._since_part, self._complaint, self._rule, self._source):
            if part is not None:
                column.addWidget(part)

    def retranslate(self, caption: str, _: Translator) -> None:
        self._caption.setText(caption)
        for answer, button in self._buttons.items():
            button.setText(_(_ANSWERS[answer]))
            button.setAccessibleName(_("{question}: {answer}", question=caption, answer=_(_ANSWERS[answer])))
        self._since_caption.setText(_("since (optional)"))
        if self._since is not None and self._complaint is not None:
            _label_day(self._since, self._complaint, _("{condition}: since", condition=caption), _)

    def show_answer(self, answer: ConditionAnswer | None, *, anew: bool) -> None:
        self._answer = answer
        for each, button in self._buttons.items():
            button.setChecked(answer is not None and answer.answer is each)
        if self._since is not None:
            yes = answer is not None and answer.answer is Answer.YES
            self._since_part.setVisible(yes)
            self._since.show_value(answer.since if answer is not None and yes else None, anew=anew or not yes)

    def show_rule(self, result: ConditionResult, rule: str, source: str) -> None:
        for part, text in ((self._rule, rule), (self._source, source)):
            part.setText(text)
            part.show()
        self._caption.set_role("bad" if result.passed is False else "")

    def _click(self, answer: Answer, *, checked: bool) -> None:
        self.answered.emit(self.name, ConditionAnswer(answer=answer) if checked else None, False)

    def _take_day(self, day: date | None) -> None:
        if self._answer is not None and self._answer.answer is Answer.YES:
            self.answered.emit(self.name, self._answer.model_copy(update={"since": day}), True)


def _label_day(edit: TypedEdit, complaint: Complaint, name: str, _: Translator) -> None:
    edit.setAccessibleName(name)
    edit.setPlaceholderText(_("e.g. {example}", example="2026-04-01"))
    complaint.retranslate(_)
