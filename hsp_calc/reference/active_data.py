"""The rule tables and lists in use: the program's, and those of the user that are sound and newer.

Where the user has no data folder, looking for it is all that it costs.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hsp_calc.locations import data_folder, resources
from hsp_calc.rules import Sources, Tables, load_sources, load_tables
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.reference.exam_lookup import ExamLookUps
    from hsp_calc.reference.exams import Exams
    from hsp_calc.reference.universities import Universities
    from hsp_calc.reference.user_data import Lists, Rules, UserFile
    from hsp_calc.rules.fees import Fees


class DataInUse:
    """The data, each part read when it is first asked for.

    Attributes:
        resources: the program's folder.
        user_folder: the user's folder; it need not exist.
    """

    def __init__(self, resources: Path, user_folder: Path) -> None:
        self.resources = resources
        self.user_folder = user_folder

    @classmethod
    def found(cls) -> "DataInUse":
        """The data of this installation and this user."""
        return cls(resources(), data_folder())

    @cached_property
    def tables(self) -> Tables:
        """The rule tables.

        Raises:
            InputError: a file of the program is malformed.
            OSError: it cannot be read.
        """
        return load_tables(self.resources / "rules") if self._rules is None else self._rules.tables

    @cached_property
    def sources(self) -> Sources:
        """Where the tables come from."""
        return load_sources(self.resources / "rules" / "sources.yaml") if self._rules is None else self._rules.sources

    @property
    def fees(self) -> "Fees":
        """The fees of residence procedures."""
        from hsp_calc.rules.fees import FILE, load_fees  # noqa: PLC0415  # needed by few

        return load_fees(self.resources / "rules" / FILE)

    @property
    def universities(self) -> "Universities":
        """The lists of designated universities."""
        if self._lists is not None:
            return self._lists.universities
        from hsp_calc.reference.universities import load_universities  # noqa: PLC0415  # needed by few

        return load_universities(self.resources / "reference")

    @property
    def exams(self) -> "Exams":
        """The notice of exams and qualifications."""
        if self._lists is not None:
            return self._lists.exams
        from hsp_calc.reference.exams import load_exams  # noqa: PLC0415  # needed by few

        return load_exams(self.resources / "reference" / "it-exams.yaml")

    @cached_property
    def exam_look_ups(self) -> "ExamLookUps":
        """The notice with the names of its exams, and the national qualifications."""
        from hsp_calc.reference.exam_lookup import load_exam_look_ups  # noqa: PLC0415  # needed by few

        return load_exam_look_ups(self.resources / "reference", self.exams)

    @property
    def refused_tables(self) -> tuple[InputError, ...]:
        """Rule tables of the user that are not used, and why."""
        return () if self._rules is None else self._rules.refused

    @property
    def refused(self) -> tuple[InputError, ...]:
        """Files of the user that are not used, and why."""
        return self.refused_tables + (() if self._lists is None else self._lists.refused)

    @property
    def used(self) -> "tuple[UserFile, ...]":
        """Files of the user that are used."""
        tables = () if self._rules is None else self._rules.used
        return tables + (() if self._lists is None else self._lists.used)

    def reload(self) -> None:
        """Read everything anew when it is next asked for."""
        for part in ("tables", "sources", "exam_look_ups", "_rules", "_lists"):
            self.__dict__.pop(part, None)

    @cached_property
    def _rules(self) -> "Rules | None":
        """The rules, where the user has some; their code is not even imported where there are none."""
        if not self._has("rules"):
            return None
        from hsp_calc.reference.user_data import load_rules  # noqa: PLC0415

        return load_rules(self.resources, self.user_folder)

    @cached_property
    def _lists(self) -> "Lists | None":
        """The lists, where the user has some; as above."""
        if not self._has("reference"):
            return None
        from hsp_calc.reference.user_data import load_lists  # noqa: PLC0415

        return load_lists(self.resources, self.user_folder)

    def _has(self, folder: str) -> bool:
        return (self.user_folder / folder).is_dir()
