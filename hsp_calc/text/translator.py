"""``Translator``: what the program says, in one language.

Sources of messages are English. A text that stands in a table is marked with ``N_`` and translated when it is shown;
nothing is translated while a module is imported, and there is no language but the one that is passed along.
"""

import gettext
import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from string import Formatter
from typing import Protocol, Self

from hsp_calc.locations import translations
from hsp_calc.text.formats import Formats, formats_of

PROGRAM = "hsp_calc"
"""The domain of the program's own words."""
LAW = "hsp_rules"
"""The domain of the wordings in the data files, which carry Japanese and English themselves."""

_LANGUAGE_NAME = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z]{2,4})?")
_MONTHS_A_YEAR = 12
_ROUNDING = 1e-6  # months divided by twelve and multiplied again may fall just short of a whole number


class Language(StrEnum):
    """A language that the program speaks in full."""

    JA = "ja"
    EN = "en"

    @property
    def own_name(self) -> str:
        """What the language calls itself; never translated."""
        return {"ja": "日本語", "en": "English"}[self.value]


class FormLanguage(StrEnum):
    """In which language a form is printed."""

    JA = "ja"
    EN = "en"
    """Marked as a translation."""
    BILINGUAL = "bilingual"
    """Japanese with the English beneath."""


class Bilingual(Protocol):
    """Anything of the data files that carries its words in both languages."""

    @property
    def ja(self) -> str:
        """The Japanese words; those of the law govern."""

    @property
    def en(self) -> str:
        """The English words."""


def N_(message: str) -> str:  # noqa: N802  # the name that extraction tools and translators know
    """Mark a message that is translated later, when it is shown."""
    return message


class Translator:
    """The words of one language.

    Attributes:
        language: its code, such as ``ja``.
    """

    def __init__(self, language: str, program: gettext.NullTranslations, law: gettext.NullTranslations) -> None:
        self.language = language
        self._program = program
        self._law = law
        self._fitting: dict[tuple[str, str], str] = {}

    @classmethod
    @cache
    def load(cls, language: str) -> Self:
        """The words of a language; where it has none, the English source stands in.

        Raises:
            ValueError: this is no name of a language.
        """
        if not _LANGUAGE_NAME.fullmatch(language):
            raise ValueError(f"{language!r} names no language")
        folder = translations()
        catalogues = (
            gettext.translation(domain, folder, languages=[language.replace("-", "_")], fallback=True)
            for domain in (PROGRAM, LAW)
        )
        return cls(str(language), *catalogues)

    def __call__(self, message: str, /, **fields: object) -> str:
        """A message in this language, with its fields filled in."""
        if not message:
            return ""  # gettext would answer with the header of the catalogue
        return self._fit(message, self._program.gettext(message)).format_map(fields)

    def plural(self, singular: str, plural: str, count: float, /, **fields: object) -> str:
        """A message in the form that a number asks for, with its fields filled in."""
        # 1.5 is more than one and less than two; every language of the program says it as it says two.
        number = int(count) if count == int(count) else max(2, int(count))
        source = singular if number == 1 else plural
        return self._fit(source, self._program.ngettext(singular, plural, number)).format_map(fields)

    def wording(self, words: Bilingual) -> str:
        """The law's own words."""
        match self.language:
            case Language.JA:
                return words.ja
            case Language.EN:
                return words.en
            case _:
                return self._law.gettext(words.en) if words.en else ""

    def quoted(self, text: str) -> str:
        """A text in the quotation marks of the language."""
        return self(N_("“{text}”"), text=text)

    def listed(self, items: Iterable[str]) -> str:
        """Items one after another, as the language lists them."""
        return self(N_(", ")).join(items)

    def alternatives(self, items: Iterable[str]) -> str:
        """Items of which one is enough, as the language lists them."""
        *first, last = items
        return self(N_("{first} or {last}"), first=self.listed(first), last=last) if first else last

    def yen(self, amount: int) -> str:
        """An amount of yen: ``820万5,000円``, ``¥8,205,000``."""
        return self._formats.yen(amount)

    def day(self, day: date) -> str:
        """A day: ``2026年11月22日``, ``22 November 2026``."""
        return self._formats.day(day)

    def era_day(self, day: date) -> str:
        """A day in the Japanese era: ``令和8年11月22日``, ``22 November Reiwa 8``."""
        return self._formats.era_day(day)

    def points(self, points: int) -> str:
        """A number of points: ``85点``, ``85 points``."""
        return self.plural("{count} point", "{count} points", points, count=points)

    def duration(self, years: float) -> str:
        """A length of time given in years, in completed months: ``5年6か月``, ``5 years 6 months``."""
        whole = int(years)  # a file may give more years than can be counted in months
        more, months = divmod(int((years - whole) * _MONTHS_A_YEAR + _ROUNDING), _MONTHS_A_YEAR)
        full = whole + more
        in_years = self.plural("{count} year", "{count} years", full, count=full)
        in_months = self.plural("{count} month", "{count} months", months, count=months)
        if full and months:
            return self(N_("{years} {months}"), years=in_years, months=in_months)
        return in_months if months else in_years

    def _fit(self, source: str, translation: str) -> str:
        """The translation, or the source where the translation asks for other fields."""
        known = self._fitting.get((source, translation))
        if known is None:
            same = translation == source or fields_of(translation) == fields_of(source) is not None
            known = self._fitting[source, translation] = translation if same else source
        return known

    @cached_property
    def _formats(self) -> Formats:
        return formats_of(self.language)


def fields_of(message: str) -> frozenset[str] | None:
    """The fields of a message as they are written; None if it cannot be filled in at all."""
    try:
        return frozenset(
            f"{name}!{conversion or ''}:{spec or ''}"
            for _, name, spec, conversion in Formatter().parse(message)
            if name is not None
        )
    except ValueError:
        return None
