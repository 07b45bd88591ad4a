"""What the commands share: the words, the day, the rule tables, and files that are read and written."""

import errno
import json
import sys
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hsp_calc.app.active_data import DataInUse
from hsp_calc.casefile import (
    STANDARD_INPUT,
    Case,
    Loaded,
    PasswordNeededError,
    WrongPasswordError,
    load,
    loaded_from,
    read_bytes,
    write_atomically,
)
from hsp_calc.cli import passwords
from hsp_calc.cli.usage import PROGRAM, UsageError
from hsp_calc.control_characters import LINES, escaped_in_json, visible
from hsp_calc.engine import Scorer
from hsp_calc.rules import RuleTable, Sources, Tables
from hsp_calc.rules.provenance import Originated
from hsp_calc.text import Translator, describe_error, describe_os_error, seen
from hsp_calc.validation import InputError, Problem

if TYPE_CHECKING:
    from hsp_calc.guide.contents import Guide
    from hsp_calc.guide.weekly_hours import HoursContent
    from hsp_calc.plan.plan import Law
    from hsp_calc.rules.fees import Fees

DONE, UNEXPECTED, REFUSED = 0, 1, 2
_MACHINE_FAILURES = frozenset({errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM})


class FileError(Exception):
    """A file of the user's that cannot be read or written; the message is what to tell.

    Attributes:
        exit_code: whether the user named the wrong file or the machine failed.
    """

    def __init__(self, error: OSError, _: Translator, *, name: str, writing: bool = False) -> None:
        self.exit_code = UNEXPECTED if error.errno in _MACHINE_FAILURES else REFUSED
        super().__init__(describe_os_error(error, _, name=name, writing=writing))


class Context:
    """What a command works with.

    Attributes:
        words: what it says things in.
        today: the day on which it runs.
    """

    def __init__(self, words: Translator, today: date) -> None:
        self.words = words
        self.today = today
        self._scorers: dict[str, Scorer] = {}
        self._law_told = False

    @cached_property
    def data(self) -> DataInUse:
        """The rule tables and lists of the program and the user."""
        return DataInUse.found()

    @cached_property
    def tables(self) -> Tables:
        """The rule tables in use; which of the user's are not, and why, is told on standard error."""
        tables = self.data.tables
        self.tell_refused(self.data.refused_tables)
        return tables

    @property
    def fees(self) -> "Fees":
        """The fees in use; which files of the user are not is told as with the tables."""
        self._tell_refused_law()
        return self.data.fees

    @property
    def law(self) -> "Law":
        """Everything a plan is made by; as with the fees."""
        self.tables  # noqa: B018  # tells which tables are not used
        self._tell_refused_law()
        return self.data.law

    @property
    def guide(self) -> "Guide":
        """The pages of the status guide; as with the fees."""
        self._tell_refused_law()
        return self.data.guide

    @property
    def sources(self) -> Sources:
        """Where the tables come from."""
        return self.data.sources

    @property
    def hours_page(self) -> "HoursContent":
        """The 28-hour rule; as with the fees."""
        self._tell_refused_law()
        return self.data.hours_page

    def tell(self, sentence: str) -> None:
        """Tell something on standard error that does not keep the command from being done."""
        sys.stderr.write(f"{PROGRAM}: {visible(sentence, keep=LINES)}\n")

    def tell_refused(self, refused: Sequence[InputError]) -> None:
        """Tell which files of the user are not used, and why; what is asked for is done all the same."""
        for error in refused:
            for sentence in describe_error(error, self.words):
                self.tell(self.words("Not used: {reason}", reason=sentence))

    def _tell_refused_law(self) -> None:
        if not self._law_told:
            self._law_told = True
            self.tell_refused(self.data.refused_law)

    def table(self, day: date, table_id: str | None = None) -> RuleTable:
        """The table that is named, or else in force on a day.

        Raises:
            UnknownTableError: there is none of that name.
            NoTableError: none is carried for the day.
        """
        return self.tables.on(day) if table_id is None else self.tables.named(table_id)

    def scorer(self, table: RuleTable) -> Scorer:
        """The scorer of a table."""
        if table.id not in self._scorers:
            self._scorers[table.id] = Scorer(table)
        return self._scorers[table.id]

    def load(self, name: str, password_file: str | None = None) -> Loaded:
        """The persons of a file.

        Args:
            name: of the file; ``-`` is standard input.
            password_file: the file with the password of a protected case; without one it is asked for at a terminal.

        Raises:
            InputError: with every problem of the file.
            FileError: it, or the file with the password, cannot be read.
            UsageError: both are to be read from standard input.
        """
        password = None if password_file is None else self._password(name, password_file)
        try:
            loaded = load(name, password) if password is not None else self._load_asking(name)
        except OSError as error:
            raise FileError(error, self.words, name=name) from error
        self._tell_unread(loaded, name)
        return loaded

    def _tell_unread(self, loaded: Loaded, name: str) -> None:
        """Tell which texts of the cases could not be read, so that a value is missing; what is asked for is done."""
        if not any(True for case in loaded.cases for _text in case.unread_texts()):
            return
        from hsp_calc.text.unread import unread_sentences  # noqa: PLC0415  # of few files

        _ = self.words
        where = _("standard input") if name == STANDARD_INPUT else seen(name)
        for case in loaded.cases:
            for sentence in unread_sentences(case, _):
                sys.stderr.write(f"{PROGRAM}: {_('{place}: {sentence}', place=where, sentence=sentence)}\n")

    def _load_asking(self, name: str) -> Loaded:
        """Load a file; the password of a protected case is asked for where there is a terminal."""
        wrong: WrongPasswordError | None = None
        content = read_bytes(name)
        try:
            return loaded_from(content, source=name)
        except PasswordNeededError:
            for ask in passwords.typed_passwords(name, self.words):
                try:
                    return loaded_from(content, ask, source=name)
                except WrongPasswordError as error:
                    wrong = error
                    sys.stderr.write(f"{PROGRAM}: {' '.join(describe_error(error, self.words))}\n")
            if wrong is None:
                raise
            raise wrong from None

    def _password(self, name: str, password_file: str) -> str:
        if name == password_file == STANDARD_INPUT:
            message = self.words(
                "The case and its password cannot both come from standard input; give a file for one of them."
            )
            raise UsageError(message)
        try:
            return passwords.password_of_file(password_file)
        except OSError as error:
            raise FileError(error, self.words, name=password_file) from error

    def load_one(self, name: str, password_file: str | None = None) -> Case:
        """The one person of a file; see ``load``.

        Raises:
            InputError: with every problem of the file; several persons are one.
            FileError: it, or the file with the password, cannot be read.
            UsageError: both are to be read from standard input.
        """
        cases = self.load(name, password_file).cases
        if len(cases) > 1:
            raise InputError([Problem("several_persons", params={"count": len(cases)})], source=name)
        return cases[0]

    def write(self, content: str | bytes, name: str | None) -> None:
        """Put content into a file, or on standard output.

        Raises:
            FileError: it cannot be written.
        """
        if name is None:
            text = content if isinstance(content, str) else content.decode()
            sys.stdout.write(visible(text, keep=f"{LINES}\r") if sys.stdout.isatty() else text)
            return
        try:
            write_atomically(Path(name), content.encode() if isinstance(content, str) else content)
        except OSError as error:
            raise FileError(error, self.words, name=name, writing=True) from error


def as_json(data: object) -> str:
    """Data as the text of a JSON file."""
    return escaped_in_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def as_text(lines: list[str]) -> str:
    """Lines as the text of a file; no sign in them commands a terminal or forges another line."""
    return "\n".join(map(visible, lines)) + "\n"


def origin_data(*found: Originated) -> dict[str, object]:
    """What JSON says of data that are the user's own; nothing of those that the program carries."""
    names = [each.origin.name for each in found if each.origin is not None]
    return {"user_files": names} if names else {}
