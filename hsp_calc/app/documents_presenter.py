"""``DocumentsPresenter``: the papers of the case in the window, and what is entered of them. Plain Python, no Qt."""

from collections.abc import Callable, Mapping
from typing import Any

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import Effort, KeptChecklist, SavedDocuments, State, UnreadSection
from hsp_calc.documents.application import PaperEntry
from hsp_calc.documents.states import efforts
from hsp_calc.facts import Category
from hsp_calc.text.documents_table import FolderOf

_OF_THE_PROOF = frozenset({"target", "margin"})
_DATED = frozenset({State.ASKED_FOR, State.AT_HAND, State.GIVEN_IN})


class DocumentsPresenter:
    """Asks for the folder of the case, and keeps in it what is entered; each entry is one step of undo."""

    def __init__(self, desk: AppData, editor: CaseSession) -> None:
        self._desk = desk
        self._editor = editor

    def folder(self, category: Category) -> FolderOf | None:
        """The folder of the case in view; None where there is no score.

        Raises:
            InputError: what the case keeps of its papers is not understood.
        """
        return self._desk.folder(self._editor, category)

    @property
    def kept(self) -> KeptChecklist:
        """What the case keeps.

        Raises:
            InputError: it is not understood.
        """
        return self._editor.case.section(KeptChecklist)

    @property
    def efforts(self) -> Mapping[str, Effort]:
        """How hard the documents of each mark are to get: what was said, else what the states of the papers tell.

        Raises:
            InputError: what the case keeps of its papers is not understood.
        """
        return efforts(self._editor.case)

    def choose(self, name: str, value: Any) -> None:
        """Choose ``procedure``, ``employer_category``, ``apply_on``, ``target`` or ``margin``; None chooses none."""

        def change(kept: KeptChecklist) -> KeptChecklist:
            if name in _OF_THE_PROOF:
                return kept.model_copy(update={"proof": kept.proof.model_copy(update={name: value})})
            return kept.model_copy(update={name: value})

        self._change(change, (KeptChecklist.key, name))

    def say_effort(self, mark: str, effort: Effort) -> None:
        """Say how hard the documents of a mark are to get."""
        self._change(
            lambda kept: kept.model_copy(update={"proof": kept.proof.with_effort(mark, effort)}),
            (KeptChecklist.key, "effort", mark),
        )

    def set_state(self, paper: PaperEntry, state: State) -> None:
        """Say how far a paper is, from today on."""
        if state is not paper.state or paper.because is not None:
            since = self._editor.today if state in _DATED else None
            self._put(paper, {"state": state, "on": since}, None)

    def enter(self, paper: PaperEntry, name: str, value: Any) -> None:
        """Enter ``on``, ``issued_on``, ``issued_in_japan`` or ``remark`` of a paper."""
        self._put(paper, {name: value}, (KeptChecklist.key, paper.id, name))

    def set_aside(self) -> None:
        """Begin a new list, and keep what was not understood beside it."""

        def anew(case: Case) -> Case:
            kept = case.checklist
            set_aside = kept.written if isinstance(kept, UnreadSection) else kept
            return case.model_copy(
                update={"checklist": None, "checklist_set_aside": (*case.checklist_set_aside, set_aside)}
            )

        self._editor.keep(anew)

    def _put(self, paper: PaperEntry, update: dict[str, Any], entry: object) -> None:
        def change(kept: KeptChecklist) -> KeptChecklist:
            before = kept.papers.get(paper.id, SavedDocuments(state=paper.state))
            after = before.model_copy(update=update)
            return kept if after == before else kept.with_paper(paper.id, after)

        self._change(change, entry)

    def _change(self, change: Callable[[KeptChecklist], KeptChecklist], entry: object) -> None:
        if change(self.kept) != self.kept:
            self._editor.keep(lambda case: case.with_section(change(case.section(KeptChecklist))), entry)
