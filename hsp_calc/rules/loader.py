"""Reading rule files: strictly, and with the line of everything that is wrong."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from hsp_calc.rules.consistency import inconsistencies
from hsp_calc.rules.data_files import content_of
from hsp_calc.rules.table_cache import read_compiled
from hsp_calc.rules.table_model import RuleTable
from hsp_calc.rules.table_registry import Tables
from hsp_calc.validation import InputError, Problem

if TYPE_CHECKING:
    from hsp_calc.rules.yaml_document import YamlDocument

_TABLE_FILES = "hsp-*.yaml"


def load_tables(folder: Path) -> Tables:
    """All rule tables of a folder; those that stand there in the quick form too are taken from it.

    Raises:
        InputError: a file is malformed, or two tables hold on the same day.
        OSError: a file cannot be read.
    """
    contents = table_files(folder)
    quick = read_compiled(folder, contents, lambda path: _table(_document(path, contents[path])))
    tables = tables_read({path: content for path, content in contents.items() if path not in quick}) | quick
    try:
        return Tables(tables[path] for path in contents)
    except InputError as error:
        problem = error.problems[0]
        path = next(path for path in reversed(contents) if tables[path].id == problem.path[0])
        _document(path, contents[path]).refuse_if([Problem(problem.code, problem.path[1:], problem.params)])
        raise


def table_files(folder: Path) -> dict[Path, bytes]:
    """The files of a folder that hold rule tables, with their contents.

    Raises:
        OSError: one cannot be read.
    """
    return {path: content_of(path) for path in sorted(folder.glob(_TABLE_FILES))}


def tables_read(contents: Mapping[Path, bytes]) -> dict[Path, RuleTable]:
    """The tables of files, each read itself.

    Raises:
        InputError: one is malformed.
    """
    return {path: _table(_document(path, content)) for path, content in contents.items()}


def _document(path: Path | str, content: bytes | str) -> "YamlDocument":
    from hsp_calc.rules.yaml_document import YamlDocument  # noqa: PLC0415  # YAML waits for a table that has no quick form

    return YamlDocument(content, source=os.fspath(path))


def load_table(path: Path) -> RuleTable:
    """One rule table.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    return _table(_document(path, content_of(path)))


def read_table(content: bytes | str, *, source: str) -> RuleTable:
    """A rule table from the content of its file.

    Args:
        content: YAML.
        source: the name under which problems are reported.

    Raises:
        InputError: with every problem of the content and its line.
    """
    return _table(_document(source, content))


def _table(document: "YamlDocument") -> RuleTable:
    table = document.read(RuleTable)
    document.refuse_if(list(inconsistencies(table)))
    return table
