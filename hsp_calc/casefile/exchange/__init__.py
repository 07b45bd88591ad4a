"""Lists of persons as CSV and Excel: one person a row under a row of headings."""

from hsp_calc.casefile.exchange.columns import COLUMNS, CellEntry, ListColumn
from hsp_calc.casefile.exchange.exporting import csv_list, csv_template, excel_list, excel_template
from hsp_calc.casefile.exchange.importing import How, Imported, ReadColumn, import_persons, is_list

__all__ = [
    "COLUMNS",
    "CellEntry",
    "How",
    "Imported",
    "ListColumn",
    "ReadColumn",
    "csv_list",
    "csv_template",
    "excel_list",
    "excel_template",
    "import_persons",
    "is_list",
]
