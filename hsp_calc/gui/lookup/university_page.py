"""``UniversityPage``: whether a university is a designated one, and by which route (mark ⑰)."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.app.lookup.university_presenter import BY_HAND, ROWS, detail_of, with_choice
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import KeptUniversity, UniversityEntry
from hsp_calc.gui.lookup.chosen_university import ChosenUniversity
from hsp_calc.gui.lookup.lookup_page import LookupPage
from hsp_calc.gui.lookup.lookup_widgets import tool_button
from hsp_calc.gui.lookup.search_results import HitList, SearchLine, SearchResult
from hsp_calc.gui.widgets.flow import Flow
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.reference.universities import Answer, DesignationRoute, University
from hsp_calc.text import Translator
from hsp_calc.text.lookup import basis_text
from hsp_calc.text.lookup_answers import remarks_text, similar_heading, university_verdict

_MOST_HITS = 20


class UniversityPage(LookupPage):
    """The look-up of universities."""

    def __init__(self, desk: AppData, editor: CaseSession) -> None:
        super().__init__("desk.university", desk, editor)
        self._hits = HitList("university.hits")
        self._similar = HitList("university.similar")
        self._query = SearchLine("university.search", self._hits, self._similar)
        self._title, self._lead = Label("section", wrap=True), Label("muted", wrap=True)
        self._answer = Label(wrap=True)
        self._answer.setObjectName("university.answer")
        self._similar_heading = Label("warn", wrap=True)
        self._similar_heading.setObjectName("university.similar_heading")
        self._choose = tool_button("university.choose", self._choose_current)
        self._by_hand = {
            route: tool_button(f"university.by_hand.{route.value}", partial(self._enter_by_hand, route))
            for route in BY_HAND
        }
        self._chosen = ChosenUniversity(self)
        self._query.textChanged.connect(self._search)
        for hits in (self._hits, self._similar):
            hits.chosen.connect(self._choose_one)
            hits.itemSelectionChanged.connect(self._enable)
        self._build()
        self.setFocusProxy(self._query)

    def _build(self) -> None:
        frame, column = card()
        answers = (self._answer, self._hits, self._similar_heading, self._similar)
        for part in (self._title, self._lead, self._query, *answers):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addStretch(1)
        column.addLayout(row)
        by_hand = Flow(2 * GRID)
        for button in self._by_hand.values():
            by_hand.addWidget(button)
        column.addLayout(by_hand)
        self.body.addWidget(self._chosen)
        self.body.addWidget(frame)

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("University ⑰")

    def say(self, _: Translator) -> None:
        """Give the words that do not depend on the case."""
        self._title.setText(_("Is it a designated university?"))
        self._lead.setText(
            _(
                "Enter the name on the diploma, in Japanese, English or the school's own language; common "
                "short names work too. Only the name of a listed school counts as found."
            )
        )
        self._query.setAccessibleName(_("Name of the university"))
        self._query.setPlaceholderText(_("e.g. University of Tokyo, 東大, kyoto, ETH"))
        self._hits.setAccessibleName(_("Universities found"))
        self._similar.setAccessibleName(_("Universities with similar names"))
        self._choose.setText(_("Enter on the score sheets"))
        for route, words in BY_HAND.items():
            self._by_hand[route].setText(_(words))
        self._chosen.retranslate(_)

    def show_case(self, case: Case, *, anew: bool) -> None:
        """Show the university chosen, and what the search finds."""
        self._chosen.show_case(case, anew=anew)
        self._search()

    def basis(self) -> str:
        """What counts, and the lists, their dates and their cautions."""
        _ = self.words
        lists = (basis_text(found, self.desk.sources, _) for found in self.desk.universities.lists)
        return "\n".join([self.help_on("designated_university"), *lists])

    def _search(self) -> None:
        _, found = self.words, self.desk.universities.look_up(self._query.text(), _MOST_HITS)
        self._answer.setText(university_verdict(found, _))
        self._answer.set_role("" if found.answer is Answer.FOUND else "warn")
        self._answer.setVisible(found.answer is not Answer.NOTHING_ASKED)
        self._hits.show_hits([self._hit(match.university, remarks_text(match, _)) for match in found.matches])
        similar = () if found.matches else found.similar
        self._similar_heading.setText(similar_heading(found, _))
        self._similar_heading.setVisible(bool(similar))
        self._similar.show_hits([self._hit(university) for university in similar])
        unsure = found.answer in {Answer.SIMILAR, Answer.NOT_ON_THE_LISTS_CARRIED}
        for button in self._by_hand.values():
            button.setVisible(unsure)
        self._choose.setVisible(bool(found.matches or similar))
        self._enable()

    def _hit(self, university: University, remarks: str = "") -> SearchResult:
        _ = self.words
        return SearchResult(university.id, _.wording(university.name), detail_of(university, _, remarks))

    @property
    def _marked(self) -> str | None:
        return self._hits.current or self._similar.current

    def _enable(self) -> None:
        self._choose.setEnabled(self._marked is not None)

    def _choose_current(self) -> None:
        if (marked := self._marked) is not None:
            self._choose_one(marked)

    def _choose_one(self, university_id: str) -> None:
        university = self.desk.universities.named(university_id)
        if university is not None:
            kept = KeptUniversity(id=university.id, name=self.words.wording(university.name))
            self._keep(kept, university.routes[0])

    def _enter_by_hand(self, route: DesignationRoute) -> None:
        self._keep(KeptUniversity(name=self._query.text().strip()), route)

    def _keep(self, kept: KeptUniversity, route: DesignationRoute) -> None:
        entry = UniversityEntry(route=ROWS[route])
        self.keep(lambda case: with_choice(case, kept, entry), designated_university=True)
        self.verticalScrollBar().setValue(0)
