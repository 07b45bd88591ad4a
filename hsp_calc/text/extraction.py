"""What there is to translate: the messages of the program, and the wordings of the data files."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import yaml
from babel.messages.extract import extract_from_file

KEYWORDS: dict[str, Any] = {"_": None, "N_": None, "plural": (1, 2)}
"""The names under which messages stand in the program, as Babel takes them."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is missing from some builds

Found = tuple[str, str | tuple[str, ...], list[str]]
"""A place, a message or its two forms, and remarks for translators."""


def program_messages(package: Path) -> Iterator[Found]:
    """The messages of the program, module by module."""
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        found = set()
        for _, message, comments, _context in extract_from_file("python", path, KEYWORDS, ["Translators:"]):
            found.add(message)
            yield place, message, comments
        for message in _overlooked(ast.parse(path.read_bytes())):
            if message not in found:
                found.add(message)
                yield place, message, []


def _overlooked(module: ast.Module) -> Iterator[str]:
    """The messages that Babel does not see: within f-strings, and of words that are asked for on the spot."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=func, args=[ast.Constant(value=str(message)), *_rest]) if message and _speaks(func):
                yield message


def _speaks(func: ast.expr) -> bool:
    """Whether an expression is the words of a language: ``_``, ``self._words``, ``self._words()``."""
    match func:
        case ast.Name(id="_"):
            return True
        case ast.Attribute(attr="words" | "_words"):
            return True
        case ast.Call(func=ast.Attribute(attr="words" | "_words"), args=[]):
            return True
    return False


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
