"""Fonts: the system's own where it has Japanese, else the font of the form beside it."""

from contextlib import closing
from functools import cache
from pathlib import Path
from struct import pack_into, unpack_from
from typing import cast

from PySide6.QtCore import QByteArray, QFile, QIODevice
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from hsp_calc.locations import resources
from hsp_calc.text import Language

_FORM_FONT = "BIZ UDPGothic"
_LINE_GAP = 0.25  # of the size of the type
_USE_TYPO_METRICS = 1 << 7


def bring(application: QApplication) -> None:
    """Load the font of the form where the system's own has no Japanese."""
    if not _speaks_japanese(_own_family(application)):
        for file in sorted((resources() / "sheet" / "fonts").glob("BIZUDPGothic-*.ttf")):
            QFontDatabase.addApplicationFontFromData(_spaced(_content(file)))


def speak(language: str, application: QApplication) -> None:
    """Put the font first that is best for a language."""
    own = _own_family(application)
    if _speaks_japanese(own):
        return
    font = application.font()
    families = [_FORM_FONT, own] if language == Language.JA else [own, _FORM_FONT]
    if font.families() != families:
        font.setFamilies(families)
        application.setFont(font)
        application.setStyleSheet(application.styleSheet())  # what it has styled keeps the old font otherwise


def _content(file: Path) -> QByteArray:
    reader = QFile(file)
    if not reader.open(QIODevice.OpenModeFlag.ReadOnly):
        raise OSError(reader.errorString())
    with closing(reader):
        return reader.readAll()


def _spaced(font: QByteArray) -> QByteArray:
    """A TrueType font with room between its lines: that of the form has none, and lines of Japanese stick together.

    It is changed where it stands, since a copy of it takes longer than all else here. The places are those of the
    OpenType specification: the tables ``OS/2`` and ``head``.
    """
    data = memoryview(cast("bytearray", font))
    (tables,) = unpack_from(">H", data, 4)
    records = (unpack_from(">4sLLL", data, 12 + 16 * index) for index in range(tables))
    place = {tag: offset for tag, _checksum, offset, _length in records}
    (units_per_em,) = unpack_from(">H", data, place[b"head"] + 18)
    (selection,) = unpack_from(">H", data, place[b"OS/2"] + 62)
    pack_into(">H", data, place[b"OS/2"] + 62, selection | _USE_TYPO_METRICS)
    pack_into(">h", data, place[b"OS/2"] + 72, round(units_per_em * _LINE_GAP))  # sTypoLineGap
    return font


def _own_family(application: QApplication) -> str:
    """The font that the system gives the program; its name may be one that stands for another."""
    named = next(family for family in application.font().families() if family != _FORM_FONT)
    return QFontInfo(QFont(named)).family()


@cache
def _speaks_japanese(family: str) -> bool:
    return QFontDatabase.WritingSystem.Japanese in QFontDatabase.writingSystems(family)
