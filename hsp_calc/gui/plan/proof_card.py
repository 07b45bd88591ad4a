"""``ProofCard``: what is to be proven, how hard the documents are to get, and the proof that is the least trouble."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from hsp_calc.gui.colors import Theme
from hsp_calc.gui.desk import Desk
from hsp_calc.gui.editor import Editor
from hsp_calc.gui.plan.surroundings import Surroundings
from hsp_calc.gui.theme import GRID
from hsp_calc.gui.widgets.inputs import WheelGuard
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.plan import Checklist, Entry, checklist
from hsp_calc.problems import InputError
from hsp_calc.reference.kept_proof import MOST_MARGIN, Effort, KeptProof
from hsp_calc.reference.paper_states import KEY, checklist_of, efforts, with_checklist
from hsp_calc.rules import CategoryRules
from hsp_calc.text import Words
from hsp_calc.text.proofs import caveats, effort_label, outcome_text, spared_text

_TARGETS = (None, 70, 80)
_STEP_OF_MARGIN = 5
"""What all points are a multiple of."""


class ProofCard(QFrame):
    """What is to be proven, and the documents that do it with the least trouble.

    It is hidden while there is no score, or while what the case keeps of its papers is not understood.
    """

    def __init__(self, editor: Editor, desk: Desk, around: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("proof")
        self._editor, self._desk, self._around = editor, desk, around
        self._title = Label("section", wrap=True)
        self._captions = {"target": Label(), "margin": Label()}
        self._target = _combo("proof.target", _TARGETS)
        self._target.activated.connect(lambda index: self._keep("target", _TARGETS[index]))
        self._margin = QSpinBox()
        self._margin.setObjectName("proof.margin")
        self._margin.setRange(0, MOST_MARGIN)
        self._margin.setSingleStep(_STEP_OF_MARGIN)
        self._margin.valueChanged.connect(lambda points: self._keep("margin", points))
        self._margin.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        WheelGuard.watch(self._margin)
        self._ask = Label("muted", wrap=True)
        self._rows: dict[str, _EffortRow] = {}
        self._efforts = QVBoxLayout()
        self._efforts.setSpacing(2 * GRID)
        self._outcome = Label(wrap=True)
        self._outcome.setObjectName("proof.outcome")
        self._filed = Label(wrap=True)
        self._filed.setObjectName("proof.filed")
        self._caveats = Label("warn", wrap=True)
        self._caveats.setObjectName("proof.caveats")
        self._spared_title, self._spared = Label("muted", wrap=True), Label(wrap=True)
        self._spared.setObjectName("proof.spared")
        self._build()

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(3 * GRID)
        form.setVerticalSpacing(2 * GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, edit in (("target", self._target), ("margin", self._margin)):
            self._captions[name].setBuddy(edit)
            form.addRow(self._captions[name], edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self._title)
        column.addLayout(form)
        for label in (self._outcome, self._filed, self._caveats, self._spared_title, self._spared, self._ask):
            column.addWidget(label)
        column.addLayout(self._efforts)

    def retranslate(self, _: Words) -> None:
        """Say it in another language."""
        self._title.setText(_("The proof that is the least trouble"))
        for name, text in (("target", _("Points to prove")), ("margin", _("Margin (points)"))):
            self._captions[name].setText(text)
        self._target.setAccessibleName(_("Points to prove"))
        self._margin.setAccessibleName(_("Margin (points)"))
        for index, target in enumerate(_TARGETS):
            self._target.setItemText(index, _("All that counts") if target is None else _.points(target))
        self._ask.setText(_("How hard the documents are to get:"))
        self._spared_title.setText(_("Counted, but not needed for this:"))
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; those of the roles are all there are."""

    def refresh(self) -> None:
        """Show what is true now."""
        table, sheet = self._editor.table, self._editor.sheets().get(self._around.category())
        try:
            kept, said = checklist_of(self._editor.case).proof, efforts(self._editor.case)
        except InputError:
            self.hide()
            return
        self.setVisible(table is not None and sheet is not None)
        if table is None or sheet is None:
            return
        rules, _ = table.categories[sheet.category], self._around.words()
        self._target.setCurrentIndex(_TARGETS.index(kept.target))
        self._margin.blockSignals(True)
        self._margin.setValue(kept.margin)
        self._margin.blockSignals(False)
        self._margin.setEnabled(kept.target is not None)
        everything = checklist(sheet, self._desk.documents, rules, effort=said)
        self._show_efforts(everything, kept, _)
        found = checklist(sheet, self._desk.documents, rules, kept.target, margin=kept.margin, effort=said)
        self._show_proof(found, rules, _)

    def _show_efforts(self, everything: Checklist, kept: KeptProof, _: Words) -> None:
        counting = {entry.mark: entry for entry in everything.entries}
        for place, (mark, entry) in enumerate(counting.items()):
            row = self._rows.get(mark)
            if row is None:
                row = self._rows[mark] = _EffortRow(mark, self._say)
            if self._efforts.indexOf(row) != place:
                self._efforts.insertWidget(place, row)
            row.show_entry(entry, kept.effort.get(mark, Effort.NOT_SAID), _)
        for mark, row in self._rows.items():
            row.setVisible(mark in counting)
        self._ask.setVisible(bool(counting))

    def _show_proof(self, found: Checklist, rules: CategoryRules, _: Words) -> None:
        self._outcome.setText(outcome_text(found, _))
        filed = " ".join(entry.mark for entry in found.entries if not entry.waived_by)
        self._filed.setText(_("Numbers to file: {marks}", marks=filed))
        self._filed.setVisible(bool(filed))
        said = caveats(found, _)
        self._caveats.setText("\n".join(said))
        self._caveats.set_role("" if found.margin_reached and not found.unobtainable else "warn")
        self._caveats.setVisible(bool(said))
        self._spared.setText("\n".join(spared_text(spared, rules, _) for spared in found.spared))
        for label in (self._spared_title, self._spared):
            label.setVisible(bool(found.spared))

    def _say(self, mark: str, effort: Effort) -> None:
        self._change(lambda proof: proof.with_effort(mark, effort), mark)

    def _keep(self, name: str, value: Any) -> None:
        self._change(lambda proof: proof.model_copy(update={name: value}), name)

    def _change(self, change: Callable[[KeptProof], KeptProof], what: str) -> None:
        kept = checklist_of(self._editor.case)
        changed = kept.model_copy(update={"proof": change(kept.proof)})
        self._editor.keep(lambda case: with_checklist(case, changed), (KEY, "proof", what))


class _EffortRow(QWidget):
    """A mark that counts, and how hard its documents are to get."""

    def __init__(self, mark: str, say: Callable[[str, Effort], None]) -> None:
        super().__init__()
        self._caption = Label(wrap=True)
        self._effort = _combo(f"proof.effort.{mark}", tuple(Effort))
        self._effort.activated.connect(lambda index: say(mark, tuple(Effort)[index]))
        self._caption.setBuddy(self._effort)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._caption)
        column.addWidget(self._effort)

    def show_entry(self, entry: Entry, said: Effort, _: Words) -> None:
        """Show what was said of it; where nobody has, what the states of its papers tell."""
        title = _(
            "{mark} {title} ({points})",
            mark=entry.mark,
            title=_.wording(entry.title),
            points=_.points(entry.points),
        )
        self._caption.setText(title)
        self._effort.setAccessibleName(_("How hard to get: {title}", title=title))
        told_by_papers = said is Effort.NOT_SAID and entry.effort is Effort.AT_HAND
        for index, effort in enumerate(Effort):
            text = effort_label(effort, _)
            if effort is Effort.NOT_SAID and told_by_papers:
                text = _("At hand, as its papers say")
            self._effort.setItemText(index, text)
        self._effort.setCurrentIndex(list(Effort).index(said))


def _combo(name: str, values: tuple[object, ...]) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.addItems([""] * len(values))
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    WheelGuard.watch(combo)
    return combo
