"""``GuidePresenter``: what the pages of the guide ask of the window. Plain Python, no Qt."""

from datetime import date

from hsp_calc.app.session_context import SessionContext
from hsp_calc.casefile.sections import ActivityAnswers, GuideAnswers, SavedShifts, UnderlyingAnswers
from hsp_calc.guide.activity import ActivityResult, judge_activity
from hsp_calc.guide.benefits import Benefits, compare_benefits
from hsp_calc.guide.contents import Guide
from hsp_calc.guide.underlying import UnderlyingResult, judge_underlying
from hsp_calc.rules import Sources
from hsp_calc.text import Translator
from hsp_calc.text.fees import two_ways


class GuidePresenter:
    """The answers of the case in the window, and what they come to."""

    def __init__(self, context: SessionContext) -> None:
        self._context = context
        self._desk = context.data
        self._editor = context.session

    @property
    def guide(self) -> Guide:
        """The pages."""
        return self._desk.guide

    @property
    def sources(self) -> Sources:
        """Where their statements come from."""
        return self._desk.sources

    @property
    def day(self) -> date:
        """The reference date."""
        return self._editor.day

    @property
    def words(self) -> Translator:
        """What is said with."""
        return self._context.words

    # Answers ---------------------------------------------------------------------------------------------------

    def kept(self) -> GuideAnswers:
        """What the case keeps of the guide.

        Raises:
            InputError: it is malformed.
        """
        return self._editor.case.section(GuideAnswers)

    def known_of_underlying(self) -> UnderlyingAnswers:
        """What the facts in view answer already."""
        return UnderlyingAnswers.known_from(self._editor.facts, self._context.category)

    def known_of_activity(self) -> ActivityAnswers:
        """What the present stay answers already."""
        return self.guide.activity.known_from(self._editor.case.applicant.residence.status)

    @property
    def own_pay(self) -> int | None:
        """The applicant's own yearly pay in yen."""
        return self._editor.facts.annual_salary_yen

    def answer(self, part: str, question: str, value: object, *, typed: bool = False) -> None:
        """Keep an answer; None takes it back.

        Args:
            part: ``underlying``, ``activity`` or ``household``.
            question: of that part.
            value: what is answered.
            typed: whether it is typed sign by sign, which is one step of undo.
        """
        self._editor.keep(
            lambda case: case.with_section(case.section(GuideAnswers).with_answer(part, question, value)),
            ("guide", part, question) if typed else None,
        )

    def discard(self) -> None:
        """Drop what the case keeps of the guide; undo brings it back."""
        self._editor.keep(lambda case: case.with_section(GuideAnswers()))

    def shifts(self) -> SavedShifts:
        """The shifts that the case keeps.

        Raises:
            InputError: they are malformed.
        """
        return self._editor.case.section(SavedShifts)

    def keep_shifts(self, kept: SavedShifts) -> None:
        """Keep other shifts, as one step of undo."""
        self._editor.keep(lambda case: case.with_section(kept))

    def activity_answers(self, kept: GuideAnswers) -> ActivityAnswers:
        """What is answered of another activity, with what is known already."""
        return kept.activity.with_known(self.known_of_activity())

    # What they come to -----------------------------------------------------------------------------------------

    def underlying(self, kept: GuideAnswers) -> UnderlyingResult:
        """Whether the activity fits the underlying status."""
        return judge_underlying(kept.underlying.with_known(self.known_of_underlying()), self.guide.underlying)

    def activity(self, kept: GuideAnswers) -> ActivityResult:
        """What the other activity needs."""
        return judge_activity(self.activity_answers(kept), self.guide.activity)

    def two_ways(self) -> list[str]:
        """What it costs to change to Highly Skilled Professional first, and what to stay, on the day in view."""
        return list(two_ways(self._desk.data.fees, self._editor.day, self.words))

    def benefits(self, kept: GuideAnswers) -> Benefits:
        """The statuses side by side."""
        return compare_benefits(kept.household, self.guide.benefits, self._editor.facts)
