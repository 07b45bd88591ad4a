"""The notations of a language that the program has none of its own for, as Babel knows them."""

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency

from hsp_calc.text.formats import Formats, era_of


def formats_of_babel(language: str) -> Formats | None:
    """The notations of a language; None where Babel does not know it."""
    try:
        return _OfBabel(Locale.parse(language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return None


class _OfBabel:
    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def yen(self, amount: int) -> str:
        return format_currency(amount, "JPY", locale=self._locale)

    def day(self, day: date) -> str:
        return format_date(day, "long", locale=self._locale)

    def era_day(self, day: date) -> str:
        if (era := era_of(day)) is None:
            return self.day(day)
        _ja, en, year = era
        return f"{format_date(day, 'd MMMM', locale=self._locale)} {en} {year}"
