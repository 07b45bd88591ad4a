"""``lookup``: does a university or an exam count?"""

from collections.abc import Iterator, Sequence

from hsp_calc.cli.context import DONE, Context, as_json, as_text
from hsp_calc.cli.terminal_width import terminal_width
from hsp_calc.cli.usage import Parser, UsageError, format_option, one_of, required
from hsp_calc.reference.exam_lookup import ExamLookUp, ExamLookUps
from hsp_calc.reference.exams import Exam, ExamStatus
from hsp_calc.reference.universities import LookUp, University
from hsp_calc.text import Translator, seen
from hsp_calc.text.columns import indented
from hsp_calc.text.lookup import basis_text
from hsp_calc.text.lookup_answers import (
    exam_data,
    exam_verdict,
    proof_text,
    remarks_text,
    similar_heading,
    university_data,
    university_lines,
    university_verdict,
)

_KINDS = ("university", "exam")
_LONGEST = 200
_INDENT = "  "


def run(arguments: Sequence[str], context: Context) -> int:
    """Write whether what was asked for counts."""
    _ = context.words
    parser = Parser(
        "lookup",
        _(
            "Whether a university (⑰) or an exam (⑧) counts. Similar names are shown separately and never "
            "count as found."
        ),
        _,
        operands="university|exam TEXT",
    )
    parser.arguments.add_argument("kind", metavar="university|exam", nargs="?", help=_("what to look up"))
    parser.arguments.add_argument(
        "text", metavar="TEXT", nargs="*", help=_("its name as on the diploma or the certificate, in any language")
    )
    format_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    kind = one_of(required(asked.kind, "university|exam", _), "university|exam", _KINDS, _)
    text = required(" ".join(asked.text).strip(), "TEXT", _)
    if len(text) > _LONGEST:
        raise UsageError(_("TEXT: a name has at most {count} characters.", count=_LONGEST))
    as_data = one_of(asked.format, "--format", ("text", "json"), _) == "json"
    if kind == "university":
        universities = context.data.universities
        context.tell_refused(context.data.refused)
        found = universities.look_up(text)
        context.write(as_json(university_data(found, _)) if as_data else as_text(_of_university(found, context)), None)
        return DONE
    look_ups = context.data.exam_look_ups
    context.tell_refused(context.data.refused)
    answer = look_ups.look_up(text)
    context.write(
        as_json(exam_data(answer, look_ups, _)) if as_data else as_text(_of_exam(answer, look_ups, context)), None
    )
    return DONE


def _of_university(found: LookUp, context: Context) -> list[str]:
    _, columns = context.words, terminal_width()
    lines = [seen(found.query), *indented(university_verdict(found, _), columns, first="")]
    for match in found.matches:
        lines.append("")
        lines += _university(match.university, _, columns)
        if said := remarks_text(match, _):
            lines += indented(said, columns, first=_INDENT)
    if found.similar and not found.matches:
        lines += ["", *indented(similar_heading(found, _), columns, first="")]
        for university in found.similar:
            name = _("{name} ({country})", name=_.wording(university.name), country=_.wording(university.country))
            lines += indented(name, columns, first=f"{_INDENT}? ")
    lines.append("")
    for listed in found.lists:
        lines += indented(basis_text(listed, context.sources, _), columns, first="")
    return lines


def _university(university: University, _: Translator, columns: int) -> Iterator[str]:
    name = f"{university.name.ja} / {university.name.en} ({_.wording(university.country)})"
    yield from indented(name, columns, first="")
    for line in university_lines(university, _):
        yield from indented(line, columns, first=_INDENT)


def _of_exam(found: ExamLookUp, look_ups: ExamLookUps, context: Context) -> list[str]:
    _, columns = context.words, terminal_width()
    lines = [seen(found.query), *indented(exam_verdict(found, _), columns, first="")]
    if found.national is not None and not found.matches:
        lines += indented(f"{found.national.ja} / {found.national.en}", columns, first=_INDENT)
        lines += indented(proof_text(found.national, look_ups, _), columns, first=_INDENT)
    for exam in found.matches:
        lines += _exam(exam, look_ups, _, columns)
    if found.similar:
        lines += ["", *indented(_("Exams with similar names"), columns, first="")]
        for exam in found.similar:
            lines += indented(_exam_name(exam, look_ups, _), columns, first=f"{_INDENT}? ")
    lines.append("")
    lines += indented(basis_text(look_ups.exams, context.sources, _), columns, first="")
    return lines


def _exam_name(exam: Exam, look_ups: ExamLookUps, _: Translator) -> str:
    country = _.wording(look_ups.exams.countries[exam.country])
    return _("{name} ({country})", name=_.wording(exam), country=country)


def _exam(exam: Exam, look_ups: ExamLookUps, _: Translator, columns: int) -> Iterator[str]:
    yield from indented(_exam_name(exam, look_ups, _), columns, first=_INDENT)
    organiser = _.wording(look_ups.exams.organisers[exam.organiser])
    where = _("{organiser}, item {item} of the notice", organiser=organiser, item=exam.item)
    yield from indented(where, columns, first=2 * _INDENT)
    if exam.status is ExamStatus.PAST:
        yield from indented(_("No longer held; passing it when it was counts as well."), columns, first=2 * _INDENT)
