"""The rule tables and lists in use: the program's, and those of the user that are sound and newer.

Where the user has no data folder, looking for it is all that it costs.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from hsp_calc.locations import data_folder, resources
from hsp_calc.rules import Sources, Tables, load_sources, load_tables
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.app.user_data import Lists, Rules, UserFile
    from hsp_calc.app.user_law import InUse
    from hsp_calc.guide.contents import Guide
    from hsp_calc.guide.weekly_hours import HoursContent
    from hsp_calc.plan.guideline import Guideline
    from hsp_calc.plan.plan import Law
    from hsp_calc.reference.exam_lookup import ExamLookUps
    from hsp_calc.reference.exams import Exams
    from hsp_calc.reference.universities import Universities
    from hsp_calc.rules.fees import Fees

_GUIDE_PAGES: Mapping[str, str] = {
    "underlying": "underlying_status",
    "activity": "other_activity",
    "hours": "hours",
    "benefits": "benefits",
    "employer": "employer",
}
"""The kind of data that each page of the guide is."""


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

    @cached_property
    def fees(self) -> "Fees":
        """The fees of residence procedures."""
        if (own := self._law_in_use.get("fees")) is not None:
            return cast("Fees", own.found)
        from hsp_calc.rules.fees import FILE, load_fees  # noqa: PLC0415  # needed by few

        return load_fees(self.resources / "rules" / FILE)

    @cached_property
    def law(self) -> "Law":
        """Everything a plan is made by."""
        from hsp_calc.plan.plan import load_law  # noqa: PLC0415  # the sheets do not wait for it

        return load_law(self.resources / "rules", self.tables, self._own_guideline)

    @property
    def guideline(self) -> "Guideline":
        """The guideline on permanent residence."""
        return self.law.guideline

    @cached_property
    def guide(self) -> "Guide":
        """The pages of the status guide."""
        from hsp_calc.guide.contents import load_guide  # noqa: PLC0415  # as with the law

        guide = load_guide(self.resources / "reference" / "guide")
        own = {name: self._law_in_use[kind].found for name, kind in _GUIDE_PAGES.items() if kind in self._law_in_use}
        return replace(guide, **own) if own else guide

    @property
    def hours_page(self) -> "HoursContent":
        """The 28-hour rule, without the other pages."""
        if (own := self._law_in_use.get("hours")) is not None:
            return cast("HoursContent", own.found)
        from hsp_calc.guide.contents import PAGES  # noqa: PLC0415  # as with the law
        from hsp_calc.guide.weekly_hours import load_hours_page  # noqa: PLC0415

        return load_hours_page(self.resources / "reference" / "guide" / PAGES["hours"])

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
    def refused_law(self) -> tuple[InputError, ...]:
        """Files of the guideline, the fees and the guide of the user that are not used, and why."""
        return tuple(error for each in self._law_in_use.values() for error in each.refused)

    @property
    def refused(self) -> tuple[InputError, ...]:
        """Files of the user that are not used, and why."""
        return self.refused_tables + (() if self._lists is None else self._lists.refused) + self.refused_law

    @property
    def used(self) -> "tuple[UserFile, ...]":
        """Files of the user that are used."""
        tables = () if self._rules is None else self._rules.used
        lists = () if self._lists is None else self._lists.used
        return tables + lists + tuple(each.used for each in self._law_in_use.values() if each.used is not None)

    @property
    def own_checked_days(self) -> "Mapping[str, date]":
        """When the files of the user that are used were last checked, by the names of those that they replace."""
        law = (each for each in self._law_in_use.values() if each.used is not None)
        days = {str(each.used.replaces): each.found.checked_on for each in law if each.used is not None}
        if self._lists is not None and self._lists.exams.origin is not None:
            days["it-exams"] = self._lists.exams.checked_on
        return days

    def reload(self) -> None:
        """Read everything anew when it is next asked for."""
        for part in ("tables", "sources", "exam_look_ups", "fees", "law", "guide", "_rules", "_lists", "_law_in_use"):
            self.__dict__.pop(part, None)

    @property
    def _own_guideline(self) -> "Guideline | None":
        own = self._law_in_use.get("guideline")
        return None if own is None else cast("Guideline", own.found)

    @cached_property
    def _law_in_use(self) -> "Mapping[str, InUse]":
        """What is in use of each kind of which the user has a file of his own; as with the rules."""
        if not self._has("rules") and not self._has("reference/guide"):
            return {}
        from hsp_calc.app.user_data import user_files  # noqa: PLC0415
        from hsp_calc.app.user_law import LAW_KINDS, load_newest  # noqa: PLC0415

        known = self.sources.sources
        return {
            kind.value: load_newest(kind, self.resources, self.user_folder, known)
            for kind in LAW_KINDS
            if user_files(self.user_folder, kind)
        }

    @cached_property
    def _rules(self) -> "Rules | None":
        """The rules, where the user has some; their code is not even imported where there are none."""
        if not self._has("rules"):
            return None
        from hsp_calc.app.user_data import load_rules  # noqa: PLC0415

        return load_rules(self.resources, self.user_folder)

    @cached_property
    def _lists(self) -> "Lists | None":
        """The lists, where the user has some; as above."""
        if not self._has("reference"):
            return None
        from hsp_calc.app.user_data import load_lists  # noqa: PLC0415

        return load_lists(self.resources, self.user_folder)

    def _has(self, folder: str) -> bool:
        return (self.user_folder / folder).is_dir()
