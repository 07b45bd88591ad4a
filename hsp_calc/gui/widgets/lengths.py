"""Lines of a bounded length: what does not fit is told of where it is typed or pasted."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QToolTip

from hsp_calc.text import Translator


def limit_length(line: QLineEdit, most: int, words: Callable[[], Translator]) -> None:
    """Let a line take so many characters, and have it tell where more are typed or pasted.

    Args:
        line: the line.
        most: characters.
        words: the words of the moment.
    """
    line.setMaxLength(most)

    def tell() -> None:
        _ = words()
        text = _("At most {count} characters fit here; shorten the text, or put the rest into a note.", count=most)
        QToolTip.showText(line.mapToGlobal(line.rect().bottomLeft()), text, line)

    line.inputRejected.connect(tell)
