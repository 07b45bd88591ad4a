"""What there is to translate: the messages of the program, and the wordings of the data files."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from pathlib import Path
from typing import IO, Any

import yaml
from babel.messages.extract import extract, extract_python

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is missing from some builds

Found = tuple[str, str | tuple[str, ...], list[str]]
"""A place, a message or its two forms, and remarks for translators."""


_KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "words": None,
    "_words": None,
    "plural": (1, 2),
}
"""The calls that mark or translate, with the arguments that are messages where it is not the first."""


def program_messages(package: Path) -> Iterator[Found]:
    """The messages of the program, module by module, as Babel finds them."""
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        # Babel warns of every f-string in a call, which here are values of fields, and no messages.
        with path.open("rb") as file, redirect_stderr(StringIO()):
            found = sorted(extract(extract_code, file, keywords=_KEYWORDS), key=lambda message: message[0])
        for _line, message, comments, _context in found:
            yield place, message, comments


def extract_code(file: Any, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """The messages of a module, as an extraction method of Babel that sees two calls more than its own.

    These are calls within an f-string, which before Python 3.12 is one token, and ``self._words()("message")``.

    Args:
        file: the module, open for reading bytes.
        keywords: the calls that mark or translate.
        comment_tags: what a remark for translators begins with.
        options: those of Babel's method.
    """
    content = file.read().replace(b"words()(", b"words(")
    yield from extract_python(BytesIO(content), keywords, comment_tags, options)
    for node in ast.walk(ast.parse(content)):
        if isinstance(node, ast.FormattedValue):
            code = BytesIO(ast.unparse(node.value).encode())
            for _line, function, messages, comments in extract_python(code, keywords, comment_tags, options):
                yield node.lineno, function, messages, comments


def law_messages(resources: Path) -> Iterator[Found]:
    """The English wordings of the data files, each with the Japanese one that governs."""
    for path in sorted(resources.rglob("*.yaml")):
        place = f"resources/{path.relative_to(resources).as_posix()}"  # the folder has another name in a wheel
        with path.open("rb") as file:
            for _, _function, message, comments in extract_wordings(file, (), (), {}):
                yield place, message, comments


def extract_wordings(
    file: IO[bytes], keywords: Sequence[str], comment_tags: Sequence[str], options: dict[str, Any]
) -> Iterator[tuple[int, str, str, list[str]]]:
    """The ``ja`` and ``en`` pairs of a YAML file, as an extraction method of Babel.

    Args:
        file: the file, open for reading bytes.
        keywords: not used; the keys of the pairs are always the same.
        comment_tags: not used; the Japanese wording is the comment.
        options: not used.
    """
    del keywords, comment_tags, options
    root = yaml.compose(file, Loader=_LOADER)
    if root is not None:
        yield from _pairs(root)


def _pairs(node: yaml.Node) -> Iterator[tuple[int, str, str, list[str]]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _pairs(item)
    elif isinstance(node, yaml.MappingNode):
        values = {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}
        ja, en = values.get("ja"), values.get("en")
        if isinstance(ja, yaml.ScalarNode) and isinstance(en, yaml.ScalarNode):
            yield en.start_mark.line + 1, "", en.value.strip(), [ja.value.strip()]
        for value in values.values():
            yield from _pairs(value)
