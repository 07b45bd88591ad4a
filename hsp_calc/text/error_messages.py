"""What is wrong with an input, in words: one sentence a problem, with what to do about it."""

import errno
import json
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from hsp_calc.casefile import STANDARD_INPUT
from hsp_calc.parsing import NotUnderstoodError
from hsp_calc.rules import NoTableError, UnknownTableError
from hsp_calc.text.translator import N_, Translator
from hsp_calc.validation import Allowed, InputError, Problem

_LONGEST_VALUE = 60
_LONGEST_NAME = 200
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

SENTENCES = MappingProxyType(
    {
        # Any file
        "not_a_file": N_("This is a folder or a device, not a file; name a file."),
        "file_too_large": N_(
            "The file is larger than {megabytes} MB, too large for a case; check that it is the right one."
        ),
        "case_too_large": N_(
            "The case would be larger than {megabytes} MB and could not be opened again; shorten the notes, or divide "
            "the shifts and periods among several cases."
        ),
        "rule_file_too_large": N_(
            "The file is larger than {megabytes} MB, which no rule table or list is; check that it is the right one."
        ),
        "not_utf8": N_("The file is not UTF-8 text (see byte {offset}); save it as UTF-8."),
        "not_json": N_(
            "The file is not valid JSON from column {column} of this line; check commas, quotes and brackets."
        ),
        "duplicate_key": N_("The name “{name}” appears here more than once; remove all but one."),
        "no_number": N_("{name} is not a usable number; write the number in digits, or leave the field out."),
        "number_out_of_bounds": N_("The number {value} is too large for any field; correct it."),
        "too_deep": N_("The lists and objects are nested too deeply; check the content of the file."),
        "too_many_persons": N_("The list has more than {most} persons; divide it into several files."),
        "more_problems": N_("There are more problems; the first {shown} are shown."),
        "too_many_values": N_(
            "The file has more values than any case or list can have; check that it is the right one."
        ),
        "text_too_long": N_("The text is longer than {most} characters; shorten it, or put the rest into a note."),
        "list_too_long": N_("There are more than {most} entries; remove some, or divide them among several cases."),
        "unprintable": N_("The text {value} contains control characters or incomplete characters; remove them."),
        "unseen_signs": N_(
            "The text {value} contains invisible characters ({signs}); remove them so that it reads as it looks."
        ),
        # Facts and cases
        "empty_list": N_("The list is empty; add at least one person."),
        "several_persons": N_(
            "The file has {count} persons; this command takes one. Save each person in a separate file."
        ),
        "not_an_object": N_("Expected an object with facts, {{…}}, instead of {value}."),
        "unknown_field": N_("There is no field “{name}”."),
        "unknown_field_kept": N_("There is no field “{name}”. It is kept as it is, but nothing reads it."),
        "figures_not_used": N_(
            "These R&D figures are kept but not used: those of rd_year count. Correct those, or remove one of the two."
        ),
        "shift_not_counted": N_(
            "This row is not counted: it cannot be read, or is at the same time as another. The page of working hours "
            "says which."
        ),
        "not_in_lists": N_("“{id}” is in none of the lists that this program has, so it is not counted."),
        "missing_field": N_("The field “{name}” is missing; add it."),
        "newer_version": N_(
            "The file has format version {found}, and this program reads up to version {supported}; open it "
            "with a newer version of the program."
        ),
        "upgrade_failed": N_(
            "The file has the older format version {found}, which cannot be converted to version {supported}."
        ),
        "password_needed": N_(
            "The file is protected with a password. Open it in the window, or name a file that contains the "
            "password with --password-file FILE."
        ),
        "no_password_in_file": N_("The first line of the file must be the password; it is empty or far too long."),
        "wrong_password": N_("Wrong password; enter it again."),
        "damaged": N_("The protected file is damaged and cannot be opened; use a backup copy."),
        "newer_protection": N_(
            "The file is protected with format version {found}, and this program reads up to version "
            "{supported}; open it with a newer version of the program."
        ),
        "unbearable_protection": N_("The file is protected in a way that this program cannot open."),
        "protects_something_else": N_("The protected file is of another kind; choose a protected case."),
        "age_given_twice": N_("Both the age and the date of birth are given; remove one of them."),
        "scenario_named_twice": N_("Two what-ifs are named “{name}”; rename one of them."),
        "cell_without_heading": N_("The cell {cell} has no column heading; add a heading, or empty the cell."),
        "experience_given_twice": N_("Experience is given both as one number and by category; remove one of them."),
        "formula": N_(
            "The cell {cell} contains a formula whose value is not saved in the file; open the file in Excel "
            "and save it, or enter the value."
        ),
        "not_understood": N_("{value} cannot be read here; write it in another way."),
        "cell_error": N_("The cell {cell} shows {value} instead of a value; correct its formula, or enter the value."),
        "cell_too_long": N_("The text has {length} characters; {most} at most are read. Shorten it."),
        "character_lost": N_(
            "In {value} a character was lost when the list was saved. Enter it again, and save the list as an Excel "
            "workbook or as “CSV UTF-8”."
        ),
        "unlikely_pay": N_("{value} yen is unlikely as a yearly pay before tax."),
        "unlikely_birth": N_("Born on {value}, the person is {age} years old on {day}; correct the date."),
        "not_a_person": N_("{value} is not the name of a person; remove totals and remarks from the list."),
        "names_nobody": N_("The row has no name; enter the name, or remove the row if it is a total."),
        "heading_twice": N_("A second column is read as “{field}”; remove one of them, or rename its heading."),
        "no_headings": N_(
            "No row of headings was found. Add headings above the columns, such as 氏名, 生年月日, 年収; a template "
            "has all of them."
        ),
        "no_such_heading": N_("The list has no heading “{name}”; write it exactly as in the list."),
        "no_such_sheet": N_("The workbook has no sheet “{name}”."),
        "person_twice": N_(
            "This row cannot be told apart from row {other}; remove one of them, or give a number or date of "
            "birth for both."
        ),
        "person_doubtful": N_(
            "{file} has a case of {name}, but it may be another person; give the number or the date of birth in both."
        ),
        "number_of_another": N_(
            "The number {number} belongs to {other} in {file}, who has another name and date of birth; "
            "correct the number."
        ),
        "two_cases_of_one": N_("The cases {file} and {other} are both of this person; remove one of them."),
        "list_too_large": N_("The list is too large; divide it, or remove what does not belong to it."),
        "not_csv": N_("A quotation mark is missing in or before this row, or a cell is far too long; correct it."),
        "not_csv_text": N_("The file is neither UTF-8 nor Japanese Windows text (CP932); save it as “CSV UTF-8”."),
        "not_in_encoding": N_("The file is not text in {encoding}; save it as “CSV UTF-8”."),
        "encoding_doubtful": N_(
            "The encoding of the file (CP932, EUC-JP or another) cannot be determined; save it as an Excel "
            "workbook or as “CSV UTF-8”."
        ),
        "not_excel": N_("The file is not a valid Excel workbook; open it in Excel and save it again as .xlsx."),
        "old_excel": N_(
            "The workbook is in the old format or protected with a password; save it as .xlsx without one."
        ),
        "born_twice": N_("The date of birth {value} differs from that of the applicant, {other}; correct one of them."),
        "born_later": N_(
            "The date of birth {value} is later than the day of the calculation, {day}; correct one of them."
        ),
        "too_old": N_("Born on {value}, the person would be over {maximum} on {day}; correct one of the two dates."),
        "tax_not_asked": N_("“taxed” applies to allowances that reimburse costs, not to “{kind_of_pay}”; remove it."),
        "not_a_currency": N_("“{value}” is not a currency; write its three capital letters, such as USD."),
        "not_asked_of_pay": N_("“{field}” does not apply to pay of the kind “{kind_of_pay}”; remove it."),
        "ends_before_start": N_("The end {end} is before the start {start}; correct one of them."),
        # Rule tables and reference lists
        "not_yaml": N_(
            "The file is not valid YAML from column {column} of this line; check indentation, quotes and colons."
        ),
        "yaml_alias": N_("Aliases (*name) are not allowed; write the values out."),
        "duplicate_id": N_("The id “{id}” is used more than once; each needs its own."),
        "unknown_row": N_("There is no row “{id}” on this sheet."),
        "names_own_block": N_("The row refers to “{id}” in its own block, which already applies; remove it."),
        "never_met": N_("This can never be met; correct the condition."),
        "circular": N_("The rows {ids} depend on each other in a cycle; remove one of the references."),
        "test_unclear": N_("A test has exactly one of: is, includes, or at_least and below."),
        "unknown_fact": N_("There is no fact “{fact}”."),
        "test_of_other_kind": N_("The fact “{fact}” cannot be tested in this way; use {test}."),
        "unknown_value": N_("The fact “{fact}” has no answer {value}; it has {values}."),
        "tiers_unclear": N_("Tiers must be given with “count: tiers”, and only with it."),
        "tiers_not_rising": N_("The tiers must rise, each above the one before."),
        "tiers_not_points": N_("Each row of the block must give what the first tier gives: {points} points."),
        "categories_missing": N_("The sheets {missing} are missing; a table has all three."),
        "pass_mark_unmarked": N_("The pass mark {pass_mark} is not among the marks; add it to them."),
        "fees_overlap": N_("Two fees of {procedure} apply on the same day for the same period; end one of them."),
        "tables_overlap": N_("The tables {ids} both apply on {day}; only one table can apply on a day."),
        "document_unclear": N_("A document needs words in both languages, or a group: either one_of or all_of."),
        "variant_unclear": N_("A variant needs either “when” or the rows it is for, and not both."),
        "documents_missing": N_("Either “documents” or “variants” is needed, and not both."),
        "moments_missing": N_("The texts for {missing} are missing; add them."),
        "unknown_route": N_("There is no route “{id}”."),
        "rules_not_touching": N_("The rules of “{id}” must follow each other without a gap and cover every day."),
        "least_years_unclear": N_(
            "“{id}”: least_years must be given for a condition on the period of stay, and only for it."
        ),
        "unknown_mark": N_("There is no evidence number “{id}”."),
        "unknown_name": N_("“{id}” is not an allowed name here."),
        "list_incomplete": N_("The list states {count} entries but has {found}; complete or correct it."),
        "not_newer": N_("“{id}” of {found} is not newer than the program's own, of {carried}; it is not used."),
        "file_misnamed": N_("The file name does not match any of {names}; rename the file, or add it in the window."),
        "unreadable": N_("The file cannot be read ({cause}); check its permissions."),
        "no_data_to_add": N_(
            "The file is neither a rule table nor a list of universities, an IT notice, the guideline, fees, a page of "
            "the guide or sources; check that it is the right one."
        ),
    }
)
"""A sentence for each code; its fields are the parameters of the problem."""

_TESTS = MappingProxyType(
    {
        "flag": "is: true, is: false",
        "choice": "is: […]",
        "choices": "includes: […]",
        "number": "at_least: …, below: …",
    }
)

_NOT_READ = MappingProxyType(
    {
        errno.ENOENT: N_("There is no file “{name}”; check the name and the folder."),
        errno.ENOTDIR: N_("There is no file “{name}”; a part of its path is not a folder."),
        errno.EISDIR: N_("“{name}” is a folder; name a file in it."),
        errno.EACCES: N_("You have no permission to read “{name}”."),
        errno.EPERM: N_("You have no permission to read “{name}”."),
        errno.ENAMETOOLONG: N_("The name “{name}” is too long for this system."),
    }
)
_NOT_WRITTEN = MappingProxyType(
    {
        errno.ENOENT: N_("“{name}” cannot be written: its folder does not exist."),
        errno.ENOTDIR: N_("“{name}” cannot be written: a part of its path is not a folder."),
        errno.EISDIR: N_("“{name}” cannot be written: it is a folder; name a file in it."),
        errno.EACCES: N_(
            "“{name}” cannot be written: you have no permission for it, or another program holds it open."
        ),
        errno.EPERM: N_("“{name}” cannot be written: you have no permission for it, or another program holds it open."),
        errno.EROFS: N_("“{name}” cannot be written: the disk is read-only."),
        errno.ENOSPC: N_("“{name}” cannot be written: the disk is full."),
        errno.ENAMETOOLONG: N_("The name “{name}” is too long for this system."),
    }
)
_OTHER_CAUSES = MappingProxyType(
    {
        False: N_("“{name}” cannot be read: {cause}."),
        True: N_("“{name}” cannot be written: {cause}."),
    }
)
_PHRASES = MappingProxyType(
    {
        "boolean": N_("true or false"),
        "date": N_("a valid date, written like 2026-11-22,"),
        "text": N_("a text in quotation marks"),
        "list": N_("a list, […],"),
        "object": N_("an object, {{…}},"),
        "experience": N_("a number of years, 0 or more, or an object with academic, technical and management"),
    }
)
_NOT_EMPTY = MappingProxyType(
    {
        "list": N_("a list, […], that is not empty"),
        "object": N_("an object, {{…}}, that is not empty"),
    }
)
_OTHERWISE = N_("another value")


def describe(problem: Problem, _: Translator) -> str:
    """A problem in one sentence that begins with its place, and the nearest name where there is one."""
    params = problem.params
    if isinstance(allowed := params.get("allowed"), Allowed):
        value = params.get("value")
        wanted = _allowed(allowed, value, _)
        sentence = _("{value} is not allowed here; {allowed} is needed.", value=_written(value), allowed=wanted)
    elif isinstance(error := params.get("error"), NotUnderstoodError):
        from hsp_calc.text.typed import why_not_read  # noqa: PLC0415  # it takes its words on signs from here

        sentence = why_not_read(error, _)
    elif problem.code in SENTENCES:
        sentence = _(SENTENCES[problem.code], **_fields(params, _))
    else:
        sentence = _("This is not valid ({code}).", code=problem.code)
    if near := params.get("nearest"):
        sentence = _("{sentence} Did you mean “{nearest}”?", sentence=sentence, nearest=seen(str(near)))
    elif isinstance(known := params.get("known"), tuple) and known:
        sentence = _("{sentence} There are: {names}.", sentence=sentence, names=_.listed(known))
    place = _cut(problem.place, _LONGEST_NAME)
    return _("{place}: {sentence}", place=place, sentence=sentence) if problem.path else sentence


def describe_error(error: InputError, _: Translator) -> list[str]:
    """All problems of an input, one sentence each, with the name of the file and the line where there are any.

    What names there are is said once: with the first that is none of them.
    """
    sentences = []
    said: set[object] = set()
    for problem in error.problems:
        known = problem.params.get("known")
        again = isinstance(known, tuple) and known in said
        told = replace(problem, params={**problem.params, "known": ()}) if again else problem
        sentences.append(_located(error.source, told, _))
        if isinstance(known, tuple) and not problem.params.get("nearest"):
            said.add(known)
    return sentences


def describe_no_table(error: NoTableError, _: Translator) -> str:
    """Which day has no table, and which days have one."""
    covered = [
        _("{first} to {last}", first=first, last=last) if last else _("from {first} on", first=first)
        for first, last in error.covered
    ]
    sentence = _(
        "There is no verified rule table for {day}. Days covered: {covered}.", day=error.day, covered=_.listed(covered)
    )
    for (_first, last), (following, _last) in zip(error.covered, error.covered[1:], strict=False):
        if last is not None and last < error.day < following:
            return _(
                "{sentence} The program does not have the tables in force from {first} to {last}, and does "
                "not use a neighbouring table instead.",
                sentence=sentence,
                first=last + timedelta(days=1),
                last=following - timedelta(days=1),
            )
    return _("{sentence} No other table is used instead.", sentence=sentence)


def describe_unknown_table(error: UnknownTableError, _: Translator) -> str:
    """Which table there is not, and which there are."""
    sentence = _(
        "There is no rule table “{id}”; the program has {known}.", id=seen(error.id), known=_.listed(error.known)
    )
    if error.nearest is None:
        return sentence
    return _("{sentence} Did you mean “{nearest}”?", sentence=sentence, nearest=error.nearest)


class ExplainedError(Exception):
    """An error that says itself, in the user's language, what is wrong and what to do."""

    def describe(self, _: Translator) -> str:
        """The sentence."""
        raise NotImplementedError


def describe_os_error(error: OSError, _: Translator, *, name: str | None = None, writing: bool = False) -> str:
    """Why a file cannot be read or written.

    Args:
        error: what the system said.
        _: the words to say it in.
        name: the file as the user named it; otherwise the error's own.
        writing: whether it was to be written.
    """
    shown = seen(name if name is not None else str(error.filename or ""))
    sentences = _NOT_WRITTEN if writing else _NOT_READ
    if sentence := sentences.get(error.errno or 0):
        return _(sentence, name=shown)
    cause = os.strerror(error.errno) if error.errno else str(error)
    return _(_OTHER_CAUSES[writing], name=shown, cause=seen(cause))


def seen(text: str) -> str:
    """A text without anything that does not show, or that would change how the rest shows."""
    return "".join(
        sign.encode("unicode-escape").decode() if unicodedata.category(sign) in _UNSEEN else sign for sign in text
    )


def _located(source: str | None, problem: Problem, _: Translator) -> str:
    sentence = describe(problem, _)
    if source is None:
        return sentence
    where = _("standard input") if source == STANDARD_INPUT else seen(source)
    if problem.line is not None:
        where = f"{where}:{problem.line}"
    return _("{place}: {sentence}", place=where, sentence=sentence)


def _fields(params: Mapping[str, object], _: Translator) -> dict[str, object]:
    fields: dict[str, object] = {name: _shown(name, value, _) for name, value in params.items()}
    if "kind" in params:
        fields["test"] = _TESTS[str(params["kind"])]
    return fields


def _shown(name: str, value: object, _: Translator) -> str:
    if isinstance(value, list | tuple) and name != "value":
        return _.listed([seen(str(item)) for item in value])
    if name == "value" and not isinstance(value, date):
        return _written(value)
    return _cut(str(value), _LONGEST_NAME)


def _written(value: object) -> str:
    """A value as it stands in the file."""
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        text = str(value)
    return _cut(text, _LONGEST_VALUE)


def _cut(text: str, longest: int) -> str:
    return seen(text if len(text) <= longest else f"{text[:longest]}…")


def _allowed(allowed: Allowed, value: object, _: Translator) -> str:
    """What may stand at a place, as a phrase."""
    match allowed.code:
        case "integer" | "number":
            return _number(allowed, _)
        case "choice":
            return _choice(allowed.values, _)
        case "choices":
            return _("a list, […], of any of {values}", values=_.listed(allowed.values))
        case "text" if isinstance(value, str):
            return _("a text in the right format") if value.strip() else _("a text that is not empty")
        case "list" | "object" if value in ([], {}):
            return _(_NOT_EMPTY[allowed.code])
        case _:
            return _(_PHRASES.get(allowed.code, _OTHERWISE))


def _choice(values: tuple[str, ...], _: Translator) -> str:
    if len(values) == 1:
        return _("“{value}”", value=values[0])
    return _("one of {values}", values=_.listed(values))


def _number(allowed: Allowed, _: Translator) -> str:
    whole, least, most = allowed.code == "integer", allowed.minimum, allowed.maximum
    if least is not None and most is not None:
        if least == most:
            return _("the number {number}", number=f"{least:g}")
        message = N_("a whole number from {least} to {most}") if whole else N_("a number from {least} to {most}")
    elif least is not None:
        message = N_("a whole number, {least} or more,") if whole else N_("a number, {least} or more,")
    else:
        return _("a whole number") if whole else _("a number")
    return _(message, least=f"{least:g}", most="" if most is None else f"{most:g}")
