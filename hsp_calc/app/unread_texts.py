"""``UnreadTexts``: where inputs keep what was typed into them and could not be read."""

from contextlib import AbstractContextManager

from hsp_calc.app.case_session import CaseSession


class UnreadTexts:
    """The texts of the case in the window. A window has them as ``unread_texts``; its inputs find them there."""

    def __init__(self, editor: CaseSession) -> None:
        self._editor = editor

    def typing(self, field: str, unread: str | None) -> AbstractContextManager[None]:
        """Enter something that is typed; see ``CaseSession.typing``."""
        return self._editor.typing(field, unread)

    def of(self, field: str) -> str | None:
        """The text that stands in a field; None if there is none."""
        return self._editor.unread(field)
