"""``Citing``: statements as rich text, each with the numbers of its sources. Plain Python, no Qt."""

from collections.abc import Iterable
from html import escape

from hsp_calc.app.colors import Theme
from hsp_calc.guide.statements import Page, Statement
from hsp_calc.rules import Sources
from hsp_calc.text import Translator, own_file_notice
from hsp_calc.text.guide_text import qualified

_PRACTICE = "practice"
_AIRY = "line-height:125%"


class Citing:
    """A page's statements; its sources are numbered in the order in which they are first named."""

    def __init__(self, sources: Sources, theme: Theme, words: Translator) -> None:
        """Begin with number one.

        Args:
            sources: what the ids of sources stand for.
            theme: the colours.
            words: the language.
        """
        self._sources = sources
        self._theme = theme
        self._words = words
        self._numbers: dict[str, int] = {}

    def said(self, statement: Statement, lead: str = "", role: str = "text") -> str:
        """A statement.

        Args:
            statement: what is said.
            lead: stands before it in bold, such as a verdict.
            role: the colour of the lead.
        """
        color = getattr(self._theme, role)
        before = f'<b style="color:{color}">{escape(lead)}</b>&nbsp; ' if lead else ""
        return f"{before}{escape(qualified(statement, self._words))}{self._marks(statement)}"

    def paragraph(self, statement: Statement, lead: str = "", role: str = "text") -> str:
        """A statement as a paragraph of its own."""
        return f'<p style="margin:0 0 4px 0; {_AIRY}">{self.said(statement, lead, role)}</p>'

    def headline(self, lead: str, role: str, statement: Statement | None = None) -> str:
        """What the rest explains, in larger type.

        Args:
            lead: a sign, or a verdict with its sign.
            role: its colour.
            statement: follows in the same type, where the lead is no more than a sign.
        """
        said = "" if statement is None else f"&nbsp;{self.said(statement)}"
        color = getattr(self._theme, role)
        return (
            f'<p style="margin:0 0 4px 0"><b style="font-size:large"><span style="color:{color}">{escape(lead)}</span>'
            f"{said}</b></p>"
        )

    def listed(self, title: str, statements: Iterable[Statement]) -> str:
        """Statements beneath a title; nothing where there are none."""
        rows = "".join(
            f'<tr><td valign="top" style="color:{self._theme.muted}; padding-top:3px">・</td>'
            f'<td style="{_AIRY}; padding-top:3px">{self.said(statement)}</td></tr>'
            for statement in statements
        )
        if not rows:
            return ""
        head = f'<p style="margin:6px 0 0 0; color:{self._theme.muted}"><b>{escape(title)}</b></p>' if title else ""
        return f'{head}<table cellspacing="0" cellpadding="0">{rows}</table>'

    def lines(self, title: str, lines: Iterable[str]) -> str:
        """Sentences beneath a title that name their sources themselves."""
        said = "".join(f'<p style="margin:3px 0 0 0; {_AIRY}">{escape(line)}</p>' for line in lines)
        head = f'<p style="margin:6px 0 0 0; color:{self._theme.muted}"><b>{escape(title)}</b></p>'
        return f"{head}{said}" if said else ""

    def foot(self, page: Page) -> str:
        """What the numbers stand for, when all of it was checked, and that it is no legal advice."""
        _ = self._words
        notice = self.said(page.notice)
        numbered = [
            f"[{number}] {escape(self._title(source))}" for source, number in self._numbers.items()
        ]  # after the notice, which names a source too
        checked = escape(_("Checked on {day}", day=_.day(page.checked_on)))
        own = own_file_notice(page, _)
        lines = "<br/>".join([notice, checked, *numbered, *([escape(own)] if own else [])])
        return f'<p style="color:{self._theme.muted}"><small>{lines}</small></p>'

    def _title(self, source: str) -> str:
        _, found = self._words, self._sources.sources[source]
        if found.kind == _PRACTICE:  # its title says by whom it is reported
            return _.wording(found.title)
        return _("{title}, {publisher}", title=_.wording(found.title), publisher=_.wording(found.publisher))

    def _marks(self, statement: Statement) -> str:
        numbers = [self._numbers.setdefault(source, len(self._numbers) + 1) for source in statement.sources]
        marks = "".join(f"[{number}]" for number in numbers)
        return f'&nbsp;<small><span style="color:{self._theme.muted}">{marks}</span></small>'
