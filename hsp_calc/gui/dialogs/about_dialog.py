"""``AboutDialog``: what the program is, what it stands on, and the licences of all its parts."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from hsp_calc import __version__
from hsp_calc.app.active_data import DataInUse
from hsp_calc.app.data_entries import (
    DataEntry,
    attributions,
    checked_entries,
    list_entries,
    source_entries,
    table_entries,
)
from hsp_calc.app.licences import Licence, licences
from hsp_calc.gui.widgets.inputs import DropDown
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator

_SIZE = (960, 600)  # the lines of the licences are as long as a page
PROGRAM, SOURCES = 0, 2
"""The places of two pages."""


class AboutDialog(QDialog):
    """Four pages: the program, its data, its sources, its licences."""

    def __init__(self, data: DataInUse, parent: QWidget, _: Translator, *, first: int = PROGRAM) -> None:
        """Make one.

        Args:
            data: the rule tables and lists in use.
            parent: the window.
            _: the words.
            first: the page that is shown first.
        """
        super().__init__(parent)
        self.setObjectName("about_box")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About HSP Calc"))
        self.resize(*_SIZE)
        name = Label("section")
        name.setText("HSP Calc")
        version = Label("muted")
        version.setObjectName("about.version")
        version.setText(_("Version {version}", version=__version__))
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(name)
        head.addWidget(version)
        head.addStretch(1)
        pages = QTabWidget()
        pages.setObjectName("about.pages")
        pages.setDocumentMode(True)
        pages.addTab(_page("about.program", _program(data, _), _("The program")), _("The program"))
        pages.addTab(_page("about.data", _data(data, _), _("Data")), _("Data"))
        pages.addTab(
            _page("about.sources", _entries(_("Sources"), source_entries(data, _)), _("Sources")), _("Sources")
        )
        pages.addTab(_Licences(list(licences()), _), _("Licences"))
        pages.setCurrentIndex(first)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(head)
        layout.addWidget(pages, 1)
        layout.addWidget(buttons)


class _Licences(QWidget):
    """A choice of the parts, and the licence of the one that is chosen."""

    def __init__(self, texts: Sequence[Licence], _: Translator) -> None:
        super().__init__()
        self._texts = texts
        self._choice = DropDown()
        self._choice.setObjectName("about.part")
        self._choice.setAccessibleName(_("Part"))
        self._choice.addItems([licence.part or _("All parts and their licences") for licence in texts])
        self._shown = QPlainTextEdit()
        self._shown.setObjectName("about.licence")
        self._shown.setAccessibleName(_("Licence"))
        self._shown.setReadOnly(True)
        self._shown.setTabChangesFocus(True)
        self._shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._choice.currentIndexChanged.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * GRID, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._choice)
        layout.addWidget(self._shown, 1)
        self._show(0)

    def _show(self, index: int) -> None:
        self._shown.setPlainText(self._texts[index].text)


def _page(name: str, html: str, title: str) -> QTextBrowser:
    browser = QTextBrowser()
    browser.setObjectName(name)
    browser.setAccessibleName(title)
    browser.setOpenLinks(False)
    browser.document().setDocumentMargin(3 * GRID)
    browser.setHtml(html)
    return browser


def _program(data: DataInUse, _: Translator) -> str:
    sentences = [
        _("A calculator for the points of the status of residence “Highly Skilled Professional” of Japan."),
        _(
            "It gives no legal advice: the Immigration Services Agency decides, and the Japanese text of the law "
            "governs. The agency has neither made nor endorsed this program."
        ),
        _("What you enter stays on this computer; the program uses no network."),
        *attributions(data, _),
        _("Licensed under the Apache License, Version 2.0. Copyright 2026 The HSP Calc developers."),
        _(
            "Qt and PySide6 are used under the LGPL-3.0, the fonts BIZ UDPGothic and Noto Sans under the SIL Open Font "
            "License. The page “Licences” names every part."
        ),
    ]
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)


def _data(data: DataInUse, _: Translator) -> str:
    return (
        _entries(_("Rule tables"), table_entries(data, _))
        + _entries(_("Lists"), list_entries(data, _))
        + _entries(_("Last checked, by kind"), checked_entries(data, _))
    )


def _entries(title: str, entries: Iterable[DataEntry]) -> str:
    said = "".join(
        f"<p><b>{escape(entry.title)}</b><br/>{'<br/>'.join(escape(line) for line in entry.lines)}</p>"
        for entry in entries
    )
    return f"<h3>{escape(title)}</h3>{said}"
