"""The qualifications of a case in words, and what they give. Plain Python, no Qt."""

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import Qualifications
from hsp_calc.facts import Category
from hsp_calc.reference.exams import EnglishBy, Exam, Exams, ExamStatus, Licenses, licenses
from hsp_calc.text import Translator, short_name
from hsp_calc.text.translator import Language


def count_of(found: Licenses) -> int | None:
    """What the fact ``licenses`` is to be; None where nothing is entered."""
    return found.count or None


def exam_detail(exam: Exam, exams: Exams, _: Translator) -> str:
    """The name in the other language, where it stands in the notice, who holds it, and whether it still is held."""
    if _.language == Language.JA:
        other = exam.en
    else:
        other = exam.ja if exam.en_by is EnglishBy.REPORTED else _("{ja} (our translation)", ja=exam.ja)
    country, organiser = _.wording(exams.countries[exam.country]), _.wording(exams.organisers[exam.organiser])
    where = _(
        "{country} · {organiser} · item {item} of the notice", country=country, organiser=organiser, item=exam.item
    )
    past = _("No longer held; passing it when it was counts as well.") if exam.status is ExamStatus.PAST else ""
    return "\n".join(filter(None, (other, where, past)))


def points_text(count: int, editor: CaseSession, _: Translator) -> str:
    """What so many give on each sheet that has rows for them, and what the most is; empty where none has."""
    table = editor.table
    if table is None:
        return ""
    sentences = []
    for category in Category:
        rows = [
            (row.when["licenses"].at_least or 0, row.points)
            for row in table.categories[category].criteria.values()
            if "licenses" in row.when
        ]
        if not rows:
            continue
        given = max((points for least, points in rows if count >= least), default=0)
        enough, most = max(rows)
        sentences.append(
            _(
                "{category}: {count} entered, {points}. {enough} or more give the most, {most}.",
                category=short_name(category, _),
                count=count,
                points=_.points(given),
                enough=enough,
                most=_.points(most),
            )
        )
    return " ".join(sentences)


def chosen_names(case: Case, desk: AppData, _: Translator) -> str:
    """The names of the qualifications of a case, one after another; empty if it keeps none.

    Raises:
        InputError: what the case keeps is malformed.
    """
    kept = case.section(Qualifications)
    if not kept.it_exams and not kept.national:
        return ""
    found = licenses(kept, desk.exams)
    return _.listed([*(_.wording(exam) for exam in found.exams), *found.national])
