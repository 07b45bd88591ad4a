"""The R&D figures of a case have one home, ``rd_year``; files of version 0.1.0 hold them at two places."""

from hsp_calc.casefile.case import Case
from hsp_calc.casefile.sections import FormEntries, ResearchYear, UnreadSection


def with_figures_in_one_place(case: Case) -> Case:
    """The case with the figures that its form holds in ``rd_year``.

    Where ``rd_year`` has figures of its own, they count: they are what the window shows to be changed, and those of the
    form were a copy of them. Other figures of the form stay where they are, unused, so that nothing entered is lost.
    """
    form, year = case.form, case.rd_year
    if not isinstance(form, FormEntries) or not form.rd.has_figures or isinstance(year, UnreadSection):
        return case
    kept = ResearchYear() if year is None else year
    figures = {"expenses_yen": form.rd.expenses_yen, "sales_yen": form.rd.sales_yen}
    if kept.expenses_yen is None and kept.sales_yen is None:
        kept = kept.model_copy(update=figures)
    elif (kept.expenses_yen, kept.sales_yen) != tuple(figures.values()):
        return case
    return case.with_section(kept).with_section(form.model_copy(update={"rd": form.rd.without_figures()}))
