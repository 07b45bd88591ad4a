"""``CaseSession``: the case in the window, its undo history, and the day it is looked at. Plain Python, no Qt."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from hsp_calc.app.case_file import CaseFile, unscored
from hsp_calc.app.history_edit import (
    History,
    answered,
    place_of,
    with_history,
    with_unread,
    without_age,
    without_overtaken,
)
from hsp_calc.app.undo import UndoStack, UndoStep
from hsp_calc.casefile import (
    MOST_SCENARIOS,
    Applicant,
    Case,
    ConditionAnswers,
    Loaded,
    Protection,
    Rescored,
    Scenario,
    Shortfall,
    rescored,
    with_score,
)
from hsp_calc.casefile.unread import is_fact
from hsp_calc.engine import Scorer, ScoreSheet
from hsp_calc.facts import Category, DatedFacts, Experience, Facts, WorkPeriod
from hsp_calc.facts.employment import without_employment
from hsp_calc.facts.pay import Pay
from hsp_calc.rules import NoTableError, RuleTable, Tables
from hsp_calc.validation import InputError


class Typed(NamedTuple):
    """What is being typed.

    Attributes:
        field: where.
        unread: the text, if it cannot be read.
        since: of a fact, the first day of the entry of the history.
    """

    field: str
    unread: str | None
    since: date | None


class CaseSession:
    """The case in the window.

    Attributes:
        today: the day of the calendar.
    """

    def __init__(self, tables: Tables, today: date) -> None:
        self._tables = tables
        self._scorers: dict[str, Scorer] = {}
        self._listeners: list[Callable[[], None]] = []
        self._steps = UndoStack(Case())
        self._file = CaseFile(self.case)
        self._entry_place: int | None = None
        self._typed: Typed | None = None
        self._unread: dict[str, str] | None = None
        self._facts: Facts | None = None
        self._sheets: dict[Category, ScoreSheet] | None = None
        self.today = today

    # What it is ------------------------------------------------------------------------------------------------

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self._steps.now.case

    @property
    def day(self) -> date:
        """The day it is looked at: today, unless another was chosen."""
        return self._steps.now.day or self.today

    @property
    def scenario(self) -> int | None:
        """The scenario in view; None for the case itself."""
        return self._steps.now.scenario

    @property
    def seen(self) -> Case:
        """The case as it is in the scenario in view."""
        return self.case.within(self.scenario)

    def copy(self) -> "CaseSession":
        """Another editor of the same case, in the same scenario and on the same day, that touches this one no more."""
        copy = CaseSession(self._tables, self.day)
        copy.open(self.case, None)
        copy.view_scenario(self.scenario)
        return copy

    @property
    def what_if(self) -> str | None:
        """The name of the scenario in view; None for the case itself, which is real."""
        return None if self.scenario is None else self.case.scenarios[self.scenario].name

    @property
    def facts(self) -> Facts:
        """What is true on the day, in the scenario in view."""
        if self._facts is None:
            self._facts = self.seen.profile().facts_on(self.day)
        return self._facts

    @property
    def table(self) -> RuleTable | None:
        """The table in force on the day; None if none is carried."""
        try:
            return self._tables.on(self.day)
        except NoTableError:
            return None

    @property
    def tables(self) -> Tables:
        """The tables carried."""
        return self._tables

    @property
    def modified(self) -> bool:
        """Whether the case differs from its file."""
        return self._file.differs_from(self.case)

    @property
    def path(self) -> Path | None:
        """Its file; None while it has none."""
        return self._file.path

    @property
    def protection(self) -> Protection | None:
        """What protects its file; None if nothing does. Undo does not touch it."""
        return self._file.protection

    @property
    def copy_protection(self) -> Protection | None:
        """What protects copies of the case; a password that is removed does so until the case is saved."""
        return self._file.copy_protection

    @property
    def digest(self) -> bytes | None:
        """SHA-256 of the file that the case is based on; None if it has none."""
        return self._file.digest

    def sheets(self) -> dict[Category, ScoreSheet]:
        """The score on the day; empty if no table is carried for it, or the person was not born yet."""
        if self._sheets is None:
            self._sheets = self._sheets_of(self.facts)
        return self._sheets

    def sheets_of(self, scenario: int | None) -> dict[Category, ScoreSheet]:
        """The score of a scenario on the day; None is the case itself."""
        return self._sheets_of(self.case.within(scenario).profile().facts_on(self.day))

    def _sheets_of(self, facts: Facts) -> dict[Category, ScoreSheet]:
        table = self.table
        if table is None:
            return {}
        try:
            return self._scorer(table).sheets(facts, self.day)
        except InputError:
            return {}

    def bounds(self, category: Category, fact: str) -> tuple[int, ...]:
        """The numbers at which the points of a category change with a fact."""
        table = self.table
        return () if table is None else self._scorer(table).bounds(category, fact)

    def total_with(self, category: Category, **changes: Any) -> int:
        """The total on the day if some facts were otherwise; 0 if no table is carried for it."""
        table = self.table
        if table is None:
            return 0
        return self._scorer(table).total(self.facts.model_copy(update=changes), category, self.day)

    def _scorer(self, table: RuleTable) -> Scorer:
        if table.id not in self._scorers:
            self._scorers[table.id] = Scorer(table)
        return self._scorers[table.id]

    # What is entered -------------------------------------------------------------------------------------------

    def listen(self, listener: Callable[[], None]) -> None:
        """Have a function called after every change of the case, the day or the file."""
        self._listeners.append(listener)

    def forget(self, listener: Callable[[], None]) -> None:
        """No longer call a function that listened."""
        self._listeners.remove(listener)

    def set_day(self, day: date) -> None:
        """Look at the case on another day; a step of undo."""
        if day != self.day:
            self._steps.enter_day(None if day == self.today else day)
            self._changed()

    def set_today(self, today: date) -> None:
        """Take note of another day of the calendar; who looks at the case today goes on with it."""
        if today != self.today:
            self.today = today
            self._changed()

    def set_tables(self, tables: Tables) -> None:
        """Score by other rule tables."""
        self.close_entry()
        self._tables = tables
        self._scorers.clear()
        self._changed()

    @contextmanager
    def typing(self, field: str, unread: str | None) -> Iterator[None]:
        """What is entered meanwhile was typed into a field: where it cannot be read, the text is kept in its place.

        The entry and the text are one step of undo.

        Args:
            field: the field; see ``UnreadText``.
            unread: the text, if it cannot be read.
        """
        entry = field.partition(".")[0] if is_fact(field) else field
        self._typed = Typed(field, unread, self._since_of(field))
        try:
            yield
            self._enter(self.case, entry)  # the text may be all that changed
        finally:
            self._typed = None

    @property
    def _clears(self) -> bool:
        """Whether what is typed over an answer of a day cannot be read: an earlier answer is not true again then."""
        return self._typed is not None and self._typed.unread is not None and self._typed.since is not None

    def _since_of(self, field: str) -> date | None:
        """The first day of the entry of the history that a text is typed into."""
        if not is_fact(field):
            return None
        for text in self.seen.unread_on(self.day):
            if text.field == field:
                return text.since
        history = self.seen.history
        place = self._place_of(field.partition(".")[0], history)
        return None if place is None else history[place].since

    def _with_typed(self, case: Case) -> Case:
        """A case with what is being typed, where it cannot be read, and without texts that were overtaken."""
        if self._typed is not None:
            typed = self._typed
            case = with_unread(case, self.scenario, typed.field, typed.unread, typed.since)
        return without_overtaken(case)

    def unread(self, field: str) -> str | None:
        """The text that could not be read and stands in a field; None if there is none."""
        if self._unread is None:
            self._unread = {text.field: text.text for text in self.seen.unread_on(self.day)}
        return self._unread.get(field)

    def set_fact(self, name: str, value: Any) -> None:
        """Enter a fact; None makes it unanswered again.

        The fact is changed where the value seen on the day comes from: a dated entry if one holds it, else the entry
        that is always true.

        Args:
            name: a fact.
            value: what ``Facts`` takes for it.

        Raises:
            ValueError: an age is entered although the date of birth is known.
        """
        if name == "date_of_birth":
            self.set_applicant("date_of_birth", value)
            return
        if name == "age" and value is not None and self.facts.date_of_birth is not None:
            raise ValueError("the age follows from the date of birth")
        self._enter(self._with_fact(self.case, name, value), name)

    def _with_fact(self, case: Case, name: str, value: Any) -> Case:
        """A case with another answer to a fact on the day, in the scenario in view."""
        history = case.within(self.scenario).history
        if value is None and not any(getattr(entry.facts, name) is not None for entry in history):
            return case
        place = self._place_of(name, history)
        if place is None:
            since = None if self._typed is None else self._typed.since
            history, place = (DatedFacts(**{"from": since}), *history), 0
        self._entry_place = place
        return with_history(case, self.scenario, answered(history, place, name, value, clears=self._clears))

    def set_history(self, history: tuple[DatedFacts, ...]) -> None:
        """Have other facts over time in what is in view."""
        if history != self.seen.history:
            self._step(with_history(self.case, self.scenario, history), self.scenario)

    def set_periods(self, periods: tuple[WorkPeriod, ...]) -> None:
        """Have other periods of work; they are those of the case and all its scenarios."""
        if periods != self.case.experience:
            self._step(self.case.model_copy(update={"experience": periods}), self.scenario)

    def set_not_employed(self, since: date, until: date | None, note: str) -> None:
        """Enter a time without employment, in what is in view; the periods of work are those of the case.

        Args:
            since: the first day.
            until: the last; None while it lasts.
            note: a remark on the entries that it makes.
        """
        profile = without_employment(self.seen.profile(), since, until, note)
        case = self.case.model_copy(update={"experience": profile.experience})
        self._step(with_history(case, self.scenario, profile.history), self.scenario)

    def months_worked(self, category: Category) -> int | None:
        """Completed months of the periods of work of a category before the day; None if no period names it."""
        return self.seen.profile().months_of(category, self.day)

    def set_pay(self, pay: Pay | None) -> None:
        """Keep what the contract pays; what counts of it becomes the yearly salary.

        Where no part counts, nothing is said of the salary: what the parts said before is taken back, and what was
        answered otherwise stays.
        """
        if pay == self.case.pay:
            return
        before = None if self.case.pay is None else self.case.pay.counted().annual_salary_yen
        now = None if pay is None else pay.counted().annual_salary_yen
        said_by_parts = before is not None and before == self.facts.annual_salary_yen
        follows = {"annual_salary_yen": now} if now is not None or said_by_parts else {}
        self.keep(lambda case: case.model_copy(update={"pay": pay}), **follows)

    def set_experience(self, category: Category, years: float | None) -> None:
        """Enter the years of experience of one category."""
        name, history = "experience_years", self.seen.history
        place = self._place_of(name, history)
        known = (None if place is None else history[place].facts.experience_years) or Experience()
        clears = years is None and self._clears
        entered = known.clearing(category) if clears else known.with_years({category: years})
        experience = entered if entered.model_fields_set else None
        self.set_fact(name, experience)

    def set_applicant(self, name: str, value: Any) -> None:
        """Enter who applies: ``name``, ``name_ja``, ``nationality`` or ``date_of_birth``."""
        applicant: Applicant = self.case.applicant.model_copy(update={name: value})
        case = self.case.model_copy(update={"applicant": applicant})
        if name == "date_of_birth":
            case = without_age(case)
        self._enter(with_unread(case, None, name, None, None), name)

    def set_residence(self, name: str, value: Any) -> None:
        """Enter something of the present stay, such as ``arrived``, or the ``earlier`` statuses."""
        residence = self.case.applicant.residence.model_copy(update={name: value})
        applicant = self.case.applicant.model_copy(update={"residence": residence})
        case = self.case.model_copy(update={"applicant": applicant})
        self._enter(with_unread(case, None, f"residence.{name}", None, None), f"residence.{name}")

    def set_condition(self, name: str, answer: object, *, typed: bool = False) -> None:
        """Answer a condition of permanent residence; None takes the answer back.

        Args:
            name: the condition.
            answer: a ``ConditionAnswer``, or a day.
            typed: whether it is typed sign by sign, which is one step of undo.
        """

        def answered(case: Case) -> Case:
            answers = (case.permanent_residence or ConditionAnswers()).model_copy(update={name: answer})
            return case.model_copy(update={"permanent_residence": answers if answers.given else None})

        self.keep(answered, f"permanent_residence.{name}" if typed else None)

    def keep(self, change: Callable[[Case], Case], entry: object = None, **facts: Any) -> None:
        """Change what the case keeps beside its facts, and facts that follow from it, as one entry.

        Args:
            change: makes the case anew, of the case as it stands.
            entry: what is entered; entries of the same kind in a row are one step of undo, None is always its own.
            facts: facts that follow; None makes one unanswered.
        """
        case = change(self.case)
        for name, value in facts.items():
            case = self._with_fact(case, name, value)
        if entry is not None:
            self._enter(case, entry)
        elif case != self.case:
            self._step(case, self.scenario)

    def _place_of(self, name: str, history: History) -> int | None:
        """The place of the entry that a fact is entered in; while it is typed over, that is the same."""
        if self._typed is not None and self._typed.field.partition(".")[0] == name:
            since = self._typed.since
            return next((index for index, entry in enumerate(history) if entry.since == since), None)
        if self._steps.is_entering(name) and self._entry_place is not None and self._entry_place < len(history):
            return self._entry_place
        return place_of(history, name, self.day)

    # Scenarios -------------------------------------------------------------------------------------------------

    def view_scenario(self, scenario: int | None) -> None:
        """Look at a scenario; None is the case itself. What is entered then is entered there."""
        if scenario != self.scenario:
            self._steps.amend(scenario=scenario)
            self._changed()

    def add_scenario(self, name: str, history: tuple[DatedFacts, ...] | None = None) -> None:
        """Keep what is in view, or other facts, as a new scenario, and look at it.

        Args:
            name: what it is called.
            history: its facts; otherwise those in view.

        Raises:
            ValueError: there are as many as there can be, or one has this name.
        """
        if len(self.case.scenarios) >= MOST_SCENARIOS:
            raise ValueError("there are as many scenarios as there can be")
        self._refuse_name(name, None)
        kept = self.seen.history if history is None else history
        unread = tuple(text for text in self.seen.unread if text.fact is not None) if history is None else ()
        scenarios = (*self.case.scenarios, Scenario(name=name, history=kept, unread=unread))
        self._step(self.case.model_copy(update={"scenarios": scenarios}), len(scenarios) - 1)

    def rename_scenario(self, scenario: int, name: str) -> None:
        """Call a scenario otherwise.

        Raises:
            ValueError: another has this name.
        """
        self._refuse_name(name, scenario)
        scenarios = list(self.case.scenarios)
        scenarios[scenario] = scenarios[scenario].model_copy(update={"name": name})
        self._step(self.case.model_copy(update={"scenarios": tuple(scenarios)}), self.scenario)

    def delete_scenario(self, scenario: int) -> None:
        """Drop a scenario, and look at the case itself."""
        kept = tuple(other for index, other in enumerate(self.case.scenarios) if index != scenario)
        self._step(self.case.model_copy(update={"scenarios": kept}), None)

    def _refuse_name(self, name: str, own: int | None) -> None:
        if name in [scenario.name for index, scenario in enumerate(self.case.scenarios) if index != own]:
            raise ValueError("another scenario has this name")

    def _enter(self, case: Case, entry: object) -> None:
        case = self._with_typed(case)
        if case == self.case:
            return
        self._steps.enter(case, entry, apart=self._file.says(self.case))  # undo must come back to what is saved
        self._changed()

    def _step(self, case: Case, scenario: int | None) -> None:
        case = self._with_typed(case)
        self._steps.push(UndoStep(case, scenario, self._steps.now.day))
        self._changed()

    def close_entry(self) -> None:
        """End the entry in progress: what is typed next is undone apart from it."""
        self._steps.close_entry()

    # Undo ------------------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is an entry to take back."""
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an entry that was taken back."""
        return self._steps.can_redo

    def undo(self) -> None:
        """Take the last entry back."""
        if self.can_undo:
            self._steps.undo()
            self._changed()

    def redo(self) -> None:
        """Make the entry again that was taken back last."""
        if self.can_redo:
            self._steps.redo()
            self._changed()

    # Files -----------------------------------------------------------------------------------------------------

    def open(
        self,
        case: Case,
        path: Path | None,
        protection: Protection | None = None,
        *,
        unsaved: bool = False,
        digest: bytes | None = None,
    ) -> None:
        """Put another case in the window.

        Args:
            case: what to show.
            path: its file; None if it has none.
            protection: what protects its file, and is to protect it from then on.
            unsaved: whether no file says the same.
            digest: of the file that the case is based on; None is as the file is now.
        """
        self._steps.start(case)
        self._file.opened(case, path, protection, unsaved=unsaved, digest=digest)
        self._changed()

    def reload(self, loaded: Loaded) -> None:
        """Take the case as its file has it now; undo brings back what was in the window."""
        case = loaded.cases[0]
        self._steps.push(UndoStep(case))
        self._file.opened(case, self.path, loaded.protection, unsaved=False, digest=loaded.digest)
        self._changed()

    def read_again(self) -> Loaded:
        """What the file of the case holds now; see ``CaseFile.read_again``."""
        return self._file.read_again()

    def protect(self, protection: Protection | None) -> None:
        """Have the file protected otherwise when it is saved next; None is not at all."""
        self._file.protection = protection
        self._changed()

    def changed_elsewhere(self, path: Path) -> bool:
        """Whether a file is the case's own, and another window has written it since it was opened here."""
        return self._file.changed_elsewhere(path)

    def save(self, path: Path) -> frozenset[Shortfall]:
        """Write the case, with a record of its score, to a file, which is its own from then on.

        Returns:
            What the file system could not give; the file is written.

        Raises:
            InputError: it could not be opened again, with the reasons; nothing was written.
            OSError: it cannot be written; the old file is as it was.
        """
        case = self._scored()
        shortfalls = self._file.write(case, path)
        self._steps.amend(case=case, scenario=self.scenario)
        self._changed()
        return shortfalls

    def _scored(self) -> Case:
        """The case with a record of what it comes to on the day; without one where there is no score."""
        table, sheets = self.table, self.sheets_of(None)
        if table is None or not sheets:
            return unscored(self.case)
        return with_score(self.case, table, self.day, _points(sheets))

    def rescored(self) -> Rescored | None:
        """What changed for the case since it was scored by other rules than those of the day."""
        record, table = self.case.scored_under, self.table
        if record is None or table is None:
            return None
        on = record.on or self.day
        try:
            sheets = self._scorer(table).sheets(self.case.profile().facts_on(on), on)
        except InputError:
            return None
        return rescored(self.case, table, _points(sheets), self._tables)

    def _changed(self) -> None:
        self._facts = self._sheets = self._unread = None
        for listener in tuple(self._listeners):
            listener()


def _points(sheets: dict[Category, ScoreSheet]) -> dict[Category, dict[str, int]]:
    """For each category the rows that count, with their points."""
    return {
        category: {line.criterion: line.points for line in sheet.lines if line.points}
        for category, sheet in sheets.items()
    }
