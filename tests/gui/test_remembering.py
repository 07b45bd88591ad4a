import os
import stat
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QSplitter
from pytestqt.qtbot import QtBot

from hsp_calc.gui.shell import printing
from hsp_calc.gui.shell.application import make_window
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.settings import Settings
from tests.gui.driving import child, trigger

TODAY = date(2026, 11, 22)


def open_window(qtbot: QtBot, path: Path, language: str = "ja") -> MainWindow:
    window = make_window(Settings(path), language=language, today=TODAY)
    qtbot.addWidget(window, before_close_func=lambda w: w.editor.open(w.editor.case, None))
    with qtbot.waitActive(window):
        window.show()
    return window


def test_size_splitter_language_and_theme_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    settings = tmp_path / "window.ini"
    window = open_window(qtbot, settings)
    window.resize(960, 700)
    splitter = child(window, QSplitter, "splitter")
    splitter.setSizes([540, 430])
    sizes = splitter.sizes()
    trigger(window, "language.en")
    trigger(window, "theme.dark")
    window.close()
    again = open_window(qtbot, settings, Settings(settings).language)
    assert again.size() == QSize(960, 700)
    assert child(again, QSplitter, "splitter").sizes() == sizes
    assert (again.words.language, again.theme.name) == ("en", "dark")
    trigger(again, "theme.system")


def test_the_last_folder_and_the_recent_files_are_remembered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(qtbot, tmp_path / "window.ini")
    path = tmp_path / "cases" / "a.hspcase"
    path.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    trigger(window, "open_sample")
    trigger(window, "save_as")
    settings = Settings(tmp_path / "window.ini")
    assert (settings.folder, settings.recent) == (str(path.parent), [str(path)])


@pytest.mark.parametrize("garbage", ["", "[General]\nrecent=@Invalid()\nlanguage=xx\ntheme=mauve", "\x00\x01"])
def test_damaged_settings_do_not_keep_the_window_from_opening(qtbot: QtBot, tmp_path: Path, garbage: str) -> None:
    path = tmp_path / "window.ini"
    path.write_text(garbage)
    settings = Settings(path)
    assert settings.recent == []
    window = open_window(qtbot, path, settings.language if settings.language in {"ja", "en"} else "ja")
    assert window.theme.name in {"light", "dark"}


def test_the_form_is_printed_page_by_page(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window(qtbot, tmp_path / "window.ini")
    trigger(window, "open_sample")
    file = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFileName(str(file))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    trigger(window, "print")
    reader = PdfReader(file)
    assert len(reader.pages) == 2
    box = reader.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)


def test_a_print_that_is_cancelled_prints_nothing(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(qtbot, tmp_path / "window.ini")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    assert printing.print_pages([b"<svg/>"], window) is False


def test_the_form_is_copied_as_a_picture(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path / "window.ini")
    trigger(window, "open_sample")
    trigger(window, "copy_form")
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1654
    assert image.height() == pytest.approx(2 * 2339, abs=4)


@pytest.mark.usefixtures("qapp")
def test_pages_fill_the_paper(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    page = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="14"><rect width="10" height="14"/></svg>'
    printing.paint_pages([page, page, page], printer)
    assert len(PdfReader(tmp_path / "a.pdf").pages) == 3
    assert QByteArray(page).size() == len(page)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_the_settings_and_their_folder_are_for_their_owner_alone(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "config" / "hsp-calc"
    folder.mkdir(mode=0o755, parents=True)
    (folder / "window.ini").write_text("")
    (folder / "window.ini").chmod(0o644)
    monkeypatch.setattr("hsp_calc.gui.shell.settings.config_folder", lambda: folder)
    settings = Settings()
    window = make_window(settings, language="ja", today=TODAY)
    qtbot.addWidget(window)
    settings.add_recent(tmp_path / "山田.hspcase")
    window.close()
    settings._store.sync()
    assert Settings().recent == [str(tmp_path / "山田.hspcase")]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "window.ini").stat().st_mode) == 0o600


def test_recent_files_can_be_switched_off(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path / "window.ini")
    settings = window._settings
    settings.add_recent(tmp_path / "a.hspcase")
    menu = QMenu(window)
    window.files.fill_recent(menu)
    next(action for action in menu.actions() if action.objectName() == "remember_recent").trigger()
    settings.add_recent(tmp_path / "b.hspcase")
    assert (settings.recent, Settings(tmp_path / "window.ini").recent) == ([], [])
    assert "hspcase" not in (tmp_path / "window.ini").read_text()
    window.files.fill_recent(menu)
    next(action for action in menu.actions() if action.objectName() == "remember_recent").trigger()
    settings.add_recent(tmp_path / "c.hspcase")
    assert settings.recent == [str(tmp_path / "c.hspcase")]


def test_a_recent_file_that_does_not_begin_at_the_root_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\nrecent=a.hspcase, /somewhere/b.hspcase\n")
    assert Settings(tmp_path / "window.ini").recent == ["/somewhere/b.hspcase"]
