"""The folder that a case asks for: by the procedure, the employer, the day and the target that it keeps."""

from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import KeptChecklist
from hsp_calc.documents.application import Folder, make_folder
from hsp_calc.documents.evidence_list import Documents
from hsp_calc.documents.procedures import Procedures
from hsp_calc.engine import ScoreSheet
from hsp_calc.rules import CategoryRules
from hsp_calc.validation import Allowed, InputError, Problem, nearest


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for otherwise than the case keeps it; None is as it is kept."""

    procedure: str | None = None
    employer_category: int | None = None
    apply_on: date | None = None
    target: int | None = None
    every_row: bool = False
    """Whether the documents of every row that counts are asked for, whatever points the procedure asks to prove."""


AS_KEPT = Asked()


def folder_of(
    case: Case,
    sheet: ScoreSheet,
    *,
    rules: CategoryRules,
    documents: Documents,
    procedures: Procedures,
    asked: Asked = AS_KEPT,
) -> Folder:
    """The folder of a case; where it keeps no planned day, that is the reference date.

    Raises:
        InputError: what the case keeps of its papers is something else, or names an unknown procedure.
        KeyError: an unknown procedure is asked for.
    """
    kept = case.section(KeptChecklist)
    return make_folder(
        case,
        sheet,
        rules=rules,
        documents=documents,
        procedures=procedures,
        procedure=asked.procedure or known_procedure(kept, procedures),
        apply_on=asked.apply_on or kept.apply_on or sheet.on,
        employer_category=asked.employer_category or kept.employer_category,
        target=asked.target,
        every_row=asked.every_row,
    )


def known_procedure(kept: KeptChecklist, procedures: Procedures) -> str | None:
    """The procedure that a case names; None where it names none.

    Raises:
        InputError: there is no such procedure.
    """
    name = kept.procedure
    if name is not None and name not in procedures.by_id:
        allowed = Allowed("choice", values=tuple(procedures.by_id))
        params = {"value": name, "allowed": allowed, "nearest": nearest(name, procedures.by_id)}
        raise InputError([Problem("not_allowed", (KeptChecklist.key, "procedure"), params)])
    return name
