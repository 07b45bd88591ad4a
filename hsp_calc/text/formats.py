"""How amounts and days are written in a language."""

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency

_JAPANESE, _FALLBACK = "ja", "en"
_DAY_PATTERNS = {_JAPANESE: "y年M月d日", "en": "d MMMM y"}
_MAN, _OKU = 10_000, 100_000_000
_ERAS = (
    (date(2019, 5, 1), "令和", "Reiwa"),
    (date(1989, 1, 8), "平成", "Heisei"),
    (date(1926, 12, 25), "昭和", "Showa"),
    (date(1912, 7, 30), "大正", "Taisho"),
    (date(1868, 10, 23), "明治", "Meiji"),
)


class Formats:
    """The notations of one language; those of English where Babel does not know it."""

    def __init__(self, language: str) -> None:
        self._language = language
        try:
            self._locale = Locale.parse(language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            self._locale = Locale.parse(_FALLBACK)

    def yen(self, amount: int) -> str:
        """An amount of yen: ``820万5,000円``, ``¥8,205,000``."""
        if self._language == _JAPANESE:
            return _in_man_and_oku(amount)
        return format_currency(amount, "JPY", locale=self._locale)

    def day(self, day: date) -> str:
        """A day: ``2026年11月22日``, ``22 November 2026``."""
        return format_date(day, _DAY_PATTERNS.get(self._language, "long"), locale=self._locale)

    def era_day(self, day: date) -> str:
        """A day in the Japanese era: ``令和8年11月22日``, ``22 November Reiwa 8``; before the eras as ``day``."""
        for first, ja, en in _ERAS:
            if day >= first:
                year = day.year - first.year + 1
                if self._language == _JAPANESE:
                    return f"{ja}{'元' if year == 1 else year}年{day.month}月{day.day}日"
                return f"{format_date(day, 'd MMMM', locale=self._locale)} {en} {year}"
        return self.day(day)


def _in_man_and_oku(amount: int) -> str:
    oku, rest = divmod(abs(amount), _OKU)
    man, yen = divmod(rest, _MAN)
    written = "".join(f"{number:,}{unit}" for number, unit in ((oku, "億"), (man, "万"), (yen, "")) if number)
    return f"{'-' if amount < 0 else ''}{written or '0'}円"
