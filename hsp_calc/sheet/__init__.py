"""Sheets for paper: the point form of a category as an archive PDF, and as pictures for a preview."""

from hsp_calc.sheet.compiler import SheetError, UnprintableTextError, compile_form, unprintable
from hsp_calc.sheet.form import form_data
from hsp_calc.sheet.options import FormLanguage, FormOptions, RdFigures, UniversityRoute
from hsp_calc.sheet.printing import form_pages, form_pdf
from hsp_calc.sheet.wording import FormWords, Moment, form_words

__all__ = [
    "FormLanguage",
    "FormOptions",
    "FormWords",
    "Moment",
    "RdFigures",
    "SheetError",
    "UniversityRoute",
    "UnprintableTextError",
    "compile_form",
    "form_data",
    "form_pages",
    "form_pdf",
    "form_words",
    "unprintable",
]
