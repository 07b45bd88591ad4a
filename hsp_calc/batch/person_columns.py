"""The persons of a file or an Arrow table as the columns that the query of a rule table reads.

What is written in the usual way is read in SQL. A row with anything else is read a second time in Python, by the reader
of lists and the model of the facts, which understand it or say what is wrong with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hsp_calc.batch.table_query import person_columns
from hsp_calc.casefile.exchange.cells import read_cell
from hsp_calc.casefile.exchange.columns import COLUMNS, NOTHING
from hsp_calc.casefile.exchange.headings import Heading
from hsp_calc.facts import VOCABULARY, Category, FactKind, Facts
from hsp_calc.facts.facts import MAXIMUM_AGE
from hsp_calc.parsing import NotUnderstoodError
from hsp_calc.validation import InputError, Problem, nearest

EXPERIENCE, BIRTH, AGE = "experience_years", "date_of_birth", "age"
FACT_COLUMNS = (*Facts.model_fields, *(f"{EXPERIENCE}.{category.value}" for category in Category))
"""The columns of an input that are facts."""
UNUSUAL = "unusual"
"""The column that holds the facts of a row as JSON where SQL cannot read all of them."""

_INTEGERS = frozenset({"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"})
_FLOATS = frozenset({"FLOAT", "DOUBLE"})
_JSON_NUMBERS = ("UBIGINT", "BIGINT", "DOUBLE")
_LARGEST = 10**15


def quoted(name: str) -> str:
    """A name as an identifier of SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class _Read:
    """How columns of the query are read from a column of the input.

    Attributes:
        values: their values in SQL; NULL where nothing is entered, or something unusual.
        usual: whether nothing is entered, or the values are read.
    """

    values: Mapping[str, str]
    usual: str


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the input.

    Attributes:
        sql: the column, or what stands for it.
        kind: its type in DuckDB.
    """

    sql: str
    kind: str

    @property
    def entered(self) -> str:
        """What is entered; NULL where nothing is."""
        match self.kind:
            case "VARCHAR":
                return f"NULLIF({self.sql}, '')"
            case "JSON":
                return f"CASE WHEN json_type({self.sql}) <> 'NULL' THEN {self.sql} END"
            case "FLOAT" | "DOUBLE":
                return f"CASE WHEN NOT isnan({self.sql}) THEN {self.sql} END"
            case _:
                return self.sql

    def text(self, *json_types: str) -> str | None:
        """What is entered as text, where it is a text or one of some types of JSON; None for columns of other types."""
        match self.kind:
            case "VARCHAR":
                return self.entered
            case "JSON":
                return f"CASE WHEN json_type({self.sql}) IN ({_words(json_types)}) THEN {self.sql}->>'$' END"
            case _:
                return None

    def read(self, name: str, value: str | None) -> _Read:
        """One column of the query with its value; None where nothing of this type can be read."""
        if value is None:
            return _Read({name: "NULL"}, f"{self.entered} IS NULL")
        return _Read({name: value}, f"({self.entered} IS NULL OR ({value}) IS NOT NULL)")


def person_items(types: Mapping[str, str], on: date) -> list[str]:
    """Select items for the columns of the query and for ``UNUSUAL``, over an input.

    Args:
        types: the columns of the input with their types in DuckDB.
        on: the day of the score, on which nobody is unborn or older than anyone.
    """
    columns = {name: _Column(quoted(name), types[name]) for name in FACT_COLUMNS if name in types}
    readings = [_reading(name, column, on) for name, column in columns.items()]
    values = {name: value for reading in readings for name, value in reading.values.items()}
    items = [f"({values.get(name, 'NULL')})::{kind} AS {quoted(name)}" for name, kind in person_columns().items()]
    usual = [reading.usual for reading in readings]
    apart = [column.entered for name, column in columns.items() if name.startswith(f"{EXPERIENCE}.")]
    if {AGE, BIRTH} <= columns.keys():
        usual.append(f"({columns[AGE].entered} IS NULL OR {columns[BIRTH].entered} IS NULL)")
    if EXPERIENCE in columns and apart:
        usual.append(f"{columns[EXPERIENCE].entered} IS NULL")
    if not columns:
        return [*items, f"NULL::VARCHAR AS {UNUSUAL}"]
    packed = ", ".join(f"{literal(name)}: {column.sql}" for name, column in columns.items())
    return [*items, f"CASE WHEN NOT ({' AND '.join(usual)}) THEN to_json({{{packed}}})::VARCHAR END AS {UNUSUAL}"]


def _reading(name: str, column: _Column, on: date) -> _Read:
    if name == BIRTH:
        return column.read(name, _birth(column, on))
    if name == EXPERIENCE:
        return _experience(column)
    if name.startswith(f"{EXPERIENCE}."):
        return column.read(name.replace(".", "_"), _number(column, whole=False, most=_LARGEST))
    term = VOCABULARY[name]
    match term.kind:
        case FactKind.FLAG:
            return column.read(name, _flag(column))
        case FactKind.CHOICE:
            text = column.text("VARCHAR")
            return column.read(name, text and f"CASE WHEN {text} IN ({_words(term.values)}) THEN {text} END")
        case FactKind.CHOICES:
            return _choices(name, column)
        case _:
            return column.read(name, _number(column, whole=True, most=MAXIMUM_AGE if name == AGE else _LARGEST))


def _flag(column: _Column) -> str | None:
    if column.kind == "BOOLEAN":
        return column.sql
    text = column.text("BOOLEAN")
    yes, no = ("'true', 'TRUE', 'True'", "'false', 'FALSE', 'False'")
    return text and f"CASE WHEN {text} IN ({yes}) THEN TRUE WHEN {text} IN ({no}) THEN FALSE END"


def _number(column: _Column, *, whole: bool, most: int) -> str | None:
    if column.kind in _INTEGERS:
        return f"CASE WHEN {column.sql} BETWEEN 0 AND {most} THEN {column.sql} END"
    if column.kind in _FLOATS or column.kind.startswith("DECIMAL"):
        number = f"({column.sql})::DOUBLE"
        is_whole = f" AND {number} = floor({number})" if whole else ""
        return f"CASE WHEN {number} BETWEEN 0 AND {most}{is_whole} THEN {number} END"
    text = column.text(*_JSON_NUMBERS)
    if text is None:
        return None
    digits = literal("0123456789" if whole else "0123456789.")  # what a cast takes beside these is left to the reader
    number = f"TRY_CAST({text} AS {'BIGINT' if whole else 'DOUBLE'})"
    return f"CASE WHEN LTRIM({text}, {digits}) = '' AND {number} <= {most} THEN {number} END"


def _birth(column: _Column, on: date) -> str | None:
    day = column.sql if column.kind == "DATE" else None
    if text := column.text("VARCHAR"):
        shape = literal("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        day = f"CASE WHEN regexp_matches({text}, {shape}) THEN TRY_CAST({text} AS DATE) END"
    oldest = f"DATE '{max(on.year - MAXIMUM_AGE, 1):04}-12-31'"
    return day and f"CASE WHEN {day} BETWEEN {oldest} AND DATE '{on.isoformat()}' THEN {day} END"


def _experience(column: _Column) -> _Read:
    if column.kind != "JSON":
        number = _number(column, whole=False, most=_LARGEST)
        values = {f"{EXPERIENCE}_{category.value}": number or "NULL" for category in Category}
        return _Read(values, column.read(EXPERIENCE, number).usual)
    is_object = f"json_type({column.sql}) = 'OBJECT'"
    others = f"list_filter(json_keys({column.sql}), lambda k: k NOT IN ({_words(c.value for c in Category)}))"
    tests = [f"(NOT COALESCE({is_object}, FALSE) OR len({others}) = 0)"]
    values = {}
    for category in Category:
        part = f"CASE WHEN {is_object} THEN {column.sql}->'$.{category.value}' ELSE {column.sql} END"
        reading = _Column(part, "JSON")
        number = _number(reading, whole=False, most=_LARGEST)
        values[f"{EXPERIENCE}_{category.value}"] = number or "NULL"
        tests.append(reading.read(EXPERIENCE, number).usual)
    return _Read(values, f"({' AND '.join(tests)})")


def _choices(name: str, column: _Column) -> _Read:
    values = VOCABULARY[name].values
    names = {value: f"{name}_{value}" for value in values}
    unknown = f"lambda w: w IS NULL OR w NOT IN ({_words(values)})"
    match column.kind:
        case "VARCHAR":
            one = f"({'|'.join(values)})"
            shape = literal(f"^({NOTHING}|{one}( *; *{one})*)$")
            test = f"regexp_matches({column.entered}, {shape})"
            held = f"string_split(REPLACE({column.entered}, ' ', ''), ';')"
        case "JSON":
            held = f"CASE WHEN json_type({column.sql}) = 'ARRAY' THEN from_json({column.sql}, '[\"VARCHAR\"]') END"
            test = f"COALESCE(len(list_filter({held}, {unknown})) = 0, FALSE)"
        case "VARCHAR[]":
            held = column.sql
            test = f"len(list_filter({held}, {unknown})) = 0"
        case _:
            return _Read(dict.fromkeys(names.values(), "NULL"), f"{column.entered} IS NULL")
    read = {names[value]: f"list_contains({held}, '{value}')" for value in values}
    return _Read(read, f"({column.entered} IS NULL OR {test})")


def _words(values: Iterable[str]) -> str:
    return ", ".join(literal(value) for value in values)


def read_unusual(raw: Mapping[str, Any], on: date, *, of_text: bool) -> dict[str, Any]:
    """The columns of the query for a row that SQL cannot read.

    Args:
        raw: what stands in the columns of facts.
        on: the day of the score.
        of_text: whether the cells are texts, as in CSV, which the reader of lists reads.

    Raises:
        InputError: with every problem of the row.
    """
    cells, problems = dict(raw), list[Problem]()
    if of_text:
        for name, content in raw.items():
            try:
                cells[name] = read_cell(content, Heading(COLUMNS[name], name), _no_day)
            except NotUnderstoodError as error:
                cells[name] = None
                problems.append(Problem("not_understood", (name,), {"value": error.typed, "error": error}))
    entered: dict[str, Any] = {name: value for name, value in cells.items() if value is not None}
    apart = {name.partition(".")[2]: entered.pop(name) for name in tuple(entered) if name.startswith(f"{EXPERIENCE}.")}
    if apart and EXPERIENCE in entered:
        problems.append(Problem("experience_given_twice", (EXPERIENCE,)))
    elif apart:
        entered[EXPERIENCE] = apart
    try:
        facts = Facts.read(entered)
        facts.age_on(on)
    except InputError as error:
        raise InputError([*problems, *error.problems]) from error
    if problems:
        raise InputError(problems)
    row = columns_of(facts)
    return row | {BIRTH: facts.date_of_birth and facts.date_of_birth.isoformat()}


def _no_day(number: float) -> object:
    """What a bare number says of a day in CSV: nothing."""
    return number


def columns_of(facts: Facts) -> dict[str, Any]:
    """Facts as the columns of the query."""
    row: dict[str, Any] = {BIRTH: facts.date_of_birth}
    for name, term in VOCABULARY.items():
        value = getattr(facts, name)
        if term.kind is FactKind.CHOICES:
            row |= {f"{name}_{word}": None if value is None else word in value for word in term.values}
        elif name == EXPERIENCE:
            row |= {f"{name}_{category.value}": facts.experience_in(category) for category in Category}
        else:
            row[name] = value
    return row


def doubtful_names(names: Sequence[str]) -> dict[str, str]:
    """The columns that are no facts but nearly named like one that is missing, each with that fact."""
    near = {name: nearest(name, FACT_COLUMNS) for name in names if name not in FACT_COLUMNS}
    return {name: fact for name, fact in near.items() if fact is not None and fact not in names}
