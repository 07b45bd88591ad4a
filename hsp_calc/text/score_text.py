"""What a score says, in words: reasons, the verdict, and what must be said beside every score."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Protocol

from hsp_calc.engine import Line, ReasonCode, ScoreSheet, Status
from hsp_calc.facts import VOCABULARY, FactKind
from hsp_calc.rules import CategoryRules, RuleTable, Test, Wording
from hsp_calc.rules.provenance import Originated
from hsp_calc.text.error_messages import seen
from hsp_calc.text.labels import answer_label, fact_label
from hsp_calc.text.translator import Translator


def reason(line: Line, rules: CategoryRules, _: Translator) -> str | None:
    """Why a row that is met does not count, and what to do about it; None where there is nothing to say."""
    if line.reason is None:
        return None
    by = line.reason.by
    match line.reason.code:
        case ReasonCode.REQUIRES_FACT:
            tests = rules.criteria[line.criterion].requires_facts
            return _(
                "Not counted: it requires {needed}. Answer this if it applies.",
                needed=_.listed(_requirement(fact, tests[fact], _) for fact in by),
            )
        case ReasonCode.REQUIRES_ROW:
            return _(
                "Not counted because {rows} does not count. Answer that row too if you meet it.",
                rows=_rows(by, rules, _),
            )
        case ReasonCode.BETTER_ROW:
            return _("Not counted because {rows} counts, which gives more.", rows=_rows(by, rules, _))
        case ReasonCode.COUNTS_ONCE:
            return _(
                "Not counted: the maximum points here are already given, for {rows}.",
                rows=_rows(by, rules, _),
            )
        case ReasonCode.NOT_TOGETHER:
            return _("Not counted because {rows} counts; the two cannot be combined.", rows=_rows(by, rules, _))


def verdict(sheet: ScoreSheet, rules: CategoryRules, _: Translator) -> list[str]:
    """What the score comes to, in a few sentences.

    Whether each mark is reached and how far it is, what the conditions apart from the points say, and what is still
    open.

    Args:
        sheet: the score.
        rules: the sheet of the rule table that it was made with.
        _: the words to say it in.
    """
    return [*_marks(sheet, _), *_gates(sheet, rules, _), *_open_questions(sheet, rules, _)]


def recognition(sheet: ScoreSheet, _: Translator) -> str:
    """The verdict in a phrase."""
    match sheet.verdict:
        case True:
            return _("pass mark reached")
        case False if sheet.meets(sheet.pass_mark):
            return _("not recognised: a condition is not met")
        case False:
            return _("pass mark not reached")
        case None:
            return _("not decided yet")


def cautions(table: RuleTable, sheets: Iterable[ScoreSheet], _: Translator) -> list[str]:
    """What is to be known before relying on scores: of their table, and of the rows that count on their day."""
    found = [] if table.caution is None else [_.wording(table.caution)]
    for sheet in sheets:
        rows = [line.criterion for line in sheet.lines if line.status in (Status.COUNTED, Status.UNANSWERED)]
        found += [_.wording(note) for note in table.notes_on(sheet.on, rows)]
    return list(dict.fromkeys(found))


def disclaimer(table: RuleTable, _: Translator) -> str:
    """The line that stands beside every score: on the command line, in the window and on the printed form."""
    line, *more = disclaimer_sentences(table, _)
    for sentence in more:
        line = _("{sentence} {another}", sentence=line, another=sentence)
    return line


def disclaimer_sentences(table: RuleTable, _: Translator) -> list[str]:
    """The same in parts: what it is not, and which file of the user it rests on."""
    said = _(
        "Self-assessment under the “{table}” (checked on {day}). This is not legal advice; the Japanese text governs.",
        table=_.wording(table.title),
        day=_.day(table.verified_on),
    )
    return [said, *other_origins([table], None, _)]


def origin_notice(found: Originated, _: Translator) -> str | None:
    """The file of the user that a table or list comes from; None for what the program carries."""
    if found.origin is None:
        return None
    file = seen(found.origin.name)
    if isinstance(found, RuleTable):
        return _("The rule table {id} is from the user's own file “{file}”.", id=found.id, file=file)
    return _("The list is from the user's own file “{file}”.", file=file)


class _Titled(Protocol):
    """Data that know what they are called, and the file of the user that they come from."""

    @property
    def title(self) -> Wording: ...

    @property
    def origin(self) -> Path | None: ...


def own_file_notice(found: _Titled, _: Translator) -> str | None:
    """The file of the user that the guideline, the fees or a page come from; None for what the program carries."""
    if found.origin is None:
        return None
    return _(
        "“{title}” is from the user's own file “{file}”.", title=_.wording(found.title), file=seen(found.origin.name)
    )


def other_origins(tables: Iterable[RuleTable], table: RuleTable | None, _: Translator) -> list[str]:
    """The files of the user that tables other than that of the day come from, for what looks over many years."""
    return [notice for other in tables if other is not table and (notice := origin_notice(other, _))]


def what_if_notice(name: str, _: Translator) -> str:
    """What stands on everything that shows a scenario in place of the person's own situation."""
    return _("What-if “{name}”: not the current situation. Not for submission.", name=name)


def future_notice(on: date, today: date, _: Translator) -> str | None:
    """What to know of a score for a day to come; None for a day that is no such day."""
    if on <= today:
        return None
    return _("{day} is in the future; the score assumes that the law stays as it is today.", day=_.day(on))


def _marks(sheet: ScoreSheet, _: Translator) -> list[str]:
    said = []
    for mark in sorted(sheet.marks):
        if mark == sheet.pass_mark and sheet.meets(mark):
            said.append(
                _("The total of {total} reaches the pass mark of {mark}.", total=_.points(sheet.total), mark=mark)
            )
        elif mark == sheet.pass_mark:
            said.append(
                _(
                    "The total of {total} is {missing} short of the pass mark of {mark}.",
                    total=_.points(sheet.total),
                    mark=mark,
                    missing=_.points(mark - sheet.total),
                )
            )
        elif sheet.meets(mark):
            said.append(_("{mark} is reached too.", mark=_.points(mark)))
        else:
            said.append(
                _(
                    "{missing} short of {mark}.",
                    mark=mark,
                    missing=_.points(mark - sheet.total),
                )
            )
    return said


def _gates(sheet: ScoreSheet, rules: CategoryRules, _: Translator) -> list[str]:
    names = {gate.id: _.wording(gate) for gate in rules.gates}
    said = []
    for gate in sheet.gates:
        name = names[gate.id]
        if gate.passed is None:
            said.append(_("Not answered yet: “{condition}”. Without it the points are not recognised.", condition=name))
        elif gate.passed:
            said.append(_("The condition “{condition}” is met.", condition=name))
        else:
            said.append(
                _(
                    "The condition “{condition}” is not met: without it no number of points is recognised.",
                    condition=name,
                )
            )
    return said


def _open_questions(sheet: ScoreSheet, rules: CategoryRules, _: Translator) -> list[str]:
    unanswered = {line.section for line in sheet.lines if line.status is Status.UNANSWERED}
    if not unanswered:
        return []
    names = _.listed(_.wording(section) for section in rules.sections if section.id in unanswered)
    gain = sheet.at_most - sheet.total
    if not gain:
        return [_("Not answered yet: {sections}. Answering them cannot add points.", sections=names)]
    return [
        _.plural(
            "Not answered yet: {sections}. Up to {count} more point is unanswered, {total} in total.",
            "Not answered yet: {sections}. Up to {count} more points are unanswered, {total} in total.",
            gain,
            sections=names,
            count=gain,
            total=_.points(sheet.at_most),
        )
    ]


def _rows(ids: tuple[str, ...], rules: CategoryRules, _: Translator) -> str:
    return _.listed(_.quoted(_row(row, rules, _)) for row in ids)


def _row(row: str, rules: CategoryRules, _: Translator) -> str:
    criterion = rules.criteria[row]
    return _.wording(criterion.choice or criterion)


def _requirement(fact: str, test: Test, _: Translator) -> str:
    """What a fact must be, in words."""
    label = _.quoted(fact_label(fact, _))
    match VOCABULARY[fact].kind:
        case FactKind.FLAG:
            return _("{fact}: {answer}", fact=label, answer=answer_label(fact, test.is_ is True, _))
        case FactKind.NUMBER:
            return _("{fact}: {answer}", fact=label, answer=_range(test, _))
        case FactKind.CHOICE | FactKind.CHOICES:
            answers = _.alternatives(answer_label(fact, value, _) for value in test.values)
            return _("{fact}: {answer}", fact=label, answer=answers)


def _range(test: Test, _: Translator) -> str:
    if test.below is None:
        return _("{least} or more", least=test.at_least)
    if test.at_least is None:
        return _("less than {below}", below=test.below)
    return _("{least} or more, less than {below}", least=test.at_least, below=test.below)
