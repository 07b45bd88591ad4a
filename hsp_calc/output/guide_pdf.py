"""The papers of the status guide: the employer's page by itself, and pages that go with the summary for a client."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import ActivityAnswers, GuideAnswers, SavedShifts, UnderlyingAnswers
from hsp_calc.facts import Category, Facts
from hsp_calc.guide.activity import judge_activity
from hsp_calc.guide.benefits import compare_benefits
from hsp_calc.guide.contents import Guide
from hsp_calc.guide.employer import EmployerSection
from hsp_calc.guide.months import CalendarDay, Month, months_of
from hsp_calc.guide.saved_shifts import kept_holidays, kept_shifts, typed_rows
from hsp_calc.guide.statements import Page, Statement
from hsp_calc.guide.underlying import judge_underlying
from hsp_calc.guide.underlying_content import Verdict
from hsp_calc.guide.weekly_hours import weigh
from hsp_calc.output.form_pdf import print_for
from hsp_calc.output.office import Office
from hsp_calc.output.person_name import printed_name
from hsp_calc.output.typst_compiler import UnprintableTextError, compile_form, unprintable
from hsp_calc.rules import Sources
from hsp_calc.text import N_, CheckedKind, Translator, own_file_notice, stale_notice, what_if_notice
from hsp_calc.text.guide_text import met_label, penalty_label, qualified, verdict_label
from hsp_calc.text.shifts_text import (
    WEEKDAYS,
    hours_list,
    hours_verdict,
    month_name,
    no_verdict,
    short_hours,
    worst_sentence,
)

_TEMPLATE = "guide"
_ROLES = {Verdict.FITS: "good", Verdict.DOUBTFUL: "warn", Verdict.DOES_NOT_FIT: "bad", None: "muted"}
_RULE = ("limit", "all_employers", "holidays", "holiday_windows", "time_card", "no_adult_entertainment", "ends")
_WEEK = 7

Data = dict[str, Any]


class GuidePaper(StrEnum):
    """A page of the guide that can go with the summary."""

    UNDERLYING = "underlying"
    ACTIVITY = "activity"
    HOURS = "hours"
    BENEFITS = "benefits"
    EMPLOYER = "employer"


PAPER_TITLES: Mapping[GuidePaper, str] = {
    GuidePaper.UNDERLYING: N_("Ordinary work status"),
    GuidePaper.ACTIVITY: N_("Other activity"),
    GuidePaper.HOURS: N_("28 hours"),
    GuidePaper.BENEFITS: N_("Benefits"),
    GuidePaper.EMPLOYER: N_("For the employer"),
}
"""What the pages are called where they are chosen."""


@dataclass(frozen=True)
class PaperSubject:
    """What pages are made from.

    Attributes:
        case: the person.
        facts: what is true of the person on the day.
        category: whose work the years of experience are in.
        guide: the pages.
        sources: where their statements come from.
        words: what they are written in.
        created: the day on which they are made.
        what_if: the scenario that they show, which they then say.
    """

    case: Case
    facts: Facts
    category: Category
    guide: Guide
    sources: Sources
    words: Translator
    created: date
    what_if: str | None = None


def answered_papers(case: Case) -> tuple[GuidePaper, ...]:
    """The pages for which a case holds answers; the employer's page and the benefits say something to everybody.

    Raises:
        InputError: what the case keeps of the guide or of shifts is malformed.
    """
    answers, shifts = case.section(GuideAnswers), case.section(SavedShifts)
    has = {
        GuidePaper.UNDERLYING: answers.underlying != UnderlyingAnswers(),
        GuidePaper.ACTIVITY: answers.activity != ActivityAnswers(),
        GuidePaper.HOURS: bool(typed_rows(shifts)),
        GuidePaper.BENEFITS: True,
        GuidePaper.EMPLOYER: True,
    }
    return tuple(paper for paper in GuidePaper if has[paper])


def employer_pdf(
    *, guide: Guide, sources: Sources, words: Translator, office: Office | None = None, created: date
) -> bytes:
    """The employer's page for a client company: one page, PDF/A-2a and PDF/UA-1.

    Args:
        guide: has the page.
        sources: where its statements come from.
        words: what it is written in.
        office: whose it is; None without a head.
        created: the day the file bears.

    Raises:
        UnprintableTextError: no font of the program has some characters of the office.
        SheetError: the template is missing or does not fit.
    """
    page = _employer(guide, sources, words, created)
    data = _data([page], None, words, office)
    try:
        return compile_form(_TEMPLATE, data, created=created)[0]
    except UnprintableTextError as error:
        raise UnprintableTextError(unprintable(office.typed if office else "") or error.text) from error


def guide_pdf(papers: Iterable[GuidePaper], subject: PaperSubject, office: Office | None = None) -> bytes:
    """Chosen pages by themselves: PDF/A-2a and PDF/UA-1.

    Raises:
        InputError: what the case keeps of the guide or of shifts is malformed.
        UnprintableTextError: no font of the program has some characters of a name.
        SheetError: the template is missing or does not fit.
    """
    data = papers_data(papers, subject, office)
    return print_for(subject.case, _TEMPLATE, data, created=subject.created, typed=office.typed if office else "")


def papers_data(papers: Iterable[GuidePaper], subject: PaperSubject, office: Office | None) -> Data:
    """What the template prints of chosen pages, in their own order.

    Raises:
        InputError: what the case keeps of the guide or of shifts is malformed.
    """
    makers: dict[GuidePaper, Callable[[], Data]] = {
        GuidePaper.UNDERLYING: lambda: _underlying(subject),
        GuidePaper.ACTIVITY: lambda: _activity(subject),
        GuidePaper.HOURS: lambda: _hours(subject),
        GuidePaper.BENEFITS: lambda: _benefits(subject),
        GuidePaper.EMPLOYER: lambda: _employer(subject.guide, subject.sources, subject.words, subject.created),
    }
    chosen = set(papers)
    pages = [makers[paper]() for paper in GuidePaper if paper in chosen]
    data = _data(pages, printed_name(subject.case.applicant, subject.words), subject.words, office)
    return data | {"what_if": subject.what_if and what_if_notice(subject.what_if, subject.words)}


def _data(pages: Sequence[Data], name: str | None, _: Translator, office: Office | None) -> Data:
    return {
        "lang": _.language,
        "system": _("Highly Skilled Professional (HSP) point system of Japan"),
        "name": name,
        "labels": {"name": _("Name"), "logo": _("Logo of the office")},
        "office": office.block(_) if office else None,
        "pages": list(pages),
        "what_if": None,
    }


class _Writing:
    """A page in the making: its sources are numbered in the order in which they are first named."""

    def __init__(self, page: Page, sources: Sources, _: Translator, created: date) -> None:
        self._page, self._sources, self._words, self._created = page, sources, _, created
        self._numbers: dict[str, int] = {}

    def item(self, said: Statement, lead: str = "", role: str = "text") -> Data:
        numbers = [self._numbers.setdefault(source, len(self._numbers) + 1) for source in said.sources]
        marks = "".join(f"[{number}]" for number in numbers)
        return {"lead": lead, "role": role, "text": qualified(said, self._words), "marks": marks}

    def section(self, title: str, items: Iterable[Data]) -> Iterator[Data]:
        """A section; none where it says nothing."""
        if listed := list(items):
            yield {"title": title, "items": listed}

    def done(self, sections: Iterable[Data], **parts: Any) -> Data:
        """The page with its foot."""
        return {
            "title": self._words.wording(self._page.title),
            "verdict": None,
            "months": [],
            "key": "",
            "table": None,
            **parts,
            "sections": list(sections),
            "foot": list(self._foot()),
        }

    def _foot(self) -> Iterator[str]:
        _ = self._words
        made = _("Made on {day}", day=_.day(self._created))
        yield f"{made} · {_('Checked on {day}', day=_.day(self._page.checked_on))}"
        notice = self.item(self._page.notice)
        for source, number in self._numbers.items():
            found = self._sources.sources[source]
            title = _("{title}, {publisher}", title=_.wording(found.title), publisher=_.wording(found.publisher))
            yield f"[{number}] {title}"
        yield f"{notice['text']} {notice['marks']}"
        stale = stale_notice({CheckedKind.GUIDE: self._page.checked_on}, self._created, _)
        yield from filter(None, [own_file_notice(self._page, _), stale])


def _writing(subject: PaperSubject, page: Page) -> _Writing:
    return _Writing(page, subject.sources, subject.words, subject.created)


def _verdict(said: str, role: str, lines: Sequence[str] = ()) -> Data:
    return {"said": said, "role": role, "lines": list(lines)}


def _underlying(subject: PaperSubject) -> Data:
    _, page = subject.words, subject.guide.underlying
    known = UnderlyingAnswers.known_from(subject.facts, subject.category)
    result = judge_underlying(subject.case.section(GuideAnswers).underlying.with_known(known), page)
    write = _writing(subject, page)
    points = [*result.points, *filter(None, [result.technical_category, result.sheet])]
    judged = (
        write.item(point.because, f"{verdict_label(point.verdict, _)} — {_.wording(point.rule)}", _ROLES[point.verdict])
        for point in points
    )
    strengthens = (write.item(said) for point in points for said in point.rule.strengthens)
    sections = [
        *write.section(_("Point by point"), judged),
        *write.section(_("How to strengthen it"), strengthens),
        *write.section(_("Documents to submit"), (write.item(paper) for paper in result.documents)),
    ]
    label = verdict_label(result.verdict, _)
    verdict = _verdict(label, _ROLES[result.verdict], [_.wording(result.said)])
    return write.done(sections, verdict=verdict)


def _activity(subject: PaperSubject) -> Data:
    _, page = subject.words, subject.guide.activity
    known = page.known_from(subject.case.applicant.residence.status)
    result = judge_activity(subject.case.section(GuideAnswers).activity.with_known(known), page)
    write = _writing(subject, page)
    conditions = (write.item(each.said, met_label(each.met, _)) for each in result.conditions)
    sections = [
        *write.section(_("Why"), (write.item(said) for said in result.reasons.values())),
        *write.section(_("Conditions"), conditions),
        *write.section(_("Documents to submit"), (write.item(said) for said in result.documents)),
        *write.section(_("HSP (i) and (ii)"), (write.item(said) for said in result.differences)),
    ]
    return write.done(sections, verdict=_verdict(_.wording(result.said), "text"))


def _hours(subject: PaperSubject) -> Data:
    _, page = subject.words, subject.guide.hours
    kept = subject.case.section(SavedShifts)
    shifts, wrong = kept_shifts(kept)
    ranges, wrong_ranges = kept_holidays(kept)
    found = weigh(shifts, ranges, page)
    write = _writing(subject, page)
    none_yet = no_verdict(wrong, wrong_ranges, _)
    lines = [worst_sentence(found, _)] if found.worst and not none_yet else []
    role = "warn" if none_yet else "good" if found.keeps_the_rule else "bad"
    over = [] if none_yet else hours_list(found, _)
    listed = ({"lead": "", "role": "text", "text": line, "marks": ""} for line in over)
    sections = [
        *write.section(_("Over the limits"), listed),
        *write.section(_("The rule"), (write.item(page.statements[name]) for name in _RULE)),
    ]
    return write.done(
        sections,
        verdict=_verdict(none_yet or hours_verdict(found, _), role, lines),
        months=[_month(month, _) for month in months_of(found, ranges)],
        key=_("Outlined: the seven days with most hours. ▲: over a limit. Tinted: long holiday."),
    )


def _month(month: Month, _: Translator) -> Data:
    return {
        "name": month_name(month.first, _),
        "weekdays": [_(WEEKDAYS[(column - 1) % _WEEK]) for column in range(_WEEK)],
        "weeks": [
            [None if day is None else _day(day, month.edges(row, column)) for column, day in enumerate(week)]
            for row, week in enumerate(month.weeks)
        ],
    }


def _day(day: CalendarDay, edges: Sequence[str]) -> Data:
    return {
        "day": day.day.day,
        "hours": short_hours(day.minutes) if day.minutes else "",
        "holiday": day.holiday,
        "over": day.over,
        "edges": list(edges),
    }


def _benefits(subject: PaperSubject) -> Data:
    _, page = subject.words, subject.guide.benefits
    result = compare_benefits(subject.case.section(GuideAnswers).household, page, subject.facts)
    write = _writing(subject, page)
    rows = [
        {"title": _.wording(row.title), "cells": [write.item(cell.said) for cell in row.cells]} for row in result.rows
    ]
    checked = {each.id: each for row in result.rows for cell in row.cells for each in (*cell.conditions, *cell.one_of)}
    signs = {True: (f"✓ {_('is met')}", "good"), False: (f"× {_('is not met')}", "bad")}
    unknown = (f"？ {_('is not known yet')}", "muted")
    conditions = (
        write.item(each.said, *(unknown if each.met is None else signs[each.met])) for each in checked.values()
    )
    head = ["", *(_.wording(name) for name in result.columns.values())]
    return write.done(write.section(_("Conditions"), conditions), table={"head": head, "rows": rows})


def _employer(guide: Guide, sources: Sources, _: Translator, created: date) -> Data:
    page = guide.employer
    write = _Writing(page, sources, _, created)
    sections: list[Data] = []
    for name, section in page.sections.items():
        items = [write.item(said) for said in section.statements.values()]
        if name == EmployerSection.PENAL:
            items += [write.item(each, penalty_label(each, created, _), "warn") for each in page.penalties_by(created)]
        sections += write.section(_.wording(section.title), items)
    return write.done(sections)
