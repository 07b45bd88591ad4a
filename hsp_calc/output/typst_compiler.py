"""Turns the Typst templates into PDF, PNG or SVG, always in the same way.

Data go in as JSON and never as markup, fonts come only from the program's own folder and the compiler itself,
and the same input gives the same bytes.

The JSON is a quoted string in the few words that call the template, not one of the compiler's ``sys.inputs``: whenever
those change, the compiler forgets all that it laid out before, and a preview takes three times as long.
"""

import datetime as dt
import json
import re
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import typst

from hsp_calc.locations import resources
from hsp_calc.text import ExplainedError, Translator

Output = Literal["pdf", "png", "svg"]

# For the archive and for screen readers at once: PDF/A-2a with tags, and PDF/UA-1.
_STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
# How Typst reports a character that no font carries; nothing but its message tells.
_NO_GLYPH = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{(?P<hex>[0-9a-fA-F]+)\}")
# A compiler keeps state between calls, so one compilation runs at a time.
_lock = threading.Lock()


class OutputError(RuntimeError):
    """A sheet could not be made. The message is the compiler's and meant for a log."""


class UnprintableTextError(OutputError, ExplainedError):
    """A text holds a character that no bundled font can print, in a format that must not leave it out."""

    def __init__(self, text: str) -> None:
        super().__init__(f"no bundled font prints {text!r}")
        self.text = text
        """What cannot be printed, as the user typed it: at least one character."""

    def describe(self, _: Translator) -> str:
        """What cannot be printed."""
        return _("These characters cannot be printed: {text}", text=self.text)


def compile_form(
    template: str,
    data: Mapping[str, object],
    *,
    output: Output = "pdf",
    ppi: float = 144,
    created: dt.date,
) -> list[bytes]:
    """Print data with a template of the folder ``sheet`` among the resources.

    Args:
        template: the name of the template without its ending, such as ``form``.
        data: what the template prints; anything JSON can carry.
        output: ``pdf`` gives one item, a PDF/A-2a and PDF/UA-1 file; ``png`` and ``svg`` one item a page.
        ppi: pixels an inch of a PNG.
        created: the day the file bears; the same day and data give the same bytes.

    Raises:
        UnprintableTextError: a PDF was asked for and no bundled font has a character of the data.
        OutputError: the template is missing, or does not fit the data.
        ValueError: the data hold a number that is not finite.
        TypeError: the data hold something JSON cannot carry.
    """
    moment = dt.datetime.combine(created, dt.time(), dt.UTC)
    standards = _STANDARDS if output == "pdf" else []
    source = _source(template, data)
    with _lock:
        try:
            printed = _compiler(_folder()).compile(
                source, format=output, ppi=ppi, pdf_standards=standards, timestamp=moment
            )
        except typst.TypstError as error:
            raise _explained(error) from error
    if printed is None:
        raise OutputError("the compiler returned nothing")
    return printed if isinstance(printed, list) else [printed]


def unprintable(text: str) -> str:
    """The characters of a text that no bundled font can print, each once, in the order they stand in."""
    missing = ""
    while text:
        source = _source("glyphs", {"text": text})
        try:
            with _lock:
                _compiler(_folder()).compile(source, format="pdf", pdf_standards=["a-2b"])
        except typst.TypstError as error:
            problem = _explained(error)
            if not isinstance(problem, UnprintableTextError):
                raise problem from error
            missing += problem.text
            text = "".join(letter for letter in text if letter not in problem.text)
        else:
            break
    return missing


@cache
def _compiler(folder: Path) -> typst.Compiler:
    """The compiler of the templates in a folder. Kept, since what it read and laid out makes the next call quick."""
    return typst.Compiler(
        root=folder,
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[folder / "fonts"]),
        ignore_system_fonts=True,
    )


def _folder() -> Path:
    return resources() / "sheet"


def _source(template: str, data: Mapping[str, object]) -> bytes:
    """The words that call a template with data."""
    if not (_folder() / f"{template}.typ").is_file():
        raise OutputError(f"there is no template {template}")
    return f'#import "/{template}.typ": sheet\n#sheet(json(bytes({_quoted(_as_json(data))})))\n'.encode()


def _quoted(text: str) -> str:
    """A text without line breaks as a string of the template language, in which two signs alone have a meaning."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _as_json(data: Mapping[str, object]) -> str:
    # Half a surrogate pair, which a damaged file can hold, is no text: it prints as a question mark.
    return json.dumps(data, ensure_ascii=False, allow_nan=False).encode(errors="replace").decode()


def _explained(error: typst.TypstError) -> OutputError:
    found = _NO_GLYPH.search(error.message)
    if found is None:
        return OutputError("\n".join([error.message, *error.hints, *error.trace]))
    return UnprintableTextError(_ESCAPE.sub(lambda match: chr(int(match["hex"], 16)), found["text"]))
