"""Side by side: the three categories of a person, and the scenarios of a case. Plain Python, no Qt."""

from dataclasses import dataclass
from html import escape

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.colors import Theme
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category
from hsp_calc.rules import RuleTable
from hsp_calc.text import Translator, recognition, short_name

_FEW = 3
"""Columns that leave the names of the rows more room than each of them."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One of the scores compared."""

    heading: str
    sheet: ScoreSheet


def compare_page(editor: CaseSession, category: Category, theme: Theme, _: Translator) -> str:
    """The three categories, and the scenarios in the open category, each as a table.

    Rows that differ between scenarios are marked with a sign and stand out.
    """
    table = editor.table
    if table is None or not editor.sheets():
        return ""
    parts = [_categories(editor, table, theme, _)]
    if editor.case.scenarios:
        parts.append(_scenarios(editor, category, table, theme, _))
    else:
        hint = _("Save the current answers as a what-if to compare them here.")
        parts.append(f'<p style="color:{theme.muted}">{escape(hint)}</p>')
    return f'<div style="color:{theme.text}">{"".join(parts)}</div>'


def _categories(editor: CaseSession, table: RuleTable, theme: Theme, _: Translator) -> str:
    columns = [_Column(short_name(category, _), sheet) for category, sheet in editor.sheets().items()]
    sections: dict[str, str] = {}
    for rules in table.categories.values():
        for item in rules.sections:
            sections.setdefault(item.id, _.wording(item))
    rows = []
    for section, name in sections.items():
        cells = []
        for column in columns:
            lines = [line for line in column.sheet.lines if line.section == section]
            cells.append(str(sum(line.points for line in lines)) if lines else "–")
        rows.append((name, cells, False))
    return _table(_("Categories"), columns, rows, theme, _, names=22)


def _scenarios(editor: CaseSession, category: Category, table: RuleTable, theme: Theme, _: Translator) -> str:
    columns = [_Column(_("Current situation"), editor.sheets_of(None)[category])]
    columns += [
        _Column(scenario.name, editor.sheets_of(index)[category])
        for index, scenario in enumerate(editor.case.scenarios)
    ]
    rows = []
    for criterion in table.categories[category].criteria.values():
        points = [column.sheet.line(criterion.id).points for column in columns]
        if any(points):
            name = _.wording(criterion) + (f" ({_.wording(criterion.choice)})" if criterion.choice else "")
            rows.append((name, [str(number) if number else "–" for number in points], len(set(points)) > 1))
    title = _("What-ifs: {category}", category=short_name(category, _))
    return _table(title, columns, rows, theme, _, names=40 if len(columns) <= _FEW else 22)


def _table(
    title: str,
    columns: list[_Column],
    rows: list[tuple[str, list[str], bool]],
    theme: Theme,
    _: Translator,
    *,
    names: int,
) -> str:
    """A table of which the names of the rows take so much of the width, in percent, and the columns the rest alike."""
    width = (100 - names) // len(columns)
    head = "".join(
        f'<th align="right" width="{width}%"><small>{escape(column.heading)}</small></th>' for column in columns
    )
    totals = "".join(f'<td align="right"><b>{column.sheet.total}</b></td>' for column in columns)
    signs = "".join(
        f'<td align="right"><small>{escape(recognition(column.sheet, _))}</small></td>' for column in columns
    )
    body = "".join(_row(name, cells, differs=differs, theme=theme) for name, cells, differs in rows)
    return (
        f'<p style="margin:10px 0 4px 0"><b>{escape(title)}</b></p>'
        f'<table width="99%" cellspacing="0" cellpadding="4"><tr><th width="{names}%"></th>{head}</tr>'
        f"<tr><td><b>{escape(_('Total'))}</b></td>{totals}</tr><tr><td></td>{signs}</tr>{body}</table>"
    )


def _row(name: str, cells: list[str], *, differs: bool, theme: Theme) -> str:
    ground = f' bgcolor="{theme.accent_soft}"' if differs else ""
    sign = "≠ " if differs else ""
    points = "".join(f'<td align="right"{ground}>{cell}</td>' for cell in cells)
    return f"<tr><td{ground}>{sign}{escape(name)}</td>{points}</tr>"
