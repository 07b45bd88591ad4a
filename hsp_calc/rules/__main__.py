"""Compile the program's own rule tables and sources into their quick form: ``python -m hsp_calc.rules``."""

import sys
from pathlib import Path

from hsp_calc.locations import resources
from hsp_calc.rules import sources
from hsp_calc.rules.loader import table_files, tables_read
from hsp_calc.rules.table_cache import FILE, compiled


def compile_files(folder: Path) -> None:
    """Write the quick form of the rule tables and of the sources of a folder beside them.

    Raises:
        InputError: a file is malformed.
        OSError: a file cannot be read or written.
    """
    contents = table_files(folder)
    tables = tables_read(contents)
    text = compiled({path: (contents[path], tables[path]) for path in contents})
    (folder / FILE).write_text(text, encoding="utf-8")
    quick_sources = sources.compiled_sources((folder / sources.FILE).read_bytes())
    (folder / sources.COMPILED).write_text(quick_sources, encoding="utf-8")


def main() -> int:
    """Compile the files of the checkout."""
    compile_files(resources() / "rules")
    return 0


if __name__ == "__main__":
    sys.exit(main())
