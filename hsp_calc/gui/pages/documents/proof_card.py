"""``ProofCard``: what margin is wanted, how hard the documents are to get, and what may be left out for it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hsp_calc.app.documents_presenter import DocumentsPresenter
from hsp_calc.casefile.sections import MOST_MARGIN, Effort, KeptChecklist, ProofChoices
from hsp_calc.documents import Checklist, Documents, EvidenceEntry, checklist
from hsp_calc.gui.widgets.fold import Fold
from hsp_calc.gui.widgets.inputs import DropDown, SpinBox
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.rules import CategoryRules
from hsp_calc.text import Translator
from hsp_calc.text.documents_table import FolderOf
from hsp_calc.text.proof_text import effort_label, spared_text

_STEP_OF_MARGIN = 5
"""What all points are a multiple of."""


class ProofCard(QFrame):
    """The proof of a target that is the least trouble; without a target there is nothing to leave out."""

    def __init__(self, keeper: DocumentsPresenter, documents: Callable[[], Documents]) -> None:
        """Make the card.

        Args:
            keeper: keeps what is entered.
            documents: the supporting documents.
        """
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("proof")
        self._keeper = keeper
        self._documents = documents
        self._title = Label("section", wrap=True)
        self._caption = Label("muted")
        self._margin = SpinBox()
        self._margin.setObjectName("proof.margin")
        self._margin.setRange(0, MOST_MARGIN)
        self._margin.setSingleStep(_STEP_OF_MARGIN)
        self._margin.setMinimumWidth(24 * GRID)
        self._margin.valueChanged.connect(lambda points: keeper.choose("margin", points))
        self._caption.setBuddy(self._margin)
        self._filed = Label(wrap=True)
        self._filed.setObjectName("proof.filed")
        self._spared_title, self._spared = Label("muted", wrap=True), Label(wrap=True)
        self._spared.setObjectName("proof.spared")
        self._rows: dict[str, _EffortRow] = {}
        part = QWidget()
        self._efforts = QVBoxLayout(part)
        self._efforts.setContentsMargins(0, 0, 0, 0)
        self._efforts.setSpacing(2 * GRID)
        self._fold = Fold("proof.fold", part)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self._caption)
        row.addWidget(self._margin)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self._title)
        column.addLayout(row)
        for label in (self._filed, self._spared_title, self._spared, self._fold):
            column.addWidget(label)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._title.setText(_("Easiest set of documents"))
        self._caption.setText(_("Margin (points)"))
        self._margin.setAccessibleName(_("Margin (points)"))
        self._spared_title.setText(_("Counted, but not needed for this:"))
        self._fold.set_title(_("How hard the documents are to get"))

    def show_folder(self, made: FolderOf, kept: KeptChecklist, efforts: Mapping[str, Effort], _: Translator) -> None:
        """Show the proof of a folder.

        Args:
            made: the folder.
            kept: what the case keeps of it.
            efforts: how hard the documents of each mark are to get.
            _: the words.
        """
        found = made.folder.proof
        self.setVisible(found is not None and found.target is not None)
        if found is None or found.target is None:
            return
        rules = made.table.categories[made.score.category]
        self._margin.blockSignals(True)
        self._margin.setValue(kept.proof.margin)
        self._margin.blockSignals(False)
        self._show_proof(found, rules, _)
        self._show_efforts(checklist(made.score, self._documents(), rules, effort=efforts), kept.proof, _)

    def _show_proof(self, found: Checklist, rules: CategoryRules, _: Translator) -> None:
        filed = " ".join(entry.mark for entry in found.entries if not entry.waived_by)
        self._filed.setText(_("Numbers to submit: {marks}", marks=filed))
        self._filed.setVisible(bool(filed))
        self._spared.setText("\n".join(spared_text(spared, rules, _) for spared in found.spared))
        for label in (self._spared_title, self._spared):
            label.setVisible(bool(found.spared))

    def _show_efforts(self, everything: Checklist, kept: ProofChoices, _: Translator) -> None:
        counting = {entry.mark: entry for entry in everything.entries}
        for place, (mark, entry) in enumerate(counting.items()):
            row = self._rows.get(mark)
            if row is None:
                row = self._rows[mark] = _EffortRow(mark, self._keeper.say_effort)
            if self._efforts.indexOf(row) != place:
                self._efforts.insertWidget(place, row)
            row.show_entry(entry, kept.effort.get(mark, Effort.NOT_SAID), _)
        for mark, row in self._rows.items():
            row.setVisible(mark in counting)


class _EffortRow(QWidget):
    """A mark that counts, and how hard its documents are to get."""

    def __init__(self, mark: str, say: Callable[[str, Effort], None]) -> None:
        super().__init__()
        self._caption = Label(wrap=True)
        self._effort = DropDown()
        self._effort.setObjectName(f"proof.effort.{mark}")
        self._effort.addItems([""] * len(Effort))
        self._effort.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._effort.setMinimumContentsLength(8)
        self._effort.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._effort.setMinimumWidth(36 * GRID)
        self._effort.activated.connect(lambda index: say(mark, tuple(Effort)[index]))
        self._caption.setBuddy(self._effort)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self._caption, 1)
        row.addWidget(self._effort, 0, Qt.AlignmentFlag.AlignTop)

    def show_entry(self, entry: EvidenceEntry, said: Effort, _: Translator) -> None:
        """Show what was said of it; where nobody has, what the states of its papers tell."""
        points = _.points(entry.points)
        title = _("{mark} {title} ({points})", mark=entry.mark, title=_.wording(entry.title), points=points)
        self._caption.setText(title)
        self._effort.setAccessibleName(_("How hard to get: {title}", title=title))
        told_by_papers = said is Effort.NOT_SAID and entry.effort is Effort.AT_HAND
        for index, effort in enumerate(Effort):
            text = effort_label(effort, _)
            if effort is Effort.NOT_SAID and told_by_papers:
                text = _("At hand (from the state of its documents)")
            self._effort.setItemText(index, text)
        self._effort.setCurrentIndex(list(Effort).index(said))
