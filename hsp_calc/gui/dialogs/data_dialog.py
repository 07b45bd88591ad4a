"""``DataDialog``: the rule tables, lists and pages in use, and the user's own files with what became of each."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hsp_calc.app.active_data import DataInUse
from hsp_calc.app.data_entries import DataEntry, checked_entries, list_entries, table_entries
from hsp_calc.app.user_data import DataKind
from hsp_calc.app.user_files import OwnFile, own_files
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import ScrollPanel, card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import N_, Translator, describe

_SIZE = (700, 660)
_KINDS = {
    DataKind.RULES: N_("rule table"),
    DataKind.UNIVERSITIES: N_("list of universities"),
    DataKind.IT_EXAMS: N_("IT notice"),
    DataKind.GUIDELINE: N_("guideline on permanent residence"),
    DataKind.FEES: N_("fees"),
    DataKind.UNDERLYING_STATUS: N_("guide: ordinary work status"),
    DataKind.OTHER_ACTIVITY: N_("guide: other activities"),
    DataKind.HOURS: N_("guide: 28-hour check"),
    DataKind.BENEFITS: N_("guide: benefits"),
    DataKind.EMPLOYER: N_("guide: employer's page"),
    DataKind.SOURCES: N_("sources"),
}


class DataDialog(QDialog):
    """Lists the data.

    Attributes:
        add_asked: emitted where a file is to be added.
        remove_asked: emitted with the path of a file of the user that is to be removed.
    """

    add_asked = Signal()
    remove_asked = Signal(object)

    def __init__(self, data: DataInUse, words: Callable[[], Translator], parent: QWidget) -> None:
        """Make one.

        Args:
            data: the data.
            words: the words of the moment.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("data_in_use")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._data = data
        self._words = words
        self._list = _Listed(self._parts)
        self._add = QPushButton()
        self._add.setObjectName("data_in_use.add")
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self.add_asked)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        row.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._list, 1)
        layout.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment, and as the data are now."""
        _ = self._words()
        self.setWindowTitle(_("Data in use"))
        self._list.setAccessibleName(_("Data in use"))
        self._add.setText(_("Add a data file…"))
        self._list.refresh()

    def _parts(self) -> Iterator[QWidget]:
        _ = self._words()
        yield self._own(_)
        for title, entries in (
            (_("Rule tables"), table_entries(self._data, _)),
            (_("Lists"), list_entries(self._data, _)),
            (_("Last checked, by kind"), checked_entries(self._data, _)),
        ):
            frame, column = card()
            column.addWidget(_label(title, "section"))
            for entry in entries:
                column.addLayout(_entry(entry))
            yield frame

    def _own(self, _: Translator) -> QWidget:
        """The files of the user, each with what became of it and a button that removes it."""
        frame, column = card()
        column.addWidget(_label(_("Your own files"), "section"))
        folder = self._data.user_folder
        refused = {error.source: [describe(problem, _) for problem in error.problems] for error in self._data.refused}
        used = {file.path: file for file in self._data.used}
        files = own_files(folder, used)
        if not files:
            column.addWidget(_label(_("None. What you add is used where it is newer."), "muted"))
        for file in files:
            row = QHBoxLayout()
            row.setSpacing(2 * GRID)
            text = QVBoxLayout()
            text.setSpacing(0)
            text.addWidget(_label(f"{file.path.name} · {_(_KINDS[file.kind])}"))
            state, role = _state(file, refused.get(os.fspath(file.path)), _)
            text.addWidget(_label(state, role))
            row.addLayout(text, 1)
            row.addWidget(self._remove_button(file.path, _), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addWidget(_label(_("Location: {folder}", folder=folder), "muted"))
        return frame

    def _remove_button(self, path: Path, _: Translator) -> QPushButton:
        button = QPushButton(_("Remove"))
        button.setObjectName(f"remove.{path.name}")
        button.setAccessibleName(_("Remove {name}", name=path.name))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self.remove_asked.emit, path))
        return button


class _Listed(ScrollPanel):
    """The cards."""

    def __init__(self, parts: Callable[[], Iterator[QWidget]]) -> None:
        super().__init__("data_in_use.list")
        self._parts = parts
        self.column.addStretch(1)

    def fill(self) -> None:
        """Make the cards anew."""
        while self.column.count() > 1:
            item = self.column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for index, part in enumerate(self._parts()):
            self.column.insertWidget(index, part)


def _entry(entry: DataEntry) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(_label(entry.title))
    for line in entry.lines:
        column.addWidget(_label(line, "muted"))
    return column


def _label(text: str, role: str = "") -> Label:
    label = Label(role, wrap=True)
    label.setText(text)
    return label


def _state(file: OwnFile, problems: list[str] | None, _: Translator) -> tuple[str, str]:
    """What became of a file, and the role of these words."""
    if problems:
        return _("Not used: {reason}", reason=" ".join(problems)), "bad"
    if file.kind is DataKind.SOURCES:
        return _("Your own files can refer to these sources."), "muted"
    if file.used is None:
        return _("Not used: a newer file of yours replaces it."), "muted"
    if file.used.replaces is None:
        return _("In use."), "good"
    return _("In use in place of {id}.", id=file.used.replaces), "good"
