"""How amounts and days are written in a language.

The two languages of the program have one notation each, which stands here. Any other takes its own from Babel, whose
tables of all the world's languages take longer to load than a score takes to count.
"""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

_MAN, _OKU = 10_000, 100_000_000
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ERAS: Sequence[tuple[date, str, str]] = (
    (date(2019, 5, 1), "令和", "Reiwa"),
    (date(1989, 1, 8), "平成", "Heisei"),
    (date(1926, 12, 25), "昭和", "Showa"),
    (date(1912, 7, 30), "大正", "Taisho"),
    (date(1868, 10, 23), "明治", "Meiji"),
)


class Formats(Protocol):
    """The notations of one language."""

    def yen(self, amount: int) -> str:
        """An amount of yen."""

    def day(self, day: date) -> str:
        """A day."""

    def era_day(self, day: date) -> str:
        """A day in the Japanese era; before the eras as ``day``."""


def formats_of(language: str) -> Formats:
    """The notations of a language; those of English where nobody knows it."""
    match language:
        case "ja":
            return _Japanese()
        case "en":
            return _English()
        case _:
            from hsp_calc.text.formats_of_babel import formats_of_babel  # noqa: PLC0415  # slow, and not always needed

            return formats_of_babel(language) or _English()


class _Japanese:
    """``820万5,000円``, ``2026年11月22日``, ``令和8年11月22日``."""

    def yen(self, amount: int) -> str:
        oku, rest = divmod(abs(amount), _OKU)
        man, yen = divmod(rest, _MAN)
        written = "".join(f"{number:,}{unit}" for number, unit in ((oku, "億"), (man, "万"), (yen, "")) if number)
        return f"{'-' if amount < 0 else ''}{written or '0'}円"

    def day(self, day: date) -> str:
        return f"{day.year}年{day.month}月{day.day}日"

    def era_day(self, day: date) -> str:
        if (era := era_of(day)) is None:
            return self.day(day)
        ja, _en, year = era
        return f"{ja}{'元' if year == 1 else year}年{day.month}月{day.day}日"


class _English:
    """``¥8,205,000``, ``22 November 2026``, ``22 November Reiwa 8``."""

    def yen(self, amount: int) -> str:
        return f"{'-' if amount < 0 else ''}¥{abs(amount):,}"

    def day(self, day: date) -> str:
        return f"{_english_month_and_day(day)} {day.year}"

    def era_day(self, day: date) -> str:
        if (era := era_of(day)) is None:
            return self.day(day)
        _ja, en, year = era
        return f"{_english_month_and_day(day)} {en} {year}"


def era_of(day: date) -> tuple[str, str, int] | None:
    """The Japanese era of a day in Japanese and Latin script, and its year in it; None before the eras."""
    for first, ja, en in _ERAS:
        if day >= first:
            return ja, en, day.year - first.year + 1
    return None


def _english_month_and_day(day: date) -> str:
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]}"
