"""``ChosenUniversity``: the university of the case, its route on the form, its ranks, and the row that may fit too."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from hsp_calc.app.lookup.university_presenter import (
    ROWS,
    chosen_route,
    found_in,
    japanese_degree_offer,
    name_of,
    rankings_of,
    with_choice,
)
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import FormEntries, KeptUniversity, UniversityEntry
from hsp_calc.gui.lookup.lookup_widgets import ApplyBar, ChoiceEntry, TypedEntry, tool_button
from hsp_calc.gui.widgets.flow import Flow
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.parsing import Doubt, Meaning, NotUnderstoodError, read_count
from hsp_calc.reference.universities import DesignationRoute, University
from hsp_calc.text import Translator
from hsp_calc.text.lookup import listing_text, route_label

if TYPE_CHECKING:
    from hsp_calc.gui.lookup.lookup_page import LookupPage

_LAST_PLACE = 100_000


def read_place(typed: str) -> int:
    """A place in a ranking, from 1 on.

    Raises:
        NotUnderstoodError: it is no place.
    """
    place = read_count(typed)
    if not 1 <= place <= _LAST_PLACE:
        raise NotUnderstoodError(typed, Meaning.COUNT, Doubt.TOO_LARGE if place else Doubt.OTHER)
    return place


class ChosenUniversity(QFrame):
    """The university of the case; hidden where there is none."""

    def __init__(self, page: "LookupPage") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("university.chosen")
        self._page = page
        self._name = Label("section", wrap=True)
        self._name.setObjectName("university.name")
        self._lists = Label("muted", wrap=True)
        self._route = ChoiceEntry("university.route", [route.value for route in DesignationRoute])
        self._route.entered.connect(self._enter_route)
        self._ranks: dict[str, TypedEntry] = {}
        self._rank_lead = Label("muted", wrap=True)
        self._state = ApplyBar("university.apply", self._apply)
        self._offer = ApplyBar("university.japanese_degree", self._tick_japanese_degree)
        self._remove = tool_button("university.remove", self._drop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        layout.setSpacing(2 * GRID)
        for part in (self._name, self._lists, self._route, self._rank_lead):
            layout.addWidget(part)
        self._rank_column = QVBoxLayout()
        self._rank_column.setSpacing(2 * GRID)
        layout.addLayout(self._rank_column)
        layout.addWidget(self._state)
        layout.addWidget(self._offer)
        tools = Flow(2 * GRID)
        tools.addWidget(self._remove)
        layout.addLayout(tools)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._route.say(
            _("Route on the form"), _("Not answered"), lambda value: route_label(DesignationRoute(value), _)
        )
        self._rank_lead.setText(
            _("Places in the rankings, if known; they are printed on the form, with the ranking ticked.")
        )
        self._state.say(_("Enter on the score sheets"))
        self._offer.say(_("Tick the row for a Japanese degree (⑭) too"))
        self._remove.setText(_("Remove the university"))
        self._say_ranks(_)

    def show_case(self, case: Case, *, anew: bool) -> None:
        """Show the university of the case.

        Raises:
            InputError: what it keeps of it is malformed.
        """
        _, kept, route = self._page.words, case.section(KeptUniversity), chosen_route(case)
        entry = case.section(FormEntries).university
        self._make_ranks()
        for ranking, place in self._ranks.items():
            place.edit.show_value(entry.ranks.get(ranking), anew=anew)
            place.setVisible(route is DesignationRoute.RANKINGS)
        self._rank_lead.setVisible(route is DesignationRoute.RANKINGS and bool(self._ranks))
        self.setVisible(kept != KeptUniversity())
        if kept == KeptUniversity():
            return
        university = found_in(kept, self._page.desk)
        self._name.setText(name_of(kept, self._page.desk, _))
        self._lists.setText(self._listed(kept, university))
        self._route.edit.show_value(None if route is None else route.value)
        answered = self._page.editor.facts.designated_university
        if answered is True:
            self._state.show_state(_("✓ Entered on the sheets: graduate of a designated university."), offered=False)
        else:
            self._state.show_state(_("The score sheets do not show that it counts."), "warn", offered=True)
        offer = japanese_degree_offer(university, self._page.editor, _)
        self._offer.show_state(offer, "", offered=bool(offer))
        self._offer.setVisible(bool(offer))

    def _listed(self, kept: KeptUniversity, university: University | None) -> str:
        """The lists that it stands on, or that it stands on none."""
        _ = self._page.words
        if university is not None:
            return "\n".join(listing_text(listing, _) for listing in university.listings)
        if kept.id is not None:
            return _("It was on the lists when you chose it, but is not on the present ones; check it again.")
        return _(
            "It is not on the lists in this program; you entered it yourself. Keep a document that shows its route."
        )

    def _make_ranks(self) -> None:
        """An input for each ranking of the form of the day."""
        asked = rankings_of(self._page.editor)
        if tuple(self._ranks) == tuple(ranking.id for ranking in asked):
            return
        for entry in self._ranks.values():
            entry.deleteLater()
        self._ranks = {}
        for ranking in asked:
            made = TypedEntry(f"university.rank.{ranking.id}", read_place, lambda place: f"{place:,}")
            made.entered.connect(partial(self._enter_rank, ranking.id))
            self._rank_column.addWidget(made)
            self._ranks[ranking.id] = made
        self._say_ranks(self._page.words)

    def _say_ranks(self, _: Translator) -> None:
        for ranking in rankings_of(self._page.editor):
            if ranking.id in self._ranks:
                self._ranks[ranking.id].say(_.wording(ranking.name), _("e.g. {example}", example="45"), _)

    def _enter_route(self, value: object) -> None:
        route = None if value is None else DesignationRoute(str(value))
        row = None if route is None else ROWS[route]
        # the form ticks the rankings that it has a place in, and only the first route goes by them
        self._keep_entry(
            lambda entry: UniversityEntry(route=row, ranks=entry.ranks if route is DesignationRoute.RANKINGS else {})
        )

    def _enter_rank(self, ranking: str, place: object) -> None:
        def ranked(entry: UniversityEntry) -> UniversityEntry:
            others = {name: kept for name, kept in entry.ranks.items() if name != ranking}
            ranks = {**others, ranking: place} if isinstance(place, int) else others
            return entry.model_copy(update={"ranks": ranks})

        self._keep_entry(ranked, ranking)

    def _keep_entry(self, change: Callable[[UniversityEntry], UniversityEntry], entry: object = None) -> None:
        self._page.keep(
            lambda case: with_choice(case, case.section(KeptUniversity), change(case.section(FormEntries).university)),
            entry,
        )

    def _apply(self) -> None:
        self._page.keep(lambda case: case, designated_university=True)

    def _tick_japanese_degree(self) -> None:
        self._page.keep(lambda case: case, japanese_degree=True)

    def _drop(self) -> None:
        answered = self._page.editor.facts.designated_university
        follows = {"designated_university": None} if answered is True else {}
        self._page.keep(lambda case: with_choice(case, KeptUniversity(), UniversityEntry()), **follows)
