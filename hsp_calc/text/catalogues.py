"""Keeps the catalogues in step with the program: ``python -m hsp_calc.text.catalogues update|check``.

``update`` extracts the messages, carries the translations over and compiles them; ``check`` says what is left to do.
What it writes depends on nothing but the messages, so that it can be compared byte by byte.
"""

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import hsp_calc
from hsp_calc.locations import resources, translations
from hsp_calc.text.extraction import Found, law_messages, program_messages
from hsp_calc.text.translator import LAW, PROGRAM, Language, fields_of

_COMMANDS = ("update", "check")
_WIDTH = 110
_LEFT_OUT = frozenset(
    [
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    ]
)
_TEMPLATE_HEADING = "# Messages of HSP Calc. Written by python -m hsp_calc.text.catalogues update."
_SOURCE_LANGUAGE = Language.EN


class _StableCatalog(Catalog):
    """A catalogue whose header says nothing that changes by itself."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header without dates and versions."""
        return [(name, value) for name, value in self._get_mime_headers() if name not in _LEFT_OUT]

    @mime_headers.setter
    def mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        self._set_mime_headers(headers)


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the catalogues, as it should be."""

    path: Path
    content: bytes


def main(arguments: Sequence[str]) -> int:
    """Run the command that is named; 0 if all is well, 1 if there is something to do, 2 for a wrong command."""
    if list(arguments) not in [[command] for command in _COMMANDS]:
        sys.stderr.write(f"usage: python -m hsp_calc.text.catalogues {'|'.join(_COMMANDS)}\n")
        return 2
    folder = translations()
    if arguments[0] == "update":
        for file in wanted_files(folder):
            file.path.parent.mkdir(parents=True, exist_ok=True)
            file.path.write_bytes(file.content)
        problems = list(_left_to_translate(folder))
    else:
        problems = list(check(folder))
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return 1 if problems else 0


def check(folder: Path) -> Iterator[str]:
    """What is wrong with the catalogues of a folder, one sentence each."""
    yield from _left_to_translate(folder)
    for file in wanted_files(folder):
        if not file.path.exists() or file.path.read_bytes() != file.content:
            yield f"{file.path}: not up to date; run python -m hsp_calc.text.catalogues update"


def _left_to_translate(folder: Path) -> Iterator[str]:
    for language in Language:
        path = _po_path(folder, language)
        if path.exists():
            for message in _read(path, language):
                yield from (f"{path}: {said}" for said in _faults(message))


def wanted_files(folder: Path) -> Iterator[_File]:
    """Every file of the catalogues as it should be, with the translations that a folder has."""
    template = _catalogue(program_messages(Path(hsp_calc.__file__).parent), PROGRAM)
    yield _File(folder / f"{PROGRAM}.pot", _po_content(template))
    yield _File(folder / f"{LAW}.pot", _po_content(_catalogue(law_messages(resources()), LAW)))
    for language in Language:
        path = _po_path(folder, language)
        catalogue = _translated(template, _read(path, language) if path.exists() else Catalog(language), language)
        yield _File(path, _po_content(catalogue))
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        yield _File(path.with_suffix(".mo"), compiled.getvalue())


def _catalogue(messages: Iterable[Found], domain: str) -> Catalog:
    catalogue = _StableCatalog(domain=domain, project="HSP Calc", header_comment=_TEMPLATE_HEADING, fuzzy=False)
    for place, message, comments in messages:
        catalogue.add(message, locations=[(place, 0)], auto_comments=comments)
    return catalogue


def _translated(template: Catalog, old: Catalog, language: Language) -> Catalog:
    catalogue = _StableCatalog(
        locale=language, domain=PROGRAM, project="HSP Calc", header_comment=_TEMPLATE_HEADING, fuzzy=False
    )
    for message in template:
        if not message.id:
            continue
        known = old.get(message.id) if message.id in old else None
        string = message.id if language is _SOURCE_LANGUAGE else known.string if known else ""
        flags = known.flags if known and language is not _SOURCE_LANGUAGE else ()
        catalogue.add(message.id, string, locations=message.locations, flags=flags, auto_comments=message.auto_comments)
    return catalogue


def _faults(message: Message) -> Iterator[str]:
    if not message.id:
        return
    sources, strings = _forms(message.id), _forms(message.string)
    if not strings or not all(strings):
        yield f"no translation of {sources[0]!r}"
    elif any(fields_of(string) != fields_of(sources[-1]) or fields_of(string) is None for string in strings):
        yield f"the translation of {sources[0]!r} has other fields"
    if message.fuzzy:
        yield f"the translation of {sources[0]!r} is marked as fuzzy; check it and remove the mark"


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a message: one, or one a number."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def _read(path: Path, language: Language) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=PROGRAM, abort_invalid=True)


def _po_path(folder: Path, language: Language) -> Path:
    return folder / language / "LC_MESSAGES" / f"{PROGRAM}.po"


def _po_content(catalogue: Catalog) -> bytes:
    content = io.BytesIO()
    write_po(content, catalogue, width=_WIDTH, include_lineno=False)
    return content.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
