"""Sheets for paper and for other programs: the point form, the papers for a client, the score as a workbook.

- ``form_pdf`` and ``form_pages`` print the point form of a category, ``form_set_pdf`` the forms of a route to permanent
  residence in one file;
- ``checklist_pdf`` and ``checklist_pages`` print the papers of an application;
- ``summary_pdf`` and ``summary_page`` print the summary; ``guide_papers`` has the pages of the status guide that can
  follow it, and ``guide_pdf``, which prints them by themselves;
- ``load_office`` and ``save_office`` keep the profile of an office, which all of them show;
- ``form_options`` is what a case holds for the form beside its score;
- ``score_xlsx``, in ``workbook``, and ``folder_xlsx``, in ``paper_workbook``, write the score and the papers for Excel;
  they are imported by their own names, since nothing else needs what they need.
"""

from hsp_calc.output.checklist_pdf import checklist_data, checklist_pages, checklist_pdf
from hsp_calc.output.form import form_data
from hsp_calc.output.form_entries import FormOptions, RdFigures, UniversityRoute, form_options
from hsp_calc.output.form_labels import FormWords, Moment, form_words
from hsp_calc.output.form_pdf import form_pages, form_pdf
from hsp_calc.output.form_set import FormOfRoute, form_set_pdf, forms_of_route
from hsp_calc.output.logo import Logo, LogoError
from hsp_calc.output.office import Office, OfficeProfile, draw_logo, load_office, save_office
from hsp_calc.output.summary_pdf import summary_data, summary_page, summary_pdf
from hsp_calc.output.typst_compiler import OutputError, UnprintableTextError, compile_form, unprintable

__all__ = [
    "FormOfRoute",
    "FormOptions",
    "FormWords",
    "Logo",
    "LogoError",
    "Moment",
    "Office",
    "OfficeProfile",
    "OutputError",
    "RdFigures",
    "UniversityRoute",
    "UnprintableTextError",
    "checklist_data",
    "checklist_pages",
    "checklist_pdf",
    "compile_form",
    "draw_logo",
    "form_data",
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
]
