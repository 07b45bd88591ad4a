"""Which persons of a list are in a folder of cases already, and what the list changes in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from hsp_calc.casefile.case import Case
from hsp_calc.casefile.exchange.importing import Imported
from hsp_calc.casefile.exchange.updating import Change, folded, updated
from hsp_calc.casefile.file_names import CASE_ENDING, is_case_file, stem_of
from hsp_calc.casefile.protection import PasswordNeededError
from hsp_calc.casefile.reading import load
from hsp_calc.casefile.serialization import case_bytes
from hsp_calc.validation import InputError, Problem

_MOST_NAMES = 10_000


@dataclass(frozen=True, slots=True)
class Planned:
    """What a row of a list comes to.

    Attributes:
        row: its number.
        path: the file of the case.
        case: as it will be.
        before: as the file is; None where the case is new.
        changes: what differs.
        untouched: the fields that the list gives and that stay, for the case says more: periods of work, a birthday.
    """

    row: int
    path: Path
    case: Case
    before: Case | None = None
    changes: tuple[Change, ...] = ()
    untouched: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether there is no case of this person yet."""
        return self.before is None

    @property
    def is_written(self) -> bool:
        """Whether there is anything to write."""
        return self.is_new or bool(self.changes)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a list does to a folder; nothing is written yet.

    Attributes:
        folder: where the cases stand.
        planned: what each row comes to.
        not_compared: cases of the folder that cannot be read, most of them protected; whose they are is not known.
    """

    folder: Path
    planned: tuple[Planned, ...]
    not_compared: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A case of the folder."""

    path: Path
    case: Case


@dataclass(slots=True)
class _Folder:
    """The cases of a folder, by what a person is known by."""

    numbers: dict[str, list[_Known]] = field(default_factory=dict)
    names: dict[str, list[_Known]] = field(default_factory=dict)
    not_compared: list[Path] = field(default_factory=list)

    def put(self, known: _Known) -> None:
        """Add a case."""
        if number := _number(known.case):
            self.numbers.setdefault(number, []).append(known)
        for name in _names(known.case):
            self.names.setdefault(name, []).append(known)


def plan_import(imported: Imported, folder: Path, on: date) -> ImportPlan:
    """What the persons of a list come to in a folder of cases: new ones, changes, nothing.

    A person is known by the number, or by name and date of birth.

    Args:
        imported: the list.
        folder: with its folders inside; it need not be there yet.
        on: the day of the import, from which changed facts are true in cases with dated ones.

    Raises:
        InputError: with every row of which it is not certain whose it is.
        OSError: the folder cannot be read.
    """
    cases = _cases_of(folder)
    problems = list(_alike(imported))
    planned: list[Planned] = []
    taken: set[str] = {path.name.lower() for path in _files(folder)} if folder.is_dir() else set()
    for row, case in zip(imported.rows, imported.cases, strict=True):
        try:
            known = _match(case, cases)
        except InputError as error:
            problems += [Problem(problem.code, (), problem.params, row) for problem in error.problems]
            continue
        if known is None:
            planned.append(Planned(row, _free(folder, case, taken), case))
        else:
            after, changes, untouched = updated(known.case, case, on)
            planned.append(Planned(row, known.path, after, known.case, changes, untouched))
    if problems:
        raise InputError(sorted(problems, key=lambda problem: problem.line or 0))
    for plan in planned:
        case_bytes(plan.case)  # a text that could not be read again is refused before anything is written
    return ImportPlan(folder, tuple(planned), tuple(cases.not_compared))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if is_case_file(path) and path.is_file())


def _cases_of(folder: Path) -> _Folder:
    found = _Folder()
    for path in _files(folder) if folder.is_dir() else ():
        try:
            loaded = load(path)
        except (PasswordNeededError, InputError, OSError):
            found.not_compared.append(path)
            continue
        for case in loaded.cases[:1]:
            found.put(_Known(path, case))
    return found


def _match(case: Case, cases: _Folder) -> _Known | None:
    """The case of the folder that is of the same person; None if there is none.

    Raises:
        InputError: there may be one, and nothing tells for certain.
    """
    by_number = cases.numbers.get(_number(case), []) if _number(case) else []
    named = _once(known for name in _names(case) for known in cases.names.get(name, []))
    born = case.applicant.date_of_birth
    by_person = [known for known in named if born is not None and known.case.applicant.date_of_birth == born]
    found = _once([*by_number, *by_person])
    if len(found) > 1:
        raise InputError([Problem("two_cases_of_one", params=_two(found))])
    if not found:
        _refuse_doubt(case, named)
        return None
    known = found[0]
    if not by_person and _is_another(case, known.case):
        params = {"number": _number(case), "other": _called(known.case), "file": known.path.name}
        raise InputError([Problem("number_of_another", params=params)])
    return known


def _refuse_doubt(case: Case, named: Sequence[_Known]) -> None:
    """Refuse a person of whom there may be a case: the same name, and nothing that tells the two apart."""
    for known in named:
        days = case.applicant.date_of_birth, known.case.applicant.date_of_birth
        numbers = _number(case), _number(known.case)
        if not all(numbers) and not all(days):
            params = {"name": _called(known.case), "file": known.path.name}
            raise InputError([Problem("person_doubtful", params=params)])


def _is_another(case: Case, other: Case) -> bool:
    """Whether two cases of one number are of two persons: both the name and the date of birth differ."""
    names, others = _names(case), _names(other)
    born, other_born = case.applicant.date_of_birth, other.applicant.date_of_birth
    return bool(names and others and not names & others) and None not in {born, other_born} and born != other_born


def _alike(imported: Imported) -> Iterator[Problem]:
    """The rows that nothing tells apart from one before them."""
    seen: dict[object, int] = {}
    for row, case in zip(imported.rows, imported.cases, strict=True):
        born = case.applicant.date_of_birth
        keys: list[object] = [("number", _number(case))] if _number(case) else []
        keys += [(name, born) for name in _names(case) if born is not None or not _number(case)]
        other = next((seen[key] for key in keys if key in seen), None)
        if other is not None:
            yield Problem("person_twice", params={"other": other, "row": row}, line=row)
        seen.update((key, row) for key in keys if key not in seen)


def _once(found: "Iterator[_Known] | Sequence[_Known]") -> list[_Known]:
    return list({known.path: known for known in found}.values())


def _two(found: Sequence[_Known]) -> dict[str, object]:
    return {"file": found[0].path.name, "other": found[1].path.name}


def _number(case: Case) -> str:
    return folded(case.matter.number) if case.matter is not None else ""


def _names(case: Case) -> set[str]:
    return {folded(name) for name in (case.applicant.name, case.applicant.name_ja) if name.strip()}


def _called(case: Case) -> str:
    return case.applicant.name or case.applicant.name_ja


def _free(folder: Path, case: Case, taken: set[str]) -> Path:
    """A file that is not there yet and that no other row takes."""
    stem = stem_of(_called(case), otherwise=(case.matter and stem_of(case.matter.number)) or "person")
    for number in range(1, _MOST_NAMES):
        name = f"{stem}{CASE_ENDING}" if number == 1 else f"{stem}-{number}{CASE_ENDING}"
        if name.lower() not in taken:
            taken.add(name.lower())
            return folder / name
    raise InputError([Problem("list_too_large")])
