"""What people type and put into lists, read as meant: yen, numbers, days, times, lengths of time, in any width.

The one reader for the window, the lists of persons and the shifts. What can be read without doubt is read; a word that
changes the meaning ("約", "以上", "net"), a comma that separates no group of three, a range and the like are refused
with the reason, for which ``hsp_calc.text.typed`` has the words.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

_MINUTES_AN_HOUR = 60
LATEST_HOUR = 36
"""The latest time of a day that goes on past midnight: noon of the next."""

_MOST_YEN = 10**12
_MOST_YEARS = 100
_LONGEST = 200

_GROUPED = re.compile(r"[0-9]{1,3}(?:([,、' ])[0-9]{3})(?:\1[0-9]{3})*(?![0-9])")
_COMMA = re.compile(r"[0-9][,、][0-9]")
_GROUPED_BY_POINTS = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9.])|[0-9]+\.[0-9]{3}$")
_BETWEEN = re.compile(r"[0-9万億千年月人名円][-~〜–—][0-9]|[0-9]\s*(?:から|or|to|ないし|又は|または|か)\s*[0-9]")
_QUALIFIER = re.compile(
    r"約|およそ|おおよそ|凡そ|大体|だいたい|ほぼ|以上|以下|以内|未満|超|程度|くらい|ぐらい|位$|前後|弱|強|余り|余$|最大|最低|少なくとも"
    r"|手取り?|税引き?後|税抜き?|月収|月給|月額|時給|日給|税別"
    r"|\b(?:about|approx(?:imately|\.)?|around|almost|nearly|circa|ca\.|over|under|more than|less than|at least"
    r"|at most|up to|net|monthly|per month|a month|per hour|hourly)(?![a-z])"
    r"|[~〜≒≈<>≤≥≦≧?+]"
)
_BEFORE_TAX = re.compile(
    r"^(?:年収|年俸|年額|年間|報酬|額面|税込み?|gross|annual)[:は]?|/年$|(?:per|a) (?:year|annum)$|p\.a\.$"
    r"|\((?:税込み?|税引き?前|額面|総支給額?|年収|年俸|年額|見込み?|予定|gross|before tax)\)$"
    r"|税込み?$|before tax$|gross$"
)
_YEN_SIGN = re.compile(r"^(?:[¥\\]|jpy) ?|(?:円|yen|jpy)(?=$| ?[/(])")
_COUNTED = re.compile(r" ?(人|名|位|件|個|people|persons?|employees|(?<=[0-9])(?:st|nd|rd|th))$")
_OF_A_RANK = re.compile(r"^(第|no\.? ?|#)")
_PART = re.compile(r"([0-9]+(?:\.[0-9]+)?)?(億|万|千|百|十)?")
_LETTERED = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?(million|mn|m|k)")
_PLACES = {"億": 10**8, "万": 10**4, "千": 1_000, "百": 100, "十": 10}
_LETTERS = {"m": 10**6, "mn": 10**6, "million": 10**6, "k": 1_000}
_KANJI_RUN = re.compile(
    r"(?<![0-9.])[〇零一二三四五六七八九][〇零一二三四五六七八九十百千]*|(?<![0-9.])[十百千]+[一二三四五六七八九十百千]*"
)
_KANJI_DIGITS = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")} | {"零": "0"}

_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925, "大正": 1911, "t": 1911}
_ERA = "令和|平成|昭和|大正|[rhst]"
_ERA_DAY = re.compile(rf"({_ERA})(元|[0-9]{{1,2}})[年./-]([0-9]{{1,2}})[月./-]([0-9]{{1,2}})日?")
_ERA_DIGITS = re.compile(rf"({_ERA})([0-9]{{2}})([0-9]{{2}})([0-9]{{2}})")
_DAY = re.compile(r"([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?")
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MIDNIGHT = re.compile(r"(?<=[0-9日])(?:t| +)0?0:00(?::00(?:\.0+)?)?z?$")
_WEEKDAY = re.compile(
    r"\((?:[日月火水木金土](?:曜日?)?|[a-z]{3,9})\)$|[日月火水木金土]曜日?$"
    r"|^(?:[a-z]{3,6}day|mon|tue|wed|thu|fri|sat|sun)(?:,| ) ?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9})\.?,? ?([0-9]{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? ?([0-9]{1,2})(?:st|nd|rd|th)?(?:, ?| )([0-9]{4})")

_YEARS = r"(?P<years>[0-9]+(?:\.[0-9]+)?)(?:[かカヶケヵ箇]?年間?|years?|yrs?|y)"
_MONTH_COUNT = r"(?P<months>[0-9]+)(?:[かカヶケヵ箇]?月間?|months?|mos?|m)"
_LENGTH = re.compile(rf"(?:{_YEARS})?(?P<half>半)?(?:(?:と|and)?{_MONTH_COUNT})?")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")

_HOURS = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:時間|hours?|h)?")
_HOURS_A_WEEK = 168
_CLOCK = re.compile(
    r"(翌日?)?(午前|午後|am|pm)?([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2}))?|時(?:([0-9]{1,2})分|(半))?)(am|pm)?"
)
_FOUR_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})")
_HOURS_OF_HALF = 12

_LEAST_PAY, _MOST_PAY = 1_000_000, 1_000_000_000
_MAN = 10_000
_PLAUSIBLE = range(_LEAST_PAY, 100_000_001)


class Meaning(StrEnum):
    """What a text is read as."""

    YEN = "yen"
    COUNT = "count"
    DAY = "day"
    YEARS = "years"
    TIME = "time"
    HOURS = "hours"
    """Hours of a week."""


class Doubt(StrEnum):
    """Why a text is not read."""

    OTHER = "other"
    """It says nothing of the kind asked for."""
    COMMA = "comma"
    """A comma that separates no groups of three digits: a decimal point may be meant, or nothing."""
    POINT = "point"
    """A point where groups of three digits may be meant."""
    QUALIFIER = "qualifier"
    """A word that changes the meaning: about, at least, net."""
    RANGE = "range"
    """From one to another, or one of two."""
    FRACTION = "fraction"
    """Not whole: yen, people and minutes are."""
    TOO_LARGE = "too_large"
    UNLIKELY = "unlikely"
    """Hardly meant as a yearly pay; what is read, and what is probably meant, come with it."""
    NO_SUCH_DAY = "no_such_day"
    """Written as a day that the calendar does not have."""


class NotUnderstoodError(ValueError):
    """A text that cannot be read without doubt.

    Attributes:
        typed: the text.
        meaning: what it was to be read as; None where the caller says so itself.
        doubt: why it is not read.
        part: the part of the text that stands in the way, for a qualifier.
        read: of an unlikely amount, what the text says.
        meant: of an unlikely amount, what is probably meant; None where nothing suggests itself.
    """

    def __init__(
        self,
        typed: str,
        meaning: Meaning | None = None,
        doubt: Doubt = Doubt.OTHER,
        *,
        part: str = "",
        read: int | None = None,
        meant: int | None = None,
    ) -> None:
        super().__init__(typed)
        self.typed = typed
        self.meaning = meaning
        self.doubt = doubt
        self.part = part
        self.read = read
        self.meant = meant


@dataclass(frozen=True, slots=True)
class UnlikelyPay:
    """A yearly pay that hardly anyone who applies is paid.

    Attributes:
        yen: the amount as it was read.
        meant: what was probably meant; None where nothing suggests itself.
    """

    yen: int
    meant: int | None


def unlikely_pay(yen: int) -> UnlikelyPay | None:
    """Whether an amount is hardly meant as a yearly pay, and what was: ``820`` is probably 820万.

    Nothing paid at all is no mistake: it is said of who has no contract.
    """
    if yen == 0 or _LEAST_PAY <= yen <= _MOST_PAY:
        return None
    factors = (1, _MAN) if yen < _LEAST_PAY else (1,)
    meant = next((yen * factor for factor in factors if yen * factor in _PLAUSIBLE), None)
    if yen > _MOST_PAY and yen % _MAN == 0 and yen // _MAN in _PLAUSIBLE:
        meant = yen // _MAN
    return UnlikelyPay(yen, meant)


def read_yen(typed: str) -> int:
    """An amount in yen: ``8200000``, ``8,200,000円``, ``820万``, ``８２０万円（税込）``, ``8.2M``, ``8百万円``.

    Raises:
        NotUnderstoodError: it is no amount in whole yen, or says more than the amount.
    """
    text = _plain(typed, Meaning.YEN)
    for words in (_BEFORE_TAX, _YEN_SIGN, _BEFORE_TAX):
        text = words.sub("", text).strip()
    return _amount(text, typed, Meaning.YEN)


def read_pay(typed: str) -> int:
    """A yearly pay in yen: an amount that is plausible as one, see ``unlikely_pay``.

    Raises:
        NotUnderstoodError: it is no amount in whole yen, says more than the amount, or is hardly meant.
    """
    yen = read_yen(typed)
    if (found := unlikely_pay(yen)) is not None:
        raise NotUnderstoodError(typed, Meaning.YEN, Doubt.UNLIKELY, read=found.yen, meant=found.meant)
    return yen


def read_count(typed: str) -> int:
    """A number of people or a place in a ranking: ``300``, ``300人``, ``１，２００名``, ``1万人``, ``45位``, ``45th``.

    Raises:
        NotUnderstoodError: it is no whole number, or says more than the number.
    """
    text = _COUNTED.sub("", _OF_A_RANK.sub("", _plain(typed, Meaning.COUNT)))
    return _amount(text, typed, Meaning.COUNT)


def read_day(typed: str) -> date:
    """A day: ``1993-05-12``, ``1993/5/12``, ``19930512``, ``平成5年5月12日``, ``H5.5.12``, ``12 May 1993``.

    Raises:
        NotUnderstoodError: it is no day of the calendar.
    """
    text = _WEEKDAY.sub("", _MIDNIGHT.sub("", _plain(typed, Meaning.DAY))).strip()
    text = _arabic(re.sub(r" ?([-./年月日,]) ?", r"\1", text))
    try:
        if found := _ERA_DAY.fullmatch(text) or _ERA_DIGITS.fullmatch(text):
            year = _ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))
            return date(year, int(found[3]), int(found[4]))
        if found := _DAY.fullmatch(text) or _DIGITS.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if (found := _DAY_FIRST.fullmatch(text)) and (month := _month(found[2])):
            return date(int(found[3]), month, int(found[1]))
        if (found := _MONTH_FIRST.fullmatch(text)) and (month := _month(found[1])):
            return date(int(found[3]), month, int(found[2]))
    except ValueError:
        raise NotUnderstoodError(typed, Meaning.DAY, Doubt.NO_SUCH_DAY) from None
    raise _refusal(text, typed, Meaning.DAY)


def read_years(typed: str) -> float:
    """A length of time in years: ``5``, ``5.5``, ``5年半``, ``5年6か月``, ``66か月``, ``5 years 6 months``, ``5y6m``.

    Raises:
        NotUnderstoodError: it is no length of time that a person can have worked, or says more than that.
    """
    plain = _plain(typed, Meaning.YEARS)
    text = _arabic(_tight(re.sub(r"(?<=[a-z年]), ", " ", plain)))
    if _NUMBER.fullmatch(text):
        years = float(text)
    elif text == "半年":
        years = 0.5
    elif text and (found := _LENGTH.fullmatch(text)) and not (found["half"] and found["months"]):
        years = float(found["years"] or 0) + int(found["months"] or 0) / 12
        if found["half"]:
            if "." in (found["years"] or ""):
                raise NotUnderstoodError(typed, Meaning.YEARS)
            years += 0.5
    else:
        raise _refusal(plain, typed, Meaning.YEARS)
    if years > _MOST_YEARS:
        raise NotUnderstoodError(typed, Meaning.YEARS, Doubt.TOO_LARGE)
    return years


def read_hours(typed: str) -> float:
    """Hours of a week: ``28``, ``27.5``, ``28時間``, ``28h``.

    Raises:
        NotUnderstoodError: it is no number of hours that a week can have.
    """
    text = _tight(_plain(typed, Meaning.HOURS))
    if not (found := _HOURS.fullmatch(text)):
        raise _refusal(text, typed, Meaning.HOURS)
    if float(found[1]) > _HOURS_A_WEEK:
        raise NotUnderstoodError(typed, Meaning.HOURS, Doubt.TOO_LARGE)
    return float(found[1])


def read_time(typed: str) -> int:
    """A time in minutes from the midnight before: ``9:30``, ``18:00:00``, ``25:30``, ``翌1:30``, ``9時半``, ``6:30pm``.

    Hours from 24 on are those of the next day, up to its noon (``36:00``).

    Raises:
        NotUnderstoodError: it is no time, or one with seconds.
    """
    text = _plain(typed, Meaning.TIME).replace(" ", "").replace("a.m.", "am").replace("p.m.", "pm")
    if found := _FOUR_DIGITS.fullmatch(text):
        hours, minutes, seconds = int(found[1]), int(found[2]), 0
    elif (found := _CLOCK.fullmatch(text)) or (found := re.fullmatch(r"()()([0-9]{1,2})()()()()(am|pm)", text)):
        hours, minutes, seconds = int(found[3]), int(found[4] or found[6] or 0), int(found[5] or 0)
        minutes += _MINUTES_AN_HOUR // 2 if found[7] else 0
        hours = _hours_of_day(hours, found[2] or found[8] or "", typed)
        if found[1]:
            hours += 0 if hours >= 2 * _HOURS_OF_HALF else 2 * _HOURS_OF_HALF
    else:
        raise _refusal(text, typed, Meaning.TIME)
    whole = hours * _MINUTES_AN_HOUR + minutes
    if minutes >= _MINUTES_AN_HOUR or seconds >= _MINUTES_AN_HOUR or whole > LATEST_HOUR * _MINUTES_AN_HOUR:
        raise NotUnderstoodError(typed, Meaning.TIME)
    if seconds:
        raise NotUnderstoodError(typed, Meaning.TIME, Doubt.FRACTION)
    return whole


def _hours_of_day(hours: int, half: str, typed: str) -> int:
    """The hour of the day of one of its halves, in which 12 is the first."""
    if not half:
        return hours
    if hours > _HOURS_OF_HALF:
        raise NotUnderstoodError(typed, Meaning.TIME)
    return hours % _HOURS_OF_HALF + (_HOURS_OF_HALF if half in {"午後", "pm"} else 0)


def _amount(text: str, typed: str, meaning: Meaning) -> int:
    """A whole amount of a text without anything else."""
    text = _tight(text)
    if _GROUPED_BY_POINTS.search(text):
        raise NotUnderstoodError(typed, meaning, Doubt.POINT)
    ungrouped = _GROUPED.sub(lambda found: re.sub(r"[^0-9]", "", found[0]), text)
    if re.search(r"[0-9][,、' ]+[0-9]", ungrouped):
        raise _refusal(ungrouped, typed, meaning)
    amount = _lettered(ungrouped)
    if amount is None:
        amount = _placed(_arabic(ungrouped))
    if amount is None:
        raise _refusal(ungrouped, typed, meaning)
    if amount != int(amount):
        raise NotUnderstoodError(typed, meaning, Doubt.FRACTION)
    if amount > _MOST_YEN:
        raise NotUnderstoodError(typed, meaning, Doubt.TOO_LARGE)
    return int(amount)


def _lettered(text: str) -> Decimal | None:
    """An amount in millions or thousands."""
    if found := _LETTERED.fullmatch(text):
        return Decimal(found[1]) * _LETTERS[found[2]]
    return None


def _placed(text: str) -> Decimal | None:
    """An amount with the places of Japanese numbers: 億 and 万 multiply what stands before them, 千 to 十 a number."""
    whole, below, position = Decimal(0), Decimal(0), 0
    large = small = Decimal("Infinity")
    while position < len(text):
        part = _PART.match(text, position)
        if part is None or part.end() == position:
            return None
        number, place = part[1], Decimal(_PLACES.get(part[2] or "", 1))
        if place >= _MAN:
            counted = below + Decimal(number or 0)
            if not counted or place >= large or Decimal(number or 0) >= small:
                return None
            whole += counted * place
            below, large, small = Decimal(0), place, place
        else:
            value = Decimal(number or 1) * place
            if value >= small or ("." in (number or "") and below):
                return None
            below += value
            small = place
        position = part.end()
    return whole + below if text else None


def _arabic(text: str) -> str:
    """The same text with numbers in kanji written in digits: 八百二十 is 820, 二〇二六 is 2026."""
    return _KANJI_RUN.sub(lambda found: _kanji_number(found[0]), text)


def _kanji_number(run: str) -> str:
    digits = "".join(_KANJI_DIGITS.get(sign, sign) for sign in run)
    if digits.isdigit():
        return digits
    amount = _placed(digits)
    return run if amount is None else str(amount)


def _refusal(plain: str, typed: str, meaning: Meaning) -> NotUnderstoodError:
    """Why a text is not read, as exactly as it can be told."""
    if _BETWEEN.search(plain) and meaning is not Meaning.DAY:
        return NotUnderstoodError(typed, meaning, Doubt.RANGE)
    if found := _QUALIFIER.search(plain):
        return NotUnderstoodError(typed, meaning, Doubt.QUALIFIER, part=found[0].strip())
    if _COMMA.search(plain):
        return NotUnderstoodError(typed, meaning, Doubt.COMMA)
    return NotUnderstoodError(typed, meaning)


def _plain(typed: str, meaning: Meaning) -> str:
    """The text in one width and case, with single spaces.

    Raises:
        NotUnderstoodError: it is too long, or has signs that would turn into digits: ⑤, ², ½.
    """
    if len(typed) > _LONGEST or any(unicodedata.category(sign) == "No" for sign in typed):
        raise NotUnderstoodError(typed[:_LONGEST], meaning)
    plain = unicodedata.normalize("NFKC", typed).lower().replace("−", "-").replace("ー", "-")
    plain = "".join(str(unicodedata.digit(sign, sign)) for sign in plain)
    return " ".join(plain.split())


def _tight(text: str) -> str:
    """The text without spaces but those between digits, which may separate groups of three."""
    return re.sub(r"(?<=[^0-9.]) | (?=[^0-9.])", "", text)


def _month(name: str) -> int:
    return next((number for number, month in enumerate(_MONTHS, 1) if name.startswith(month)), 0)
