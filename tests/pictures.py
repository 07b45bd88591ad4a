"""The pictures of the documentation: ``python -m tests.pictures`` takes them anew and writes them to ``docs/pictures``.

They are taken as those of ``tests.screenshots``, and kept in few colours, so that they stay small.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageWriter

from hsp_calc.facts import Category
from hsp_calc.text import Language
from tests import screenshot_cases as cases
from tests import screenshots
from tests.screenshots import PANELS, State, take_all

FOLDER = Path("docs/pictures")
MOST_COLOURS = 256
CLOSE = 10  # of 256 steps of red, green and blue


def states() -> Iterator[State]:
    """What the pages show, in each language."""
    for language in Language:
        yield State(f"window-{language}", language, "light", Category.TECHNICAL, PANELS.index("why"))
        yield State(f"timeline-{language}", language, "dark", Category.TECHNICAL, PANELS.index("timeline"))
        yield State(f"advice-{language}", language, "light", Category.ACADEMIC, PANELS.index("advice"))
        name, panel = f"documents-{language}", PANELS.index("documents")
        look = (language, "light", Category.TECHNICAL, panel)
        yield State(name, *look, size=(1280, 960), prepare=cases.papers_that_grow_old)
        yield State(f"form-{language}", language, "light", Category.TECHNICAL, PANELS.index("form"))
        look = (language, "light", Category.TECHNICAL, 0)
        yield State(f"desk-{language}", *look, dialog="reference_desk", page="desk.qualifications")
        answered = cases.guide_answered
        yield State(f"guide-{language}", *look, dialog="status_guide", page="guide.underlying", prepare=answered)
        yield State(f"hours-{language}", *look, prepare=cases.hours_calendar)
        yield State(f"data-{language}", *look, dialog="data")


def main() -> int:
    """Take the pictures and write them."""
    take_all(states())
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for state in states():
        writer = QImageWriter(str(FOLDER / f"{state.name}.png"))
        writer.setCompression(100)
        if not writer.write(in_few_colours(QImage(str(screenshots.FOLDER / f"{state.name}.png")))):
            raise OSError(f"{state.name}: {writer.errorString()}")
    written = [path.stat().st_size for path in FOLDER.glob("*.png")]
    sys.stdout.write(f"{len(written)} pictures in {FOLDER}, {sum(written) // 1024} KB\n")
    return 0


def in_few_colours(picture: QImage) -> QImage:
    """The picture in few colours, which are enough for what is text and lines.

    They are those that it has most of; one that is close to another is left out, so that a colour of a few words stays.
    """
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(picture.constBits()).cast("B").cast("I")
    colours: list[int] = []
    for colour, _count in Counter(pixels).most_common():
        if len(colours) < MOST_COLOURS and not any(close(colour, other) for other in colours):
            colours.append(colour)
    return picture.convertToFormat(QImage.Format.Format_Indexed8, colours, Qt.ImageConversionFlag.ThresholdDither)


def close(one: int, other: int) -> bool:
    """Whether nobody tells two colours apart."""
    return all(abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) < CLOSE for shift in (0, 8, 16))


if __name__ == "__main__":
    sys.exit(main())
