"""What people type: yen, numbers of people, dates, lengths of time, in the notations in use, in any width."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

_MOST_YEN = 10**12
_MOST_YEARS = 100

_UNITS = {
    "億": 100_000_000,
    "万": 10_000,
    "千": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "k": 1_000,
}
_YEN_PART = re.compile(r"(\d+(?:\.\d+)?)(億|万|千|million|mn|m|k)?")
_COUNTED = re.compile(r"(人|名|位|people|persons?|employees|st|nd|rd|th)$")

_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925, "大正": 1911, "t": 1911}
_ERA_DAY = re.compile(r"(令和|平成|昭和|大正|[rhst])(元|\d{1,2})[年./-](\d{1,2})[月./-](\d{1,2})日?")
_DAY = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"(\d{1,2})([a-z]{3,9})(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})(\d{1,2})(\d{4})")

_YEARS = r"(?P<years>\d+(?:\.\d+)?)(?:年間?|years?|yrs?|y)"
_MONTH_COUNT = r"(?P<months>\d+)(?:[かカヶケヵ箇]?月間?|months?|mos?|m)"
_LENGTH = re.compile(rf"(?:{_YEARS})?(?:{_MONTH_COUNT})?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class NotUnderstoodError(ValueError):
    """A typed text that says nothing of the kind asked for."""


def read_yen(typed: str) -> int:
    """An amount in yen: ``8200000``, ``8,200,000円``, ``820万``, ``８２０万円``, ``8.2M``.

    Raises:
        NotUnderstoodError: it is no amount in whole yen.
    """
    text = re.sub(r"[\s,、]|円$|yen$|^jpy|^[¥\\]", "", _plain(typed).replace(" ", ""))
    return _amount(re.sub(r"円$|yen$|^jpy|^[¥\\]", "", text), typed)


def read_count(typed: str) -> int:
    """A number of people or a place in a ranking: ``300``, ``300人``, ``１，２００名``, ``1万人``, ``45位``, ``45th``.

    Raises:
        NotUnderstoodError: it is no whole number.
    """
    text = re.sub(r"[\s,、]", "", _plain(typed))
    return _amount(_COUNTED.sub("", re.sub(r"^(第|no\.?|#)", "", text)), typed)


def _amount(text: str, typed: str) -> int:
    """A whole amount with its units, of a text without anything else."""
    amount, position, last_unit = Decimal(0), 0, None
    while position < len(text):
        part = _YEN_PART.match(text, position)
        unit = _UNITS.get(part[2] or "", 1) if part else 0
        if part is None or (last_unit is not None and unit >= last_unit):
            raise NotUnderstoodError(typed)
        amount += Decimal(part[1]) * unit
        position, last_unit = part.end(), unit
    if not text or amount != int(amount) or amount > _MOST_YEN:
        raise NotUnderstoodError(typed)
    return int(amount)


def read_day(typed: str) -> date:
    """A day: ``1993-05-12``, ``1993/5/12``, ``19930512``, ``平成5年5月12日``, ``H5.5.12``, ``12 May 1993``.

    Raises:
        NotUnderstoodError: it is no day of the calendar.
    """
    text = re.sub(r"[\s,]", "", _plain(typed))
    try:
        if found := _ERA_DAY.fullmatch(text):
            year = _ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))
            return date(year, int(found[3]), int(found[4]))
        if found := _DAY.fullmatch(text) or _DIGITS.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY_FIRST.fullmatch(text):
            return date(int(found[3]), _month(found[2]), int(found[1]))
        if found := _MONTH_FIRST.fullmatch(text):
            return date(int(found[3]), _month(found[1]), int(found[2]))
    except ValueError:
        pass
    raise NotUnderstoodError(typed)


def read_years(typed: str) -> float:
    """A length of time in years: ``5``, ``5.5``, ``5年6か月``, ``66か月``, ``5 years 6 months``, ``5y6m``.

    Raises:
        NotUnderstoodError: it is no length of time that a person can have worked.
    """
    text = re.sub(r"[\s,]|and", "", _plain(typed))
    if _NUMBER.fullmatch(text):
        years = float(text)
    elif text and (found := _LENGTH.fullmatch(text)):
        years = float(found["years"] or 0) + int(found["months"] or 0) / 12
    else:
        raise NotUnderstoodError(typed)
    if years > _MOST_YEARS:
        raise NotUnderstoodError(typed)
    return years


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).strip().lower().replace("−", "-").replace("ー", "-")


def _month(name: str) -> int:
    return next((number for number, month in enumerate(_MONTHS, 1) if name.startswith(month)), 0)
