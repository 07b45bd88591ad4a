"""``DegreesPage``: which of a person's titles gives which row in each category, and what counts together (mark ①)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hsp_calc import limits
from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.app.lookup.degrees_presenter import (
    answer_of,
    each_text,
    fields_text,
    found_facts,
    together_text,
)
from hsp_calc.app.lookup.diploma_presenter import school_facts, with_school
from hsp_calc.app.lookup.following import differing, followed
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import KeptTitle, KeptTitles
from hsp_calc.facts import Category
from hsp_calc.gui.lookup.degree_form import DegreeForm
from hsp_calc.gui.lookup.lookup_page import LookupPage
from hsp_calc.gui.lookup.lookup_widgets import ApplyBar, tool_button
from hsp_calc.gui.widgets.inputs import ChoiceEdit, LineInput
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.reference.degrees import DegreeAnswer
from hsp_calc.text import Translator, answer_label, fact_label


class HeldTitle(QWidget):
    """A title that the person holds, with its field and what it gives.

    Attributes:
        field_entered: emitted with the field that is typed.
        removed: emitted by the button that removes it.
    """

    field_entered = Signal(str)
    removed = Signal()

    def __init__(self, place: int) -> None:
        super().__init__()
        self._name = Label("section", wrap=True)
        self._note, self._gives = Label("muted", wrap=True), Label(wrap=True)
        self._gives.setObjectName(f"titles.{place}.gives")
        self._field = LineInput()
        self._field.setObjectName(f"titles.{place}.field")
        self._field.setMaxLength(limits.NAME)
        self._field.textEdited.connect(self.field_entered)
        self._remove = tool_button(f"titles.{place}.remove", self.removed.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self._name, 3)
        head.addWidget(self._field, 2)
        head.addWidget(self._remove)
        layout.addLayout(head)
        layout.addWidget(self._gives)
        layout.addWidget(self._note)
        self.setFocusProxy(self._field)

    def show_title(self, name: str, field: str, gives: str, note: str, _: Translator) -> None:
        """Show a title."""
        self._name.setText(name)
        self._gives.setText(gives)
        self._gives.setVisible(bool(gives))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if self._field.text() != field:
            self._field.setText(field)
        self._field.setPlaceholderText(_("Field, e.g. economics"))
        self._field.setAccessibleName(_("Field of: {subject}", subject=name))
        self._remove.setText(_("Remove"))
        self._remove.setAccessibleName(_("Remove: {subject}", subject=name))


class DegreesPage(LookupPage):
    """The helper for degrees."""

    def __init__(self, desk: AppData, editor: CaseSession) -> None:
        super().__init__("desk.degrees", desk, editor)
        self._title, self._lead = Label("section", wrap=True), Label("muted", wrap=True)
        self._choice = ChoiceEdit("titles.choice", [title.id for title in desk.titles.titles])
        self._add = tool_button("titles.add", self._add_title)
        self._ask = tool_button("titles.ask", self._open_form)
        self._choice.entered.connect(lambda title: self._add.setEnabled(title is not None))
        self._add.setEnabled(False)
        self._held: list[HeldTitle] = []
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2 * GRID)
        self._together_title, self._fields = Label("section", wrap=True), Label(wrap=True)
        self._fields.setObjectName("titles.fields")
        self._together = {category: (Label("section", wrap=True), Label("muted", wrap=True)) for category in Category}
        self._state = ApplyBar("titles.apply", self._apply)
        frame, column = card()
        column.addWidget(self._title)
        column.addWidget(self._lead)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(self._choice, 1)
        line.addWidget(self._add)
        line.addWidget(self._ask)
        column.addLayout(line)
        column.addWidget(self._list)
        self.body.addWidget(frame)
        self._summary, column = card()
        column.addWidget(self._together_title)
        for category, (head, rows) in self._together.items():
            head.setObjectName(f"titles.{category.value}")
            rows.setObjectName(f"titles.{category.value}.rows")
            part = QVBoxLayout()
            part.setSpacing(2)
            part.addWidget(head)
            part.addWidget(rows)
            column.addLayout(part)
        column.addWidget(self._fields)
        column.addWidget(self._state)
        self.body.addWidget(self._summary)
        self.setFocusProxy(self._choice)

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("Degrees ①")

    def say(self, _: Translator) -> None:
        """Give the words that do not depend on the case."""
        self._title.setText(_("Which degree counts in which row?"))
        self._lead.setText(_("Enter every degree or title that you hold, each with its field."))
        titles = self.desk.titles
        self._choice.setAccessibleName(_("Title"))
        self._choice.set_labels(_("Choose a title"), lambda title: _.wording(titles.named(title)))
        self._add.setText(_("Add"))
        self._add.setAccessibleName(_("Add the title"))
        self._ask.setText(_("From the diploma…"))
        self._ask.setAccessibleName(_("Add a degree from its diploma"))
        self._together_title.setText(_("What counts in combination"))
        self._state.say(_("Enter on the score sheets"))

    def show_case(self, case: Case, *, anew: bool) -> None:
        """Show the titles of the case and what they give."""
        _, kept = self.words, case.section(KeptTitles)
        answer = answer_of(kept, self.desk, self.editor)
        self._show_held(kept, answer)
        self._summary.setVisible(bool(kept.held) and answer is not None)
        if answer is None or self.editor.table is None:
            return
        for category, labels in self._together.items():
            texts = together_text(category, answer, self.editor.table, _)
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)
        self._fields.setText(fields_text(answer, _))
        self._fields.set_role("warn" if answer.multiple_fields is None else "")
        if differing(self.editor.facts, found_facts(kept, answer) | school_facts(kept, self.desk)):
            self._state.show_state(_("The score sheets say: {said}.", said=self._said()), "warn", offered=True)
        else:
            self._state.show_state(_("✓ The score sheets agree."), offered=False)

    def basis(self) -> str:
        """What counts, who says so, and when the titles were checked."""
        _ = self.words
        checked = _("Titles checked on {day}.", day=_.day(self.desk.titles.checked_on))
        return f"{self.help_on('degrees')}\n{checked}"

    def _said(self) -> str:
        """What the sheets say of degrees."""
        _, facts = self.words, self.editor.facts
        if facts.degrees is None:
            said = [_("no answer")]
        else:
            said = [answer_label("degrees", degree, _) for degree in sorted(facts.degrees)] or [_("None of these")]
        if facts.multiple_fields is not None:
            fields = _("several fields: {answer}", answer=answer_label("multiple_fields", facts.multiple_fields, _))
            said.append(fields)
        for name in differing(facts, school_facts(self.editor.case.section(KeptTitles), self.desk)):
            value = getattr(facts, name)
            answer = _("no answer") if value is None else answer_label(name, value, _)
            said.append(_("{place}: {sentence}", place=fact_label(name, _), sentence=answer))
        return _.listed(said)

    # Titles ----------------------------------------------------------------------------------------------------

    def _show_held(self, kept: KeptTitles, answer: DegreeAnswer | None) -> None:
        """A line for each title; those that the file of titles does not have are named, and not counted."""
        _ = self.words
        if more := len(self._held) < len(kept.held):
            self._list.hide()  # in sight, each line that is added lays out the whole page
        while len(self._held) < len(kept.held):
            place = len(self._held)
            made = HeldTitle(place)
            made.field_entered.connect(partial(self._enter_field, place))
            made.removed.connect(partial(self._remove, place))
            self._held.append(made)
            self._rows.addWidget(made)
            made.show()
        while len(self._held) > len(kept.held):
            self._held.pop().deleteLater()
        known = 0
        for widget, held in zip(self._held, kept.held, strict=True):
            if held.title not in self.desk.titles:
                unknown = _("The program does not know this title; it stays saved but is not counted.")
                widget.show_title(held.title, held.field, unknown, "", _)
                continue
            title = self.desk.titles.named(held.title)
            gives = "" if answer is None else each_text(title, known, answer, _)
            note = "" if title.note is None else _.wording(title.note)
            widget.show_title(_.listed(filter(None, (_.wording(title), held.school))), held.field, gives, note, _)
            known += 1
        if more:
            self._list.show()

    def _add_title(self) -> None:
        title = self._choice.currentData()
        if title is not None:
            self._choice.setCurrentIndex(0)
            self._change(lambda held: (*held, KeptTitle(title=title)))
            if self._held:
                self._held[-1].setFocus()

    def _open_form(self) -> None:
        form = DegreeForm(self.desk, self.window(), self.words)

        def add() -> None:
            title = form.title()
            if title is not None:
                self._change(lambda held: (*held, title))

        form.accepted.connect(add)
        form.open()

    def _remove(self, place: int) -> None:
        self._change(lambda held: (*held[:place], *held[place + 1 :]))

    def _enter_field(self, place: int, field: str) -> None:
        def changed(held: tuple[KeptTitle, ...]) -> tuple[KeptTitle, ...]:
            return (*held[:place], held[place].model_copy(update={"field": field}), *held[place + 1 :])

        self._change(changed, ("field", place))

    def _change(self, change: Callable[[tuple[KeptTitle, ...]], tuple[KeptTitle, ...]], entry: object = None) -> None:
        """Keep other titles; the facts on the sheets follow while they say what the titles said."""
        before = self.editor.case.section(KeptTitles)
        now = before.model_copy(update={"held": change(before.held)})
        found = []
        for kept in (before, now):
            answer = answer_of(kept, self.desk, self.editor)
            found.append({} if answer is None else found_facts(kept, answer))
            found[-1] |= school_facts(kept, self.desk)
        follows = followed(self.editor.facts, *found)
        designated = "designated_university" in follows

        def changed(case: Case) -> Case:
            case = case.with_section(now)
            return with_school(case, before, now, self.desk, self.words) if designated else case

        self.keep(changed, entry, **follows)

    def _apply(self) -> None:
        kept = self.editor.case.section(KeptTitles)
        answer = answer_of(kept, self.desk, self.editor)
        if answer is not None:
            found = found_facts(kept, answer) | school_facts(kept, self.desk)
            said = {name: found[name] for name in differing(self.editor.facts, found)}
            nothing = KeptTitles()
            self.keep(lambda case: with_school(case, nothing, kept, self.desk, self.words), **said)
