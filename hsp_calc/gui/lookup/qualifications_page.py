"""``QualificationsPage``: the exams of the IT notice and the national qualifications of a person (mark ⑧)."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton

from hsp_calc import limits
from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.app.lookup.following import followed
from hsp_calc.app.lookup.qualifications_presenter import count_of, exam_detail, points_text
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import Qualifications
from hsp_calc.gui.lookup.lookup_page import LookupPage
from hsp_calc.gui.lookup.lookup_widgets import ApplyBar, tool_button
from hsp_calc.gui.lookup.search_results import HitList, SearchLine, SearchResult
from hsp_calc.gui.widgets.inputs import ChoiceEdit, LineInput
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.reference.exam_lookup import ExamAnswer
from hsp_calc.reference.exams import Licenses, is_named, licenses
from hsp_calc.text import Translator
from hsp_calc.text.lookup import basis_text
from hsp_calc.text.lookup_answers import exam_verdict, proof_text


class QualificationsPage(LookupPage):
    """The look-up of exams, and the list of what a person has."""

    def __init__(self, desk: AppData, editor: CaseSession) -> None:
        super().__init__("desk.qualifications", desk, editor)
        self._titles = [Label("section", wrap=True) for _part in range(3)]
        self._help = Label("muted", wrap=True)
        self._points = Label("muted", wrap=True)
        self._points.setObjectName("qualifications.points")
        self._removes: list[QToolButton] = []
        self._held = QGridLayout()
        self._held.setHorizontalSpacing(2 * GRID)
        self._held.setVerticalSpacing(GRID)
        self._held.setColumnStretch(0, 1)
        self._shown: Licenses | None = None
        self._none = Label("muted", wrap=True)
        self._state = ApplyBar("qualifications.apply", self._apply)
        self._hits = HitList("qualifications.hits")
        self._query = SearchLine("qualifications.search", self._hits)
        self._country = ChoiceEdit("qualifications.country", list(desk.exams.countries))
        self._found = Label("muted", wrap=True)
        self._found.setObjectName("qualifications.found")
        self._add_exam = tool_button("qualifications.add_exam", self._add_current)
        self._national = LineInput()
        self._national.setObjectName("qualifications.national")
        self._national.setMaxLength(limits.NAME)
        self._add_national = tool_button("qualifications.add_national", self._add_typed)
        self._national_said = Label("muted", wrap=True)
        self._national_said.setObjectName("qualifications.national_said")
        self._wrong = Label("bad", wrap=True)
        self._wrong.setObjectName("qualifications.wrong")
        self._query.textChanged.connect(self._search)
        self._country.entered.connect(lambda _country: self._search())
        self._hits.chosen.connect(self._add)
        self._hits.itemSelectionChanged.connect(self._enable)
        self._national.returnPressed.connect(self._add_typed)
        self._national.textChanged.connect(self._enable)
        self._build()
        self.setFocusProxy(self._query)

    def _build(self) -> None:
        held, search, national = card(), card(), card()
        for title, (_frame, column) in zip(self._titles, (held, search, national), strict=True):
            column.addWidget(title)
        held[1].addWidget(self._none)
        held[1].addLayout(self._held)
        held[1].addWidget(self._points)
        held[1].addWidget(self._state)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(self._query, 3)
        line.addWidget(self._country, 1)
        search[1].addLayout(line)
        search[1].addWidget(self._found)
        search[1].addWidget(self._hits)
        row = QHBoxLayout()
        row.addWidget(self._add_exam)
        row.addStretch(1)
        search[1].addLayout(row)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(self._national, 1)
        line.addWidget(self._add_national)
        national[1].addWidget(self._help)
        national[1].addLayout(line)
        national[1].addWidget(self._national_said)
        national[1].addWidget(self._wrong)
        for frame, _column in (held, search, national):
            self.body.addWidget(frame)

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("Exams ⑧")

    def say(self, _: Translator) -> None:
        """Give the words that do not depend on the case."""
        titles = (
            _("Your exams and qualifications"),
            _("Exams and qualifications of the IT notice"),
            _("Japanese national qualifications"),
        )
        for label, words in zip(self._titles, titles, strict=True):
            label.setText(words)
        self._help.setText(
            _(
                "Only qualifications related to your work count. Japanese national qualifications must be "
                "for exclusive practice (業務独占資格) or exclusive title (名称独占資格); they are not listed here."
            )
        )
        self._none.setText(_("None entered. Choose exams below, or type a national qualification."))
        self._state.say(_("Enter this number on the score sheets"))
        self._query.setAccessibleName(_("Name of the exam"))
        self._query.setPlaceholderText(_("e.g. applied information, 応用情報, PhilNITS"))
        countries = self.desk.exams.countries
        self._country.setAccessibleName(_("Country"))
        self._country.set_labels(_("All countries"), lambda key: _.wording(countries[key]))
        self._hits.setAccessibleName(_("Exams found"))
        self._add_exam.setText(_("Add the exam"))
        self._national.setAccessibleName(_("National qualification"))
        self._national.setPlaceholderText(_("e.g. 弁理士 (patent attorney)"))
        self._add_national.setText(_("Add"))
        self._add_national.setAccessibleName(_("Add the national qualification"))
        self._wrong.setText(_("This is already in the list; each counts once."))
        self._shown = None

    def show_case(self, case: Case, *, anew: bool) -> None:
        """Show what the person has, and what the search finds."""
        _, found = self.words, licenses(case.section(Qualifications), self.desk.exams)
        if found != self._shown:
            self._shown = found
            self._show_held(found)
        self._points.setText(points_text(found.count, self.editor, _))
        count, answered = count_of(found), self.editor.facts.licenses
        if count is None:
            self._state.setVisible(False)
        else:
            self._state.setVisible(True)
            if answered == count:
                self._state.show_state(_("✓ The score sheets say {count}.", count=count), offered=False)
            else:
                said = _("no answer") if answered is None else f"{answered}"
                words = _("The score sheets say {said}, this list {count}.", said=said, count=count)
                self._state.show_state(words, "warn", offered=True)
        self._search()

    def basis(self) -> str:
        """The notice, its date and its caution."""
        return basis_text(self.desk.exams, self.desk.sources, self.words)

    # What the person has ---------------------------------------------------------------------------------------

    def _show_held(self, found: Licenses) -> None:
        """A line for each, with a button that removes it."""
        _ = self.words
        focused = next((line for line, button in enumerate(self._removes) if button.hasFocus()), None)
        self._removes.clear()
        while (item := self._held.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for exam in found.exams:
            self._add_line(_.wording(exam), exam_detail(exam, self.desk.exams, _), partial(self._without_exam, exam.id))
        for name in found.national:
            self._add_line(name, _("Japanese national qualification"), partial(self._without_national, name))
        for exam_id in found.unknown:
            detail = _("Not in the program's copy of the notice; not counted.")
            self._add_line(exam_id, detail, partial(self._without_exam, exam_id))
        self._none.setVisible(self._held.count() == 0)
        if focused is not None:
            (self._removes[min(focused, len(self._removes) - 1)] if self._removes else self._query).setFocus()

    def _add_line(self, name: str, detail: str, remove: Callable[[], object]) -> None:
        line = len(self._removes)
        row = 2 * line
        title, note = Label(wrap=True), Label("muted", wrap=True)
        title.setText(name)
        note.setText(detail)
        button = tool_button(f"qualifications.remove.{line}", remove)
        button.setText(self.words("Remove"))
        button.setAccessibleName(self.words("Remove: {subject}", subject=name))
        self._removes.append(button)
        self._held.addWidget(title, row, 0)
        self._held.addWidget(button, row, 1, 2, 1)
        self._held.addWidget(note, row + 1, 0)
        for part in (title, button, note):
            part.show()

    def _without_exam(self, exam_id: str) -> None:
        self._change(lambda kept: tuple(other for other in kept.it_exams if other != exam_id), "it_exams")

    def _without_national(self, name: str) -> None:
        self._change(lambda kept: tuple(other for other in kept.national if other.strip() != name), "national")

    def _change(self, change: Callable[[Qualifications], tuple[str, ...]], part: str) -> None:
        """Keep other names in a part; the number on the sheets follows while it says what the list said."""
        exams = self.desk.exams
        before = self.editor.case.section(Qualifications)
        now = before.model_copy(update={part: change(before)})
        numbers: list[dict[str, Any]] = [{"licenses": count_of(licenses(kept, exams))} for kept in (before, now)]
        follows = followed(self.editor.facts, *numbers)
        self.keep(lambda case: case.with_section(now), **follows)

    def _apply(self) -> None:
        count = count_of(licenses(self.editor.case.section(Qualifications), self.desk.exams))
        self.keep(lambda case: case, licenses=count)

    # What is looked for ----------------------------------------------------------------------------------------

    def _search(self) -> None:
        _, country, typed = self.words, self._country.currentData(), self._query.text()
        answer = self.desk.exam_look_ups.look_up(typed)
        meant = answer.matches or (answer.similar if answer.remarks else self.desk.exams.search(typed, country))
        found = [exam for exam in meant if country in {None, exam.country}] if answer.national is None else []
        held = {exam.id for exam in self._shown.exams} if self._shown is not None else set()
        some = _.plural(
            "{count} exam or qualification", "{count} exams and qualifications", len(found), count=len(found)
        )
        self._found.setText(some if answer.answer is ExamAnswer.NOTHING_ASKED else exam_verdict(answer, _))
        sure = answer.answer in {ExamAnswer.NOTHING_ASKED, ExamAnswer.FOUND}
        self._found.set_role("muted" if sure else "warn")
        self._hits.show_hits(
            [
                SearchResult(
                    exam.id,
                    f"✓ {_.wording(exam)}" if exam.id in held else _.wording(exam),
                    exam_detail(exam, self.desk.exams, _),
                )
                for exam in found
            ]
        )
        self._add_exam.setVisible(bool(found))
        self._enable()

    def _enable(self) -> None:
        marked, typed = self._hits.current, self._national.text().strip()
        held = self._shown is not None and marked in {exam.id for exam in self._shown.exams}
        again = self._shown is not None and bool(typed) and is_named(typed, self._shown)
        self._add_exam.setEnabled(marked is not None and not held)
        self._add_national.setEnabled(bool(typed) and not again)
        self._wrong.setVisible(again)
        self._say_national(typed)

    def _say_national(self, typed: str) -> None:
        """What is known of the qualification that is typed: whether it counts, and what proves it."""
        _, look_ups = self.words, self.desk.exam_look_ups
        answer = look_ups.look_up(typed)
        known = answer.national is not None or (answer.remarks and not answer.similar)
        said = [exam_verdict(answer, _)] if known else []
        if answer.national is not None:
            said.append(proof_text(answer.national, look_ups, _))
        self._national_said.setText(" ".join(said))
        self._national_said.setVisible(bool(said))
        self._national_said.set_role("muted" if answer.answer is ExamAnswer.FOUND else "warn")

    def _add_current(self) -> None:
        if (marked := self._hits.current) is not None:
            self._hits.setFocus()  # the button rests until another is marked
            self._add(marked)

    def _add(self, exam_id: str) -> None:
        if exam_id not in self.editor.case.section(Qualifications).it_exams:
            self._change(lambda kept: (*kept.it_exams, exam_id), "it_exams")

    def _add_typed(self) -> None:
        name = self._national.text().strip()
        if self._add_national.isEnabled():
            self._national.setFocus()
            self._national.clear()
            self._change(lambda kept: (*kept.national, name), "national")
