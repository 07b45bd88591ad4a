"""``RowView``: a row of the form with its boxes, its points and, where it does not count, the reason."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.app.sheet_layout import Box
from hsp_calc.engine import Line, Status
from hsp_calc.gui.widgets.boxes import LabelledBox
from hsp_calc.gui.widgets.info import InfoButton
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.page_context import PageContext
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.status_mark import StatusMark
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.rules import CategoryRules, Criterion
from hsp_calc.text import Translator, answer_label, fact_label, reason, status_label

_WIDEST_POINTS = "+100"
_WIDEST_EVIDENCE = "⑩⑫"
_PADDING = 16


class RowView(QWidget):
    """A row of the form."""

    def __init__(
        self,
        criterion: Criterion,
        rules: CategoryRules,
        boxes: Sequence[Box],
        follow_ups: Sequence[str],
        hands: PageContext,
    ) -> None:
        super().__init__()
        self._criterion = criterion
        self._rules = rules
        self._line: Line | None = None
        group = hands.group
        self._own_box = group.make(boxes[0]) if len(boxes) == 1 else None
        self._mark = StatusMark() if self._own_box is None else None
        self._wording = Label(wrap=True)
        self._remark = Label("muted", wrap=True)
        self._reason = Label("warn", wrap=True)
        self._points = Label("points")
        self._points.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._points.setFixedWidth(_width(self._points, _WIDEST_POINTS))
        self._evidence = Label("muted")
        self._evidence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._evidence.setFixedWidth(_width(self._evidence, _WIDEST_EVIDENCE))
        self._evidence.setText("".join(criterion.evidence))
        if criterion.remark is None:
            self._remark.hide()
        self._reason.hide()

        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2)
        grid.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
        grid.setColumnStretch(1, 1)
        lead: QWidget | None = self._own_box or self._mark
        if lead is not None:
            grid.addWidget(lead, 0, 0)
        if self._own_box is not None:
            self._wording.clicked.connect(self._own_box.click)
            self._wording.setCursor(Qt.CursorShape.PointingHandCursor)
        grid.addWidget(self._wording, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._points, 0, 2)
        grid.addWidget(self._evidence, 0, 3)
        self._info = InfoButton()
        self._info.clicked.connect(lambda: hands.explain_row(criterion.id, self._info))
        grid.addWidget(self._info, 0, 4)
        if boxes:
            grid.addWidget(hands.marks.make(boxes[0].fact), 0, 5)
        else:
            grid.setColumnMinimumWidth(5, self._info.sizeHint().width() + grid.horizontalSpacing())
        grid.addWidget(self._remark, 1, 1)
        self._several = [LabelledBox(group.make(box), _value_words(box)) for box in boxes if len(boxes) > 1]
        self._several += [LabelledBox(group.make(Box(fact)), _fact_words(fact)) for fact in follow_ups]
        for index, labelled in enumerate(self._several):
            grid.addWidget(labelled, 2 + index, 1, 1, 3)
        for index, fact in enumerate(follow_ups, 2 + len(self._several) - len(follow_ups)):
            grid.addWidget(hands.marks.make(fact), index, 5)
        grid.addWidget(self._reason, 2 + len(self._several), 1, 1, 3)
        if len(boxes) == 1 and boxes[0].value is None and (line := hands.lines.make(boxes[0].fact)) is not None:
            grid.addWidget(line, 3 + len(self._several), 1, 1, 5)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._info.set_theme(theme)
        if self._mark is not None:
            self._mark.set_theme(theme)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        wording = _.wording(self._criterion)
        if self._criterion.choice is not None:
            wording = f"{wording} ({_.wording(self._criterion.choice)})"
        self._wording.setText(wording)
        if self._criterion.remark is not None:
            self._remark.setText(_.wording(self._criterion.remark))
        self._info.setAccessibleName(_("Help: {subject}", subject=wording))
        if self._own_box is not None:
            self._own_box.setAccessibleName(wording)
        for labelled in self._several:
            labelled.retranslate(_)
        if self._line is not None:
            line, self._line = self._line, None
            self.show_line(line, _)

    def show_line(self, line: Line, _: Translator) -> None:
        """Show what became of the row."""
        if line is self._line:
            return
        self._line = line
        if self._mark is not None:
            self._mark.show_status(line.status)
        self._points.setText(f"+{line.points}" if line.counted else str(line.available))
        self._points.set_role("points_counted" if line.counted else "points")
        state = status_label(line.status, _)
        self._points.setToolTip(plain(state))
        self._points.setAccessibleName(f"{_.points(line.points)}, {state}")
        why = reason(line, self._rules, _) if self._says_why(line) else None
        self._reason.setText(why or "")
        self._reason.setVisible(why is not None)
        if self._own_box is not None:
            self._own_box.setAccessibleDescription(why or state)

    def show_nothing(self) -> None:
        """Show what the row could give: there is no score to say what became of it."""
        self._line = None
        if self._mark is not None:
            self._mark.show_status(Status.UNANSWERED)
        self._points.setText(str(self._criterion.points))
        self._points.set_role("points")
        self._points.setToolTip("")
        self._points.setAccessibleName("")
        self._reason.hide()
        if self._own_box is not None:
            self._own_box.setAccessibleDescription("")

    def _says_why(self, line: Line) -> bool:
        """Whether the reason is worth a line here: not where a lower degree or band merely gives way to a higher."""
        return line.status in {Status.EXCLUDED, Status.MISSING_REQUIREMENT} or (
            line.status is Status.SUPERSEDED and self._own_box is not None
        )


def _value_words(box: Box) -> Callable[[Translator], str]:
    return lambda _: answer_label(box.fact, box.value or "", _)


def _fact_words(fact: str) -> Callable[[Translator], str]:
    return lambda _: fact_label(fact, _)


def _width(label: Label, widest: str) -> int:
    """Room for the widest text of a column, so that the rows align."""
    return label.fontMetrics().horizontalAdvance(widest) + _PADDING
