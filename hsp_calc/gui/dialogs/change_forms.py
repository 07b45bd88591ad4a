"""Forms for a change: ``SinceForm`` beside an input, and ``ChangeForm`` of the history."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLineEdit, QPushButton, QWidget

from hsp_calc import limits
from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.dated_changes import DatedChange, changes, replaced, shown_on, with_change, without
from hsp_calc.app.fact_values import subject_label, value_label
from hsp_calc.facts import Category, Facts
from hsp_calc.gui.dialogs.form_dialog import FormDialog
from hsp_calc.gui.dialogs.value_edit import DayEdit, ValueEdit
from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.inputs import DropDown
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.lengths import limit_length
from hsp_calc.text import Translator

_WIDTH = 400


class _Form(FormDialog):
    """A form with a line for the day and one for a note; it can be accepted while the day can be understood."""

    def __init__(self, name: str, title: str, change: DatedChange | None, parent: QWidget, _: Translator) -> None:
        super().__init__(name, title, _WIDTH, parent)
        self.words = _
        self.day = DayEdit("since", _("Applies since"), _("leave empty for “always”; e.g. 2024-04-01"))
        self.day.show_value(None if change is None else change.since)
        self.day.textChanged.connect(self.enable)
        self._wrong_day = Complaint(self.day)
        self._wrong_day.retranslate(_)
        self.note = QLineEdit()
        limit_length(self.note, limits.NOTE, lambda: self.words)
        self.note.setText("" if change is None else change.note)
        self.note.setObjectName("note")
        self.note.setAccessibleName(_("Note"))
        self.buttons = self.ok_and_cancel()

    def finish(self) -> None:
        """Put the lines and buttons beneath what was added."""
        self.form.addRow(self.words("Applies since"), self.day)
        self.form.addRow(self._wrong_day)
        self.form.addRow(self.words("Note"), self.note)
        self.form.addRow(self.buttons)
        self.enable()

    def ready(self) -> bool:
        """Whether the form can be accepted."""
        return not self.day.wrong

    def enable(self) -> None:
        """Let it be accepted, or not yet."""
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.ready())


class SinceForm(_Form):
    """Since when an answer is true."""

    def __init__(
        self,
        editor: CaseSession,
        fact: str,
        category: Category | None,
        add: Callable[[str, Category | None], None],
        parent: QWidget,
        _: Translator,
    ) -> None:
        """Make one.

        Args:
            editor: the case.
            fact: the fact.
            category: of years of experience, whose.
            add: opens a form for a further change of the fact.
            parent: the window.
            _: the words.
        """
        change = shown_on(editor.seen.history, fact, category, editor.day)
        super().__init__("since_form", _("Since when"), change, parent, _)
        self._editor = editor
        self._change = change
        title = Label("section", wrap=True)
        title.setText(subject_label(fact, category, _))
        self.form.addRow(title)
        for known in changes(editor.seen.history):
            if known.subject == (fact, category):
                line = Label("" if known == change else "muted", wrap=True)
                since = _("always") if known.since is None else _.day(known.since)
                line.setText(_("{place}: {sentence}", place=since, sentence=value_label(fact, known.value, _)))
                self.form.addRow(line)
        if change is None:
            line = Label("muted", wrap=True)
            line.setText(_("It is not answered on the reference date."))
            self.form.addRow(line)
            self.day.setEnabled(False)
            self.note.setEnabled(False)
        more = QPushButton(_("Enter a &change…"))
        more.setObjectName("more")
        more.setAutoDefault(False)
        more.clicked.connect(self.reject)
        more.clicked.connect(lambda _checked: add(fact, category))
        self.buttons.addButton(more, QDialogButtonBox.ButtonRole.ActionRole)
        self.finish()
        self.accepted.connect(self._apply)

    def ready(self) -> bool:
        """Whether there is an answer to date, and a day or none."""
        return self._change is not None and super().ready()

    def show_beside(self, anchor: QWidget) -> None:
        """Open beneath the mark, inside the screen."""
        self.resize(self.minimumWidth(), self._needed())
        room = anchor.screen().availableGeometry()
        place = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height()))
        x = min(max(place.x(), room.left()), room.right() - self.width())
        self.move(x, min(max(place.y(), room.top()), room.bottom() - self.height()))
        self.open()
        self.day.setFocus()

    def _apply(self) -> None:
        old = self._change
        if old is not None and (old.since, old.note) != (self.day.day, self.note.text()):
            new = DatedChange(old.fact, old.value, self.day.day, self.note.text(), old.category)
            self._editor.set_history(replaced(self._editor.seen.history, old, new))


class ChangeForm(_Form):
    """A change of the history: a fact, what is true, since when, and a note."""

    def __init__(
        self,
        editor: CaseSession,
        change: DatedChange | None,
        subject: tuple[str, Category | None] | None,
        parent: QWidget,
        _: Translator,
    ) -> None:
        """Make one.

        Args:
            editor: the case.
            change: what is edited; None to enter another.
            subject: the fact at first, and of years of experience the category; None for the first of all.
            parent: the window.
            _: the words.
        """
        super().__init__("change_form", _("Change of a fact"), change, parent, _)
        self._editor = editor
        self._change = change
        self._subject = DropDown()
        self._subject.setObjectName("fact")
        self._subject.setAccessibleName(_("Fact"))
        self._subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._subject.setMinimumContentsLength(30)
        offered = [change.subject] if change is not None else _subjects(editor)
        self._subjects = offered
        for fact, category in offered:
            self._subject.addItem(subject_label(fact, category, _))
        self._subject.setCurrentIndex(offered.index(subject) if subject in offered else 0)
        self._subject.setEnabled(change is None)
        self._subject.currentIndexChanged.connect(self._ask)
        self.form.addRow(_("Fact"), self._subject)
        self._value: ValueEdit | None = None
        self._cleared = QCheckBox(_("Not answered from this day on"))
        self._cleared.setObjectName("cleared")
        self._cleared.setChecked(change is not None and change.value is None)
        self._cleared.toggled.connect(self.enable)
        self.form.addRow(self._cleared)
        self.finish()
        self._ask(self._subject.currentIndex())
        self.accepted.connect(self._apply)

    def ready(self) -> bool:
        """Whether there is a value, and a day or none; what is not answered any more needs its day."""
        if self._cleared.isChecked():
            return self.day.day is not None and super().ready()
        return self._value is not None and self._value.value is not None and super().ready()

    def enable(self) -> None:
        """Let it be accepted, or not yet."""
        super().enable()
        if self._value is not None:
            self._value.setEnabled(not self._cleared.isChecked())

    def _ask(self, index: int) -> None:
        if self._value is not None:
            self.form.removeRow(self._value)
        fact, _category = self._subjects[index]
        self._value = ValueEdit(fact, None if self._change is None else self._change.value, self.words)
        self._value.changed.connect(self.enable)
        self.form.insertRow(1, self.words("Value"), self._value)
        self.enable()

    def _apply(self) -> None:
        if self._value is None:
            return
        fact, category = self._subjects[self._subject.currentIndex()]
        value = None if self._cleared.isChecked() else self._value.value
        new = DatedChange(fact, value, self.day.day, self.note.text(), category)
        history = self._editor.seen.history
        kept = history if self._change is None else without(history, self._change)
        self._editor.set_history(with_change(kept, new))


def _subjects(editor: CaseSession) -> list[tuple[str, Category | None]]:
    """What a change can be entered for; an age only where the date of birth is not known."""
    subjects: list[tuple[str, Category | None]] = []
    for fact in Facts.model_fields:
        if fact == "experience_years":
            subjects += [(fact, category) for category in Category]
        elif fact != "date_of_birth" and (fact != "age" or editor.facts.date_of_birth is None):
            subjects.append((fact, None))
    return subjects
