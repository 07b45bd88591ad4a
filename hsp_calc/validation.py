"""What is wrong with an input, as data: codes and parameters, whose words live in ``hsp_calc.text``."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

Path = tuple[str | int, ...]
_DATE_LENGTH = len("2026-11-22")
_LIKE = 0.65  # of 1; with less, words of a few common letters are taken for each other


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a place of an input may hold.

    Attributes:
        code: ``boolean``, ``integer``, ``number``, ``text``, ``date``, ``choice``, ``choices``, ``list``, ``object``
            or a code of the model's own (``x-allowed`` in its schema).
        minimum: the least number, if there is one.
        maximum: the greatest number, if there is one.
        values: the words that may stand there, if it is a choice.
    """

    code: str
    minimum: float | None = None
    maximum: float | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input.

    Attributes:
        code: what is wrong; each code has its words in ``hsp_calc.text``.
        path: the place, from the outside in: ``("history", 1, "facts", "age")``.
        params: what the words need: the value, what is allowed, the nearest name.
        line: the line of the file, counted from 1, where the format has lines.
    """

    code: str
    path: Path = ()
    params: Mapping[str, object] = field(default_factory=dict)
    line: int | None = None

    @property
    def place(self) -> str:
        """The path as one writes it: ``history[1].facts.age``."""
        return place(self.path)

    def within(self, *prefix: str | int) -> "Problem":
        """The same problem, seen from further outside."""
        return replace(self, path=(*prefix, *self.path))


class InputError(ValueError):
    """An input that is refused, with every problem it has.

    Attributes:
        problems: at least one, in the order of the input.
        source: the file's name, or None where the input was no file.
    """

    def __init__(self, problems: Iterable[Problem], *, source: str | None = None) -> None:
        self.problems = tuple(problems)
        self.source = source
        super().__init__("; ".join(f"{problem.place}: {problem.code}" for problem in self.problems))


def place(path: Path) -> str:
    """A path as one writes it: ``history[1].facts.age``."""
    written = ""
    for step in path:
        if isinstance(step, int):
            written += f"[{step}]"
        else:
            written += f".{step}" if written else step
    return written


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word most like a misspelt one, or None where none is like it."""
    import difflib  # noqa: PLC0415  # only for misspelt words

    return next(iter(difflib.get_close_matches(word.lower(), list(words), n=1, cutoff=_LIKE)), None)


def _iso_date(value: object) -> object:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and len(value) == _DATE_LENGTH:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            pass
        else:
            if day.isoformat() == value:  # fromisoformat takes weeks, and more, too
                return day
    raise PydanticCustomError("iso_date", "no date")


IsoDate = Annotated[date, BeforeValidator(_iso_date)]
"""A calendar day, written ``2026-11-22`` and in no other way."""


def at_most_characters(most: int) -> AfterValidator:
    """Let a text be so long; unlike pydantic's own bound, it takes half characters, which somebody may have typed."""

    def bounded(text: str) -> str:
        if len(text) > most:
            raise PydanticCustomError("text_too_long", "too long", {"max_length": most})
        return text

    return AfterValidator(bounded)


def problems_of(error: ValidationError, model: type[BaseModel]) -> list[Problem]:
    """The problems behind a refusal by pydantic, one a place, in the order found.

    Args:
        error: what pydantic raised.
        model: the model it raised it for; its schema says what is allowed.
    """
    schema = model.model_json_schema()
    found: dict[Path, Problem] = {}
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and _has_problems_inside(detail, details):
            continue  # pydantic counts the sound items alone
        problem = _problem(detail, schema)
        found.setdefault(problem.path, problem)
    return list(found.values())


def _has_problems_inside(detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    depth = len(detail["loc"])
    return any(len(other["loc"]) > depth and other["loc"][:depth] == detail["loc"] for other in details)


def _problem(detail: ErrorDetails, schema: dict[str, Any]) -> Problem:
    path, node = _walk(schema, detail["loc"])
    value = detail["input"]
    match detail["type"]:
        case "extra_forbidden":
            name = str(path[-1])
            known = tuple(_node(schema, _walk(schema, path[:-1])[1]).get("properties", ()))
            return Problem("unknown_field", path, {"name": name, "nearest": nearest(name, known), "known": known})
        case "missing":
            return Problem("missing_field", path, {"name": str(path[-1])})
        case "recursion_loop":
            return Problem("too_deep", path)
        case "string_too_long" | "text_too_long":
            return Problem("text_too_long", path, {"most": detail.get("ctx", {}).get("max_length")})
        case "too_long":
            return Problem("list_too_long", path, {"most": detail.get("ctx", {}).get("max_length")})
    if detail["type"] in _TYPE_ERRORS:
        allowed = _allowed(schema, node)
        near = nearest(value, allowed.values) if isinstance(value, str) else None
        if near is not None and allowed.code == "choices":
            near = f'["{near}"]'
        return Problem("not_allowed", path, {"value": value, "allowed": allowed, "nearest": near})
    return Problem(detail["type"], path, {"value": value, **detail.get("ctx", {})})


_TYPE_ERRORS = frozenset(
    {
        "bool_parsing",
        "bool_type",
        "date_from_datetime_parsing",
        "date_parsing",
        "date_type",
        "dict_type",
        "enum",
        "finite_number",
        "float_parsing",
        "float_type",
        "frozen_set_type",
        "greater_than",
        "greater_than_equal",
        "int_from_float",
        "int_parsing",
        "int_parsing_size",
        "int_type",
        "iso_date",
        "iterable_type",
        "less_than",
        "less_than_equal",
        "list_type",
        "literal_error",
        "mapping_type",
        "model_attributes_type",
        "model_type",
        "set_type",
        "string_pattern_mismatch",
        "string_too_short",
        "string_type",
        "string_unicode",
        "too_short",
        "tuple_type",
        "union_tag_invalid",
    }
)


def _walk(schema: dict[str, Any], loc: Sequence[str | int]) -> tuple[Path, dict[str, Any]]:
    """The part of a location that stands in the input itself, and the schema there."""
    path: list[str | int] = []
    node = _node(schema, schema)
    for step in loc:
        if step == "[key]" or "anyOf" in node:
            break  # what follows are pydantic's own words for a place, not the input's
        if isinstance(step, int):
            below = node.get("items", node.get("prefixItems", {}))
        elif step in node.get("properties", {}):
            below = node["properties"][step]
        elif isinstance(node.get("additionalProperties"), dict):
            below = node["additionalProperties"]
        elif "patternProperties" in node:
            below = next(iter(node["patternProperties"].values()))
        elif "properties" in node or "type" not in node:
            below = {}
        else:
            break
        path.append(step)
        node = _node(schema, below)
    return tuple(path), node


def _node(schema: dict[str, Any], node: object) -> dict[str, Any]:
    """A schema node without its references and without null."""
    if not isinstance(node, dict):
        return {}
    if "$ref" in node:
        name = str(node["$ref"]).rsplit("/", 1)[-1]
        return _node(schema, {**schema["$defs"][name], **{k: v for k, v in node.items() if k != "$ref"}})
    if "anyOf" in node:
        kept = [part for part in node["anyOf"] if part.get("type") != "null"]
        if len(kept) == 1:
            return _node(schema, {**kept[0], **{k: v for k, v in node.items() if k not in {"anyOf", "default"}}})
    return node


def _allowed(schema: dict[str, Any], node: dict[str, Any]) -> Allowed:
    if "x-allowed" in node:
        return Allowed(str(node["x-allowed"]))
    if "const" in node:
        return Allowed("choice", values=(str(node["const"]),))
    if "enum" in node:
        return Allowed("choice", values=tuple(str(value) for value in node["enum"]))
    match node.get("type"):
        case "array":
            items = _node(schema, node.get("items", {}))
            if "enum" in items:
                return Allowed("choices", values=tuple(str(value) for value in items["enum"]))
            return Allowed("list")
        case "string":
            return Allowed("date" if node.get("format") == "date" else "text")
        case "integer" | "number" as kind:
            return Allowed(kind, node.get("minimum"), node.get("maximum"))
        case "boolean" | "object" as kind:
            return Allowed(kind)
        case _:
            return Allowed("other")
