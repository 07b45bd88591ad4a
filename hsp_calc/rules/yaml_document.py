"""``YamlDocument``: a YAML file, read strictly, that knows the line of each of its values."""

import re
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from hsp_calc import limits
from hsp_calc.control_characters import LINES, unseen
from hsp_calc.validation import InputError, Problem, problems_of
from hsp_calc.validation import Path as Place

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is missing from some builds
_Model = TypeVar("_Model", bound=BaseModel)


class YamlDocument:
    """A YAML file that knows the line of each of its values."""

    def __init__(self, content: bytes | str, *, source: str) -> None:
        """Parse it.

        Raises:
            InputError: it is larger than any data file, not YAML, repeats a key, or says something that is no plain
                value.
        """
        self.source = source
        self._lines: dict[Place, int] = {}
        self._problems: list[Problem] = []
        self._collections: set[yaml.Node] = set()
        if len(content) > limits.RULE_FILE_BYTES:
            megabytes = limits.RULE_FILE_BYTES // 1024**2
            raise InputError([Problem("rule_file_too_large", params={"megabytes": megabytes})], source=source)
        try:
            text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
            _refuse_depth(text, source)
            node = yaml.compose(text, Loader=_Loader)
            self.data = None if node is None else self._value(node, ())
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
            raise InputError([Problem("not_yaml", params={"column": column}, line=line)], source=source) from None
        except UnicodeDecodeError as error:
            raise InputError([Problem("not_utf8", params={"offset": error.start})], source=source) from None
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, text.find(chr(error.character))) + 1
            problem = Problem("unprintable", params={"value": chr(error.character)}, line=line)
            raise InputError([problem], source=source) from None
        if self._problems:
            raise InputError(self._problems, source=source)

    def read(self, model: type[_Model]) -> _Model:
        """The document as a model.

        Raises:
            InputError: with every problem and its line.
        """
        try:
            return model.model_validate(self.data)
        except ValidationError as error:
            self.refuse_if(problems_of(error, model))
            raise AssertionError("a refusal has problems") from error

    def refuse_if(self, problems: list[Problem]) -> None:
        """Refuse the document where there are problems, each with its line.

        Raises:
            InputError: there is at least one.
        """
        if problems:
            raise InputError(
                [Problem(p.code, p.path, p.params, self._line(p.path)) for p in problems], source=self.source
            )

    def _line(self, path: Place) -> int | None:
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path)

    def _value(self, node: yaml.Node, path: Place) -> object:
        if not isinstance(node, yaml.ScalarNode):
            if node in self._collections:
                self._problems.append(Problem("yaml_alias", path, line=node.start_mark.line + 1))
                return None
            self._collections.add(node)
        self._lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        if not isinstance(node, yaml.ScalarNode):
            return None
        if any(unseen(node.value, keep=LINES)):
            self._problems.append(Problem("unprintable", path, {"value": node.value}, node.start_mark.line + 1))
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Place) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode) or not key_node.tag.endswith(":str"):
                name = str(key_node.value)
                params = {"name": name, "nearest": None, "known": ()}
                self._problems.append(Problem("unknown_field", (*path, name), params, line))
                continue
            key = key_node.value
            if key in found:
                self._problems.append(Problem("duplicate_key", (*path, key), {"name": key}, line))
            self._lines[*path, key] = line
            found[key] = self._value(value_node, (*path, key))
        return found


_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "": None, "~": None}
_WHOLE_NUMBER = re.compile("-?(?:0|[1-9][0-9]{0,17})")
_REAL_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_DEEPEST = 64


class Unread:
    """A value in a notation that could be misread; no model takes it."""

    def __init__(self, written: str) -> None:
        self._written = written

    def __str__(self) -> str:
        return self._written


def _scalar(node: yaml.ScalarNode) -> object:
    """A value in the one notation that cannot be misread; YAML would also take ``yes``, ``012`` and ``1:30``."""
    kind, written = node.tag.rpartition(":")[2], node.value
    if kind in {"bool", "null"} and written in _WORDS:
        return _WORDS[written]
    if kind == "int" and _WHOLE_NUMBER.fullmatch(written):
        return int(written)
    if kind == "float" and _REAL_NUMBER.fullmatch(written):
        return float(written)
    return Unread(written) if kind in {"bool", "null", "int", "float"} else written


def _refuse_depth(text: str, source: str | None) -> None:
    """Refuse what is nested so deep that composing it would end the program.

    Raises:
        InputError: it is.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise InputError([Problem("too_deep")], source=source)
