"""Makes the quick forms of the program's own rule tables and sources anew: ``python -m hsp_calc.rules``."""

import sys

from hsp_calc.locations import resources
from hsp_calc.rules import sources
from hsp_calc.rules.loader import table_files, tables_read
from hsp_calc.rules.table_cache import FILE, compiled


def main() -> int:
    """Read them and write them down in the quick forms."""
    folder = resources() / "rules"
    contents = table_files(folder)
    tables = tables_read(contents)
    text = compiled({path: (contents[path], tables[path]) for path in contents})
    (folder / FILE).write_text(text, encoding="utf-8")
    quick_sources = sources.compiled_sources((folder / sources.FILE).read_bytes())
    (folder / sources.COMPILED).write_text(quick_sources, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
