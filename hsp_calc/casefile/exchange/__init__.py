"""Lists of persons as CSV and Excel: one person a row, the names of the fields as headings."""

from hsp_calc.casefile.exchange.columns import COLUMNS, Column, Entry
from hsp_calc.casefile.exchange.exporting import csv_list, csv_template, excel_list, excel_template
from hsp_calc.casefile.exchange.importing import Imported, import_persons

__all__ = [
    "COLUMNS",
    "Column",
    "Entry",
    "Imported",
    "csv_list",
    "csv_template",
    "excel_list",
    "excel_template",
    "import_persons",
]
