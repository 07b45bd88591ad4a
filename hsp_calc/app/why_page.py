"""What the panel of reasons says, as rich text: every row with its reason. Plain Python, no Qt."""

from collections.abc import Iterable
from html import escape

from hsp_calc.app.colors import Theme
from hsp_calc.engine import Line, ScoreSheet, Status
from hsp_calc.rules import CategoryRules, RuleTable, Sources
from hsp_calc.text import Translator, cautions, disclaimer, reason, status_label

_ROLES = {
    Status.COUNTED: "good",
    Status.EXCLUDED: "warn",
    Status.MISSING_REQUIREMENT: "warn",
    Status.SUPERSEDED: "muted",
    Status.NOT_MET: "muted",
    Status.UNANSWERED: "muted",
}


def why_page(sheet: ScoreSheet, table: RuleTable, sources: Sources, theme: Theme, _: Translator) -> str:
    """Every row of a sheet with its points, its status, its reason and where it stands in the source."""
    rules = table.categories[sheet.category]
    lines = {line.criterion: line for line in sheet.lines}
    body: list[str] = []
    for section in rules.sections:
        rows = [lines[row.id] for block in section.blocks for row in block.criteria]
        points = sum(line.points for line in rows)
        body.append(
            f'<tr><td colspan="3"><p style="margin:10px 0 2px 0"><b>{escape(_.wording(section))}</b> '
            f'<span style="color:{theme.muted}">{escape(_.points(points))}</span></p></td></tr>'
        )
        body += [_row(line, rules, theme, _) for line in rows]
    governing = sources.sources[table.sources[0]]
    foot = [
        _("Source: {title}, {publisher}", title=_.wording(governing.title), publisher=_.wording(governing.publisher))
    ]
    if governing.attribution is not None:
        foot.append(_.wording(governing.attribution))
    foot += cautions(table, [sheet], _)
    foot.append(disclaimer(table, _))
    return _page(
        f'<table width="100%" cellspacing="0" cellpadding="2">{"".join(body)}</table>{_small(foot, theme)}', theme
    )


def _row(line: Line, rules: CategoryRules, theme: Theme, _: Translator) -> str:
    criterion = rules.criteria[line.criterion]
    color = getattr(theme, _ROLES[line.status])
    wording = _.wording(criterion) + (f" ({_.wording(criterion.choice)})" if criterion.choice else "")
    why = reason(line, rules, _)
    says = f"{status_label(line.status, _)}" if why is None else why
    place = " ".join(filter(None, ("".join(line.evidence), _.wording(criterion.cite))))
    points = f"<b>+{line.points}</b>" if line.counted else f'<span style="color:{theme.muted}">{line.available}</span>'
    weight = theme.text if line.counted or why else theme.muted
    return (
        f'<tr><td width="36" align="right" valign="top">{points}</td><td width="8"></td><td>'
        f'<span style="color:{weight}">{escape(wording)}</span><br/>'
        f'<span style="color:{color}">{escape(says)}</span> '
        f'<span style="color:{theme.muted}">· {escape(place)}</span></td></tr>'
    )


def _small(lines: Iterable[str], theme: Theme) -> str:
    said = "<br/>".join(escape(line) for line in lines)
    return f'<p style="margin-top:14px; color:{theme.muted}"><small>{said}</small></p>'


def _page(body: str, theme: Theme) -> str:
    return f'<div style="color:{theme.text}">{body}</div>'
