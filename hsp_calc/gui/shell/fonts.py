"""Fonts: the system's own where it has Japanese, else the font of the form beside it."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from hsp_calc.locations import resources
from hsp_calc.text import Language

_FORM_FONT = "BIZ UDPGothic"


def bring(application: QApplication) -> None:
    """Load the font of the form where the system's own has no Japanese."""
    if not _speaks_japanese(_own_family(application)):
        for file in sorted((resources() / "sheet" / "fonts").glob("BIZUDPGothic-*.ttf")):
            QFontDatabase.addApplicationFont(str(file))


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


def _own_family(application: QApplication) -> str:
    """The font that the system gives the program; its name may be one that stands for another."""
    named = next(family for family in application.font().families() if family != _FORM_FONT)
    return QFontInfo(QFont(named)).family()


@cache
def _speaks_japanese(family: str) -> bool:
    return QFontDatabase.WritingSystem.Japanese in QFontDatabase.writingSystems(family)
