"""Sheets for paper and for other programs: the point form, the papers for a client, the score as a workbook.

- ``form_pdf`` and ``form_pages`` print the point form of a category, ``form_set_pdf`` the forms of a route to permanent
  residence in one file;
- ``checklist_pdf`` and ``checklist_pages`` print the papers of an application;
- ``summary_pdf`` and ``summary_page`` print the summary; ``guide_papers`` has the pages of the status guide that can
  follow it, and ``guide_pdf``, which prints them by themselves;
- ``load_office`` and ``save_office`` keep the profile of an office, which all of them show;
- ``form_options`` and ``with_form_entries`` read and write what a case holds for the form alone;
- ``score_xlsx``, in ``workbook``, and ``folder_xlsx``, in ``paper_workbook``, write the score and the papers for Excel;
  they are imported by their own names, since nothing else needs what they need.
"""

from hsp_calc.sheet.checklist import checklist_data, checklist_pages, checklist_pdf
from hsp_calc.sheet.compiler import SheetError, UnprintableTextError, compile_form, unprintable
from hsp_calc.sheet.form import form_data
from hsp_calc.sheet.form_set import FormOfRoute, form_set_pdf, forms_of_route
from hsp_calc.sheet.logo import Logo, LogoError
from hsp_calc.sheet.office import Office, OfficeProfile, draw_logo, load_office, save_office
from hsp_calc.sheet.options import (
    FormEntries,
    FormOptions,
    RdEntry,
    RdFigures,
    UniversityEntry,
    UniversityRoute,
    form_entries,
    form_options,
    with_form_entries,
)
from hsp_calc.sheet.printing import form_pages, form_pdf
from hsp_calc.sheet.summary import summary_data, summary_page, summary_pdf
from hsp_calc.sheet.wording import FormWords, Moment, form_words

__all__ = [
    "FormEntries",
    "FormOfRoute",
    "FormOptions",
    "FormWords",
    "Logo",
    "LogoError",
    "Moment",
    "Office",
    "OfficeProfile",
    "RdEntry",
    "RdFigures",
    "SheetError",
    "UniversityEntry",
    "UniversityRoute",
    "UnprintableTextError",
    "checklist_data",
    "checklist_pages",
    "checklist_pdf",
    "compile_form",
    "draw_logo",
    "form_data",
    "form_entries",
    "form_options",
    "form_pages",
    "form_pdf",
    "form_set_pdf",
    "form_words",
    "forms_of_route",
    "load_office",
    "save_office",
    "summary_data",
    "summary_page",
    "summary_pdf",
    "unprintable",
    "with_form_entries",
]
