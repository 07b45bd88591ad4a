"""``FileQuestions``: where to save, and whether what is there may be replaced.

The dialogs of the systems ask about the file that has the name as it was typed. Where the name gets its ending only
then, this program asks about the file that is meant: nothing is replaced that nobody was asked about.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox, QPushButton

from hsp_calc.casefile import is_read_only
from hsp_calc.casefile.file_names import is_reserved, is_too_long, settled
from hsp_calc.gui.dialogs.problem_list import ProblemList
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.widgets.plain_text import Message
from hsp_calc.text import N_, Translator, seen

_ENDING = re.compile(r"\*(\.\w+)")


class Answer(Enum):
    """What the user wants done."""

    REPLACE = auto()
    ANOTHER_NAME = auto()
    RELOAD = auto()
    DIFFERENCES = auto()
    CANCEL = auto()


_BUTTONS = {
    Answer.REPLACE: ("replace", N_("&Replace"), QMessageBox.ButtonRole.DestructiveRole),
    Answer.RELOAD: ("reload", N_("Re&load"), QMessageBox.ButtonRole.ActionRole),
    Answer.DIFFERENCES: ("differences", N_("Show &differences"), QMessageBox.ButtonRole.ActionRole),
    Answer.ANOTHER_NAME: ("save_as", N_("Save &as…"), QMessageBox.ButtonRole.AcceptRole),
}


class FileQuestions:
    """Asks about files, and waits for the answers."""

    def __init__(self, window: QMainWindow, settings: Settings, words: Callable[[], Translator]) -> None:
        self._window = window
        self._settings = settings
        self._spoken = words

    @property
    def _words(self) -> Translator:
        return self._spoken()

    def where(self, title: str, suggestion: str, kinds: str) -> Path | None:
        """Ask for a file to write; the user has agreed to whatever it replaces.

        Args:
            title: of the question.
            suggestion: the name that is offered.
            kinds: the kinds of files to choose from, as Qt writes them; a name without an ending gets that of the kind.

        Returns:
            The file, from the root; None if the question was given up.
        """
        start = Path(self._settings.folder) / suggestion
        while True:
            name, kind = QFileDialog.getSaveFileName(self._window, title, str(start), kinds)
            if not name:
                return None
            typed = Path(name).absolute()
            path = settled(typed, [_endings(each) for each in kinds.split(";;")], _endings(kind))
            self._settings.folder = str(path.parent)
            match self._may_be_written(path, asked=path == typed):
                case Answer.REPLACE:
                    return path
                case Answer.ANOTHER_NAME:
                    start = path
                case _:
                    return None

    def _may_be_written(self, path: Path, *, asked: bool) -> Answer:
        """Whether a file may be written; ``asked`` is whether the dialog asked about this very file."""
        _, name = self._words, seen(path.name)
        if is_reserved(path):
            why = _("Windows does not allow this name, so others could not open the file.")
            return self._ask("file_name", _("“{name}” cannot be used as a file name.", name=name), why, ())
        if is_too_long(path):
            why = _("Choose a shorter name.")
            return self._ask("file_name", _("“{name}” cannot be used as a file name.", name=name), why, ())
        there = path.exists() or path.is_symlink()
        if path.is_dir() or not there or (asked and not is_read_only(path)):
            return Answer.REPLACE  # a folder is refused when it is written
        return self.may_replace(path)

    def may_replace(self, path: Path) -> Answer:
        """Ask whether a file that is there may be replaced."""
        _, name = self._words, seen(path.name)
        if is_read_only(path):
            what = _("“{name}” is read-only.", name=name)
            why = _("It is protected against changes. Replace it anyway, or save under another name?")
        else:
            what, why = _("“{name}” already exists.", name=name), _changed_on(path, _)
        return self._ask("replace_file", what, why, (Answer.REPLACE,))

    def changed_elsewhere(self, name: str, lines: Callable[[], Sequence[str]]) -> Answer:
        """Ask what to do about a file that was changed since it was opened here.

        Args:
            name: of the file.
            lines: tells the differences, a line each.
        """
        _ = self._words
        what = _("“{name}” has been saved elsewhere since it was opened here.", name=seen(name))
        why = _(
            "Save under another name to keep both, reload what was saved there (Undo brings yours back), "
            "or replace it with yours."
        )
        answers = (Answer.REPLACE, Answer.RELOAD, Answer.DIFFERENCES)
        while (answer := self._ask("changed_elsewhere", what, why, answers)) is Answer.DIFFERENCES:
            found = list(lines()) or [_("The contents are the same.")]
            heading = _("There → here, place by place:")
            ProblemList(heading, found, self._window, _).exec()
        return answer

    def _ask(self, name: str, what: str, why: str, answers: Sequence[Answer]) -> Answer:
        """Put a question; another name and giving up can always be chosen."""
        _ = self._words
        box = Message(self._window)
        box.setObjectName(name)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("HSP Calc")
        box.setText(what)
        box.setInformativeText(why)
        buttons: dict[Answer, QPushButton] = {}
        for answer in (*answers, Answer.ANOTHER_NAME):
            object_name, label, role = _BUTTONS[answer]
            buttons[answer] = box.addButton(_(label), role)
            buttons[answer].setObjectName(object_name)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(buttons[Answer.ANOTHER_NAME])
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return next((answer for answer, button in buttons.items() if button is clicked), Answer.CANCEL)


def _endings(kind: str) -> list[str]:
    """The endings of a kind of files, as Qt writes it: ``CSV files (*.csv)``."""
    return [ending.lower() for ending in _ENDING.findall(kind)]


def _changed_on(path: Path, _: Translator) -> str:
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, OverflowError, ValueError):
        return _("Replace it?")
    return _("It was last changed on {day} at {time}. Replace it?", day=changed.date(), time=f"{changed:%H:%M}")
