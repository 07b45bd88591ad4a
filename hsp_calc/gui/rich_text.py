"""What the panels say, as rich text: every row with its reason, and the documents. Plain Python, no Qt."""

from collections.abc import Iterable, Iterator
from html import escape

from hsp_calc.engine import Line, ScoreSheet, Status
from hsp_calc.gui.colors import Theme
from hsp_calc.plan import Checklist, Document, Entry
from hsp_calc.rules import CategoryRules, RuleTable, Sources, Wording
from hsp_calc.text import Words, disclaimer, reason, status_label

_ROLES = {
    Status.COUNTED: "good",
    Status.EXCLUDED: "warn",
    Status.MISSING_REQUIREMENT: "warn",
    Status.SUPERSEDED: "muted",
    Status.NOT_MET: "muted",
    Status.UNANSWERED: "muted",
}


def why_page(sheet: ScoreSheet, table: RuleTable, sources: Sources, theme: Theme, _: Words) -> str:
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
    if table.caution is not None:
        foot.append(_.wording(table.caution))
    foot.append(disclaimer(table, _))
    return _page(
        f'<table width="100%" cellspacing="0" cellpadding="2">{"".join(body)}</table>{_small(foot, theme)}', theme
    )


def _row(line: Line, rules: CategoryRules, theme: Theme, _: Words) -> str:
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


def documents_page(checklist: Checklist, table: RuleTable, sheet: ScoreSheet, theme: Theme, _: Words) -> str:
    """The documents for every row that counts."""
    rules = table.categories[sheet.category]
    if not checklist.entries:
        return _page(f"<p>{escape(_('Nothing counts yet that needs a document.'))}</p>", theme)
    intro = _("It is enough to prove {mark} points; not every row has to be proven.", mark=sheet.pass_mark)
    body = [f'<p style="color:{theme.muted}">{escape(intro)}</p>']
    body += [_entry(entry, rules, theme, _) for entry in checklist.entries]
    free = [_.wording(rules.criteria[row]) for row in checklist.without_documents]
    if free:
        note = _("Without documents of their own: {rows}.", rows=_.listed(free))
        body.append(f'<p style="color:{theme.muted}">{escape(note)}</p>')
    return _page("".join(body) + _small([disclaimer(table, _)], theme), theme)


def _entry(entry: Entry, rules: CategoryRules, theme: Theme, _: Words) -> str:
    rows = _.listed(_.wording(rules.criteria[row]) for row in entry.criteria)
    rows = rows or _.listed(_.wording(gate) for gate in rules.gates if gate.id in entry.gates)
    points = f" +{entry.points}" if entry.points else ""
    parts = [
        f'<p style="margin:12px 0 2px 0"><b>{entry.mark} {escape(_.wording(entry.title))}</b></p>',
        f'<p style="margin:0; color:{theme.muted}">{escape(rows)}{points}</p>',
    ]
    if entry.waived_by:
        waived = _("Not needed, because {mark} is filed.", mark=entry.waived_by)
        parts.append(f'<p style="margin:0; color:{theme.good}">{escape(waived)}</p>')
    parts.append(f"<ul>{''.join(_documents(entry.documents, _))}</ul>")
    parts += [f'<p style="margin:0; color:{theme.muted}">{escape(_.wording(note))}</p>' for note in entry.notes]
    return "".join(parts)


def _documents(documents: Iterable[Document], _: Words) -> Iterator[str]:
    for document in documents:
        below = document.one_of or document.all_of
        head = _heading(document.text, one_of=bool(document.one_of), _=_) if below else _words(document.text, _)
        notes = "".join(f"<br/><small>{escape(_.wording(note))}</small>" for note in document.notes)
        inner = f"<ul>{''.join(_documents(below, _))}</ul>" if below else ""
        yield f"<li>{escape(head)}{notes}{inner}</li>"


def _heading(text: Wording | None, *, one_of: bool, _: Words) -> str:
    if text is not None:
        return _.wording(text)
    return _("One of these:") if one_of else _("All of these:")


def _words(text: Wording | None, _: Words) -> str:
    return "" if text is None else _.wording(text)


def _small(lines: Iterable[str], theme: Theme) -> str:
    said = "<br/>".join(escape(line) for line in lines)
    return f'<p style="margin-top:14px; color:{theme.muted}"><small>{said}</small></p>'


def _page(body: str, theme: Theme) -> str:
    return f'<div style="color:{theme.text}">{body}</div>'
