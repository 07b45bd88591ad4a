"""Whether a university or an exam counts, in words and as data: one wording for the window and the command line."""

from collections.abc import Iterator

from hsp_calc.reference.exam_lookup import ExamAnswer, ExamLookUp, ExamLookUps, NationalQualification
from hsp_calc.reference.exams import Exam, ExamStatus
from hsp_calc.reference.universities import Answer, Certainty, DesignationRoute, LookUp, Match, University
from hsp_calc.rules import Wording
from hsp_calc.text.lookup import listing_text
from hsp_calc.text.translator import Translator

_VERDICTS = {
    Answer.FOUND: "listed",
    Answer.SIMILAR: "similar",
    Answer.NOT_ON_THE_LISTS_CARRIED: "not_listed",
    Answer.NOTHING_ASKED: "not_listed",
    ExamAnswer.FOUND: "listed",
    ExamAnswer.SIMILAR: "similar",
    ExamAnswer.NOT_FOUND: "not_listed",
    ExamAnswer.NOTHING_ASKED: "not_listed",
}
_NUMERALS = {DesignationRoute.RANKINGS: "I", DesignationRoute.TOP_GLOBAL: "II", DesignationRoute.INNOVATIVE_ASIA: "III"}


def university_verdict(found: LookUp, _: Translator) -> str:
    """What a look-up comes to; what is not found is never a "no"."""
    remarks = [_.wording(remark) for remark in found.remarks]
    match found.answer:
        case Answer.FOUND if len(found.matches) > 1:
            return _("More than one university on the lists: check which of them is on the diploma.")
        case Answer.FOUND if found.matches[0].remarks:
            return _("On the lists. Please read the note below.")
        case Answer.FOUND:
            return _("✓ On the lists: a designated university.")
        case Answer.SIMILAR if found.which:
            return _("Several schools go by this name. Which one do you mean? Enter the full name on the diploma.")
        case Answer.SIMILAR if remarks:
            return " ".join([_("Not on the lists by this name."), *remarks])
        case Answer.SIMILAR:
            return _(
                "No university of the lists has this name. That does not mean no: check the latest three rankings and "
                "the agency's lists. The names below are similar, but not the same school."
            )
        case Answer.NOT_ON_THE_LISTS_CARRIED:
            return _("Not on the lists. That does not mean no: check the latest three rankings and the agency's lists.")
        case Answer.NOTHING_ASKED:
            return ""


def similar_heading(found: LookUp, _: Translator) -> str:
    """What is said above the names that are like what was typed."""
    if found.which:
        return _("Schools you may mean")
    return _("Related schools on the lists") if found.remarks else _("Similar names: not the same school")


def remarks_text(match: Match, _: Translator) -> str:
    """What is to be known of a university that a text means; empty where nothing is."""
    return " ".join(_.wording(remark) for remark in match.remarks)


def university_lines(university: University, _: Translator) -> Iterator[str]:
    """The lists that a university stands on, each with what must be known of it."""
    for listing in university.listings:
        yield listing_text(listing, _)


def exam_verdict(found: ExamLookUp, _: Translator) -> str:
    """What a look-up of an exam comes to."""
    remarks = [_.wording(remark) for remark in found.remarks]
    match found.answer:
        case ExamAnswer.FOUND if found.matches:
            return _("✓ In the IT notice. It counts if it is related to the work (category (b) only).")
        case ExamAnswer.FOUND | ExamAnswer.SIMILAR if found.national is not None:
            return " ".join([_("A Japanese national qualification, not an exam of the IT notice."), *remarks])
        case ExamAnswer.SIMILAR:
            said = _(
                "No exam in the notice has exactly this name. You may mean one of those below; check the certificate."
            )
            return " ".join([said, *remarks])
        case ExamAnswer.NOT_FOUND if remarks:
            return " ".join(remarks)
        case ExamAnswer.NOTHING_ASKED:
            return ""
        case _:
            return _(
                "No exam in the program's copy of the notice matches. Check whether the notice has been amended since."
            )


def proof_text(national: NationalQualification, look_ups: ExamLookUps, _: Translator) -> str:
    """What proves a national qualification."""
    return _("Proof: {document}", document=_.wording(look_ups.national.proofs[national.proof]))


def university_data(found: LookUp, _: Translator) -> dict[str, object]:
    """A look-up as data for programs: names as the lists print them, notes in the language asked for."""
    data: dict[str, object] = {
        "query": found.query,
        "verdict": _VERDICTS[found.answer],
        "matches": [_match_data(match, _) for match in found.matches],
        "similar": [university.name.en for university in found.similar],
    }
    return data | _note_data(found.remarks, _)


def exam_data(found: ExamLookUp, look_ups: ExamLookUps, _: Translator) -> dict[str, object]:
    """A look-up of an exam as data for programs."""
    matches = [_exam_match(exam, look_ups, _) for exam in found.matches]
    similar = [_.wording(exam) for exam in found.similar]
    if found.national is not None and not found.matches:
        if found.answer is ExamAnswer.FOUND:
            matches = [_national_match(found.national, look_ups, _)]
        else:
            similar = [_.wording(found.national)]
    data: dict[str, object] = {
        "query": found.query,
        "verdict": _VERDICTS[found.answer],
        "matches": matches,
        "similar": list(dict.fromkeys(similar)),
    }
    return data | _note_data(found.remarks, _)


def _note_data(remarks: tuple[Wording, ...], _: Translator) -> dict[str, object]:
    return {"note": " ".join(_.wording(remark) for remark in remarks)} if remarks else {}


def _match_data(match: Match, _: Translator) -> dict[str, object]:
    university = match.university
    first = university.listings[0]
    notes = [_.wording(remark) for remark in match.remarks]
    notes += [
        listing_text(listing, _)
        for listing in university.listings
        if listing.note is not None or listing.certainty is Certainty.REPORTED
    ]
    return {
        "name_en": university.name.en,
        "name_ja": university.name.ja,
        "country": university.country.en,
        "routes": [_NUMERALS[route] for route in university.routes],
        "list": first.list_id,
        "dated": first.dated,
        "note": " ".join(notes) or None,
    }


def _exam_match(exam: Exam, look_ups: ExamLookUps, _: Translator) -> dict[str, object]:
    past = _("No longer held; passing it when it was counts as well.") if exam.status is ExamStatus.PAST else None
    exams = look_ups.exams
    return {
        "exam": exam.ja,
        "exam_en": exam.en,
        "country": exams.countries[exam.country].en,
        "organiser": _.wording(exams.organisers[exam.organiser]),
        "notice": exam.item,
        "dated": exams.dated,
        "note": past,
    }


def _national_match(national: NationalQualification, look_ups: ExamLookUps, _: Translator) -> dict[str, object]:
    return {
        "exam": national.ja,
        "exam_en": national.en,
        "country": "Japan",
        "organiser": None,
        "notice": None,
        "dated": None,
        "note": _.wording(look_ups.national.kinds[national.kind]),
    }
