"""What the panels that look ahead say, as rich text. Plain Python, no Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from hsp_calc.app.colors import Theme
from hsp_calc.app.plan_presenter import Outlook
from hsp_calc.app.score_steps import ScoreStep, StepKind, Worsening
from hsp_calc.plan.advice import Suggestion
from hsp_calc.plan.conditions import ConditionResult
from hsp_calc.plan.guideline import Judge
from hsp_calc.plan.headline import told_route
from hsp_calc.plan.plan import Law, Plan
from hsp_calc.plan.routes import Route
from hsp_calc.rules import Sources
from hsp_calc.text import Translator
from hsp_calc.text.conditions import answer_to, notes_on, plan_sources, revision_line
from hsp_calc.text.plan_text import change_text, event_text, route_lines
from hsp_calc.text.residence_text import j_skip_text, second_status_text

_AIRY = "line-height:120%"
_SIGNS = {True: ("✓", "good"), False: ("×", "bad"), None: ("?", "warn")}


@dataclass(frozen=True, slots=True)
class Pen:
    """What a page is written with: colours and words."""

    theme: Theme
    words: Translator


def changes_page(steps: Iterable[ScoreStep], pen: Pen) -> str:
    """Every change in order of time, with its cause; first the score that it begins with."""
    return _table([_change(step, pen) for step in steps])


def _change(step: ScoreStep, pen: Pen) -> str:
    theme = pen.theme
    role = {StepKind.RECOGNISED: "accent", StepKind.CLOSED: "warn"}.get(step.kind, "muted")
    said = f"<b>{escape(step.score)}</b>" if step.score else ""
    note = f' <span style="color:{getattr(theme, role)}">{escape(step.note)}</span>' if step.note else ""
    why = [f"<br/>{escape(step.occasion)}"] if step.occasion else []
    why += [f'<br/><span style="color:{theme.muted}">{escape(row)}</span>' for row in step.rows]
    return _dated(step.since.isoformat(), f"{said}{note}{''.join(why)}", pen)


def warnings_page(warnings: Iterable[Worsening], pen: Pen) -> str:
    """What becomes worse, and when."""
    return "".join(
        f'<p style="margin:0 0 4px 0; {_AIRY}; color:{pen.theme.bad if warning.grave else pen.theme.warn}">'
        f"<b>⚠</b> {escape(warning.text)}</p>"
        for warning in warnings
    )


def route_page(route: Route, plan: Plan, law: Law, pen: Pen) -> str:
    """A route: the days, what is missing, the conditions with their answers."""
    _ = pen.words
    lines = [
        f'<p style="margin:0 0 2px 0; {_AIRY}">{escape(line)}</p>'
        for line in route_lines(route, plan, law.guideline, law.j_skip, _)
    ]
    rows = []
    for result in route.conditions:
        said = escape(
            _("{condition}: {answer}", condition=_.wording(result.condition), answer=answer_to(result.passed, _))
        )
        if result.passed is False or (result.passed is None and result.condition.judged_by is not Judge.ASKED):
            said += f'<br/><span style="color:{pen.theme.muted}">{escape(_.wording(result.rule))}</span>'
        rows.append(_signed(result.passed, said, pen))
    if route.point_forms_for:
        days = _.listed(_.day(day) for day in route.point_forms_for)
        lines.append(f'<p style="margin:0 0 2px 0; {_AIRY}">{escape(_("Point forms for: {days}", days=days))}</p>')
    judged = _("Conditions on {day}:", day=_.day(route.judged_on))
    lines.append(f'<p style="margin:6px 0 2px 0; color:{pen.theme.muted}">{escape(judged)}</p>')
    return "".join(lines) + _table(rows)


def comparison_page(plan: Plan, law: Law, pen: Pen) -> str:
    """Filing before the guideline is revised against filing from that day on; nothing where that lies behind."""
    _ = pen.words
    route = told_route(plan)
    if route is None or route.compared is None:
        return ""
    before, after = route.compared
    heads = [_("not possible") if filing.day is None else _.day(filing.day) for filing in route.compared]
    rows = [_columns("", *(f"<b>{escape(head)}</b>" for head in heads))]
    standing = [{result.id: result for result in filing.conditions} for filing in (before, after)]
    for condition in law.guideline.conditions:
        results = [side.get(condition.id) for side in standing]
        if any(result is not None and result.passed is not True for result in results):
            cells = (
                _cell(result, filing.day is not None, pen)
                for result, filing in zip(results, route.compared, strict=True)
            )
            rows.append(_columns(escape(_.wording(condition.short)), *cells))
    lines = [revision_line(law.guideline, _)]
    for filing in route.compared:
        lines += notes_on(filing.day, law.guideline, _) if filing.day is not None else []
    style = f"margin:4px 0 0 0; {_AIRY}; color:{pen.theme.muted}"
    return _table(rows) + "".join(f'<p style="{style}">{escape(line)}</p>' for line in dict.fromkeys(lines))


def _cell(result: ConditionResult | None, possible: bool, pen: Pen) -> str:
    """How a condition stands on a day of filing, as a sign with its word."""
    _ = pen.words
    if not possible:
        return ""
    if result is None:
        return f'<span style="color:{pen.theme.muted}">{escape(_("not required"))}</span>'
    sign, role = _SIGNS[result.passed]
    return f'<span style="color:{getattr(pen.theme, role)}"><b>{sign}</b></span> {escape(answer_to(result.passed, _))}'


def _columns(*cells: str) -> str:
    return "<tr>" + "".join(f'<td><p style="margin:0; {_AIRY}">{cell}&nbsp;&nbsp;</p></td>' for cell in cells) + "</tr>"


def papers_page(route: Route, law: Law, pen: Pen) -> str:
    """The papers of a route; those that must be recent say so."""
    _ = pen.words
    recent = _.duration(law.guideline.papers.months_valid / 12)
    items = []
    for paper in route.papers:
        note = _("issued within the last {period}", period=recent) if paper.issued_in_japan else ""
        aside = f' <span style="color:{pen.theme.muted}">({escape(note)})</span>' if note else ""
        items.append(_listed(f"{escape(_.wording(paper))}{aside}", pen))
    return _table(items)


def checks_page(plan: Plan, law: Law, pen: Pen) -> str:
    """J-Skip and Highly Skilled Professional (ii)."""
    _ = pen.words
    return _table(
        [
            _signed(plan.j_skip.qualifies, escape(j_skip_text(plan.j_skip, plan.category, law.j_skip, _)), pen),
            _signed(
                plan.second_status.qualifies,
                escape(second_status_text(plan.second_status, law.guideline, _)),
                pen,
            ),
        ]
    )


def sources_page(plan: Plan, law: Law, sources: Sources, pen: Pen) -> str:
    """Where what is said of permanent residence comes from."""
    return _table(_listed(escape(line), pen) for line in plan_sources(plan, law.guideline, sources, pen.words))


def dates_page(outlook: Outlook, law: Law, pen: Pen) -> str:
    """The dates that matter."""
    if outlook.plan is None:
        return ""
    rows = []
    for event in outlook.dates:
        heading, more = event_text(event, outlook.plan, law.guideline, pen.words)
        aside = f' <span style="color:{pen.theme.muted}">{escape(more)}</span>' if more else ""
        rows.append(_dated(event.day.isoformat(), f"{escape(heading)}{aside}", pen))
    return _table(rows)


def suggestion_page(suggestion: Suggestion, before: date | None, after: date | None, why: str, pen: Pen) -> str:
    """The changes of a suggestion, why they help, from when on, what becomes of permanent residence, the evidence."""
    _ = pen.words
    changes = _table([_listed(escape(change_text(change, _)), pen) for change in suggestion.changes])
    effect = _("as soon as it is done") if suggestion.on is None else _("from {day}", day=_.day(suggestion.on))
    said = [*([why] if why else []), _("Takes effect: {when}", when=effect), _residence(before, after, _)]
    if suggestion.evidence:
        said.append(_("Evidence: {marks}", marks=" ".join(suggestion.evidence)))
    rest = "<br/>".join(map(escape, said))
    return f'{changes}<p style="margin:4px 0 0 0; {_AIRY}; color:{pen.theme.muted}">{rest}</p>'


def _residence(before: date | None, after: date | None, _: Translator) -> str:
    """What becomes of the first day on which the points allow permanent residence."""
    if after is None:
        return _("Permanent residence: no route opens within the next 5 years")
    day = _.day(after)
    if before is None:
        said = _("Permanent residence: from {day}; not possible as things are now", day=day)
    elif before == after:
        said = _("Permanent residence: from {day}, as before", day=day)
    else:
        said = _("Permanent residence: from {day} instead of {before}", day=day, before=_.day(before))
    return _("{sentence} (by the points alone)", sentence=said)


def muted(text: str, pen: Pen) -> str:
    """Words of less weight."""
    return f'<span style="color:{pen.theme.muted}">{escape(text)}</span>' if text else ""


def _listed(said: str, pen: Pen) -> str:
    return _row("・", said, pen.theme.muted)


def _signed(passed: bool | None, said: str, pen: Pen) -> str:
    sign, role = _SIGNS[passed]
    return _row(f"<b>{sign}</b>&nbsp;&nbsp;", said, getattr(pen.theme, role))


def _dated(day: str, said: str, pen: Pen) -> str:
    day = day.replace("-", "\u2011")  # hyphens that no line ends at
    return _row(f"{day}&nbsp;&nbsp;", said, pen.theme.muted)


def _row(head: str, said: str, color: str) -> str:
    """A row whose lines stand beneath each other, right of its head."""
    style = f'style="margin:0; {_AIRY}"'
    return f'<tr><td valign="top" style="color:{color}"><p {style}>{head}</p></td><td><p {style}>{said}</p></td></tr>'


def _table(rows: Iterable[str]) -> str:
    body = "".join(rows)
    return f'<table cellspacing="0" cellpadding="2">{body}</table>' if body else ""


def printed_page(
    title: str, headline: str, parts: Iterable[tuple[str, str]], foot: Iterable[str], *, chart: str
) -> str:
    """The panel on paper: the chart with everything that is said beneath it.

    Args:
        title: what it is.
        headline: the first sentence.
        parts: headings with pages.
        foot: the small lines at the end.
        chart: the name of the picture.
    """

    def section() -> Iterator[str]:
        for heading, body in parts:
            if body:
                yield f'<p style="margin:10px 0 2px 0"><b>{escape(heading)}</b></p>{body}'

    small = "<br/>".join(map(escape, foot))
    return (
        f'<p><b><span style="font-size:large">{escape(title)}</span></b></p><p>{escape(headline)}</p>'
        f'<p><img src="{chart}" width="100%"/></p>{"".join(section())}<p><small>{small}</small></p>'
    )
