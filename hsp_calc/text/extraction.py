"""What there is to translate: the messages of the program, and the wordings of the data files."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is missing from some builds

Found = tuple[str, str | tuple[str, ...], list[str]]
"""A place, a message or its two forms, and remarks for translators."""


def program_messages(package: Path) -> Iterator[Found]:
    """The messages of the program, module by module.

    They are found in the syntax tree: what extracts by tokens, as Babel does, overlooks those within f-strings, and
    those of words that are asked for on the spot.
    """
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        calls = [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call)]
        for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
            if message := _message(call):
                yield place, message, []


def _message(call: ast.Call) -> str | tuple[str, str] | None:
    """The message of a call, or its two forms; None if it has none."""
    match call:
        case ast.Call(
            func=ast.Attribute(attr="plural"), args=[ast.Constant(value=str(one)), ast.Constant(value=str(more)), *_]
        ):
            return one, more
        case ast.Call(func=func, args=[ast.Constant(value=str(message)), *_]) if _speaks(func):
            return message
    return None


def _speaks(func: ast.expr) -> bool:
    """Whether an expression marks or translates: ``_``, ``N_``, ``self._words``, ``self._words()``."""
    match func:
        case ast.Name(id="_" | "N_") | ast.Attribute(attr="words" | "_words"):
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
