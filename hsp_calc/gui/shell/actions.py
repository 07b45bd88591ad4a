"""The actions of the window, in its menus and its bar."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from hsp_calc.app import exports
from hsp_calc.app.colors import Theme
from hsp_calc.gui.widgets.icons import icon
from hsp_calc.text import N_, Language, Translator

_MNEMONIC = re.compile(r"\(&.\)|&")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An action: its object name, its words, its keys, and shorter words for a button; an export has its own."""

    name: str
    words: str
    keys: QKeySequence.StandardKey | str | None = None
    checkable: bool = False
    short: str = ""


_OWN_ENTRIES = (
    _Entry("new", N_("&New"), QKeySequence.StandardKey.New),
    _Entry("open", N_("&Open…"), QKeySequence.StandardKey.Open),
    _Entry("save", N_("&Save"), QKeySequence.StandardKey.Save),
    _Entry("save_as", N_("Save &as…"), QKeySequence.StandardKey.SaveAs),
    _Entry("password", N_("Pass&word…")),
    _Entry("import", N_("&Import facts…")),
    _Entry("checklist.memos", N_("Checklist with my &memos"), checkable=True),
    _Entry("office", N_("O&ffice…")),
    _Entry("quit", N_("&Quit"), QKeySequence.StandardKey.Quit),
    _Entry("undo", N_("&Undo"), QKeySequence.StandardKey.Undo),
    _Entry("redo", N_("&Redo"), QKeySequence.StandardKey.Redo),
    _Entry("history", N_("&History of answers…"), "Ctrl+H"),
    _Entry("periods", N_("Periods of &work…")),
    _Entry("pay", N_("&Salary from its components…")),
    _Entry("reference_desk", N_("&Look-up…"), "Ctrl+L"),
    _Entry("status_guide", N_("Status &guide…"), "Ctrl+G"),
    _Entry("add_data", N_("&Add a data file…")),
    _Entry("data", N_("&Data in use…")),
    _Entry("present", N_("&Presentation"), "F5"),
    _Entry("scenario.add", N_("Sa&ve as what-if…"), "Ctrl+D", short=N_("Save as what-if…")),
    _Entry("scenario.rename", N_("&Rename the what-if…"), short=N_("Rename…")),
    _Entry("scenario.delete", N_("&Delete the what-if"), short=N_("Delete")),
    _Entry("theme.system", N_("As the &system"), checkable=True),
    _Entry("theme.light", N_("&Light"), checkable=True),
    _Entry("theme.dark", N_("&Dark"), checkable=True),
    _Entry("theme.contrast", N_("High &contrast"), checkable=True),
    _Entry("open_sample", N_("Open the &sample")),
    _Entry("sources", N_("S&ources…")),
    _Entry("about", N_("&About HSP Calc")),
)

_PRIMARY = "export_pdf"
"""The export whose button stands out."""
THEME_ACTIONS = ("theme.system", "theme.light", "theme.dark", "theme.contrast")


class Actions:
    """Every action by its object name."""

    def __init__(self, window: QMainWindow) -> None:
        self._by_name: dict[str, QAction] = {}
        self._entries = (*_OWN_ENTRIES, *_export_entries())
        for entry in self._entries:
            action = self._add(entry.name, window)
            action.setCheckable(entry.checkable)
            if entry.keys is not None:
                action.setShortcut(QKeySequence(entry.keys))
        languages, themes = QActionGroup(window), QActionGroup(window)
        for language in Language:
            action = self._add(f"language.{language.value}", window)
            action.setText(language.own_name)
            action.setCheckable(True)
            languages.addAction(action)
        for name in THEME_ACTIONS:
            themes.addAction(self[name])

    def _add(self, name: str, window: QMainWindow) -> QAction:
        action = QAction(window)
        action.setObjectName(name)
        window.addAction(action)
        self._by_name[name] = action
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def connect(self, name: str, slot: Callable[[], object]) -> None:
        """Have an action do something."""
        self[name].triggered.connect(lambda _checked: slot())

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in other colours."""
        for entry in self._entries:
            primary = entry.name == _PRIMARY
            if (drawn := icon(entry.name, theme, "on_accent" if primary else "text")) is not None:
                self[entry.name].setIcon(drawn)
                self[entry.name].setIconVisibleInMenu(not primary)

    def retranslate(self, _: Translator) -> None:
        """Say them in another language."""
        for entry in self._entries:
            text = _(entry.words)
            self[entry.name].setText(text)
            self[entry.name].setIconText(_(entry.short) if entry.short else _MNEMONIC.sub("", text).strip("…"))


def _export_entries() -> Iterator[_Entry]:
    """The exports that have an action."""
    for export in exports.EXPORTS:
        if export.has_action:
            yield _Entry(export.id, export.name, export.keys or None, short=export.short)
