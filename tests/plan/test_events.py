"""The dates that matter, and the calendar file."""

from datetime import UTC, date, datetime, timedelta, timezone
from random import Random

import pytest

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import KeptChecklist, SavedDocuments, State
from hsp_calc.documents import load_documents
from hsp_calc.documents.certificates import Certificate, certificates_of
from hsp_calc.documents.procedures import load_procedures
from hsp_calc.facts import Category
from hsp_calc.locations import resources
from hsp_calc.plan.events import Event, EventKind, calendar_file, events
from hsp_calc.plan.plan import make_plan
from hsp_calc.rules import Wording
from tests.plan.people import ON, case, law, made_up_case

STAMP = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=9)))
PERSON = {"degrees": ["master"], "annual_salary_yen": 5_500_000, "japanese": "n1", "japanese_degree": True}
WORK = {"from": "2022-02-10", "to": None, "categories": ["technical"]}
CERTIFICATE_OF_WORK = (
    "②/高度専門職外国人として従事しようとする業務に従事した期間及び業務の内容を明らかにする資料"
    "（所属していた機関作成のもの）"
)


def events_of(person: Case, *certificates: Certificate) -> tuple[Event, ...]:
    plan = make_plan(person, Category.TECHNICAL, law(), ON)
    return events(plan, person.applicant.residence, law().guideline, certificates)


def words(event: Event) -> tuple[str, str]:
    return f"{event.kind}: {', '.join(event.ids)}", f"{event.points:+}"


def test_the_dates_of_a_person_in_their_order() -> None:
    person = case(
        PERSON | {"innovation_support": True},
        born="1992-03-04",
        experience=[WORK],
        arrived="2026-02-01",
        since="2026-02-01",
        period_years=3,
        expires="2029-01-15",
    )
    assert [(event.day.isoformat(), event.kind.value, event.ids, event.points) for event in events_of(person)] == [
        ("2027-02-01", "earliest", ("points_80",), 0),
        ("2027-02-10", "experience", ("experience_5y", "experience_3y"), 5),
        ("2027-03-04", "birthday", ("salary_5m_6m", "age_30_34", "age_35_39"), -20),
        ("2027-03-04", "lost", ("points_80",), 0),
        ("2027-04-01", "rule", ("period_of_stay", "household_income", "pension_prospect", "absences", "rules"), 0),
        ("2028-11-01", "certificates", ("points_70",), 0),
        ("2029-01-15", "stay_expires", (), 0),
        ("2029-02-01", "earliest", ("points_70",), 0),
        ("2029-02-10", "experience", ("experience_7y", "experience_5y"), 5),
    ]


def test_a_birthday_says_how_old_and_what_is_left() -> None:
    person = case(PERSON, born="1992-03-04")
    birthday = next(event for event in events_of(person) if event.kind is EventKind.BIRTHDAY)
    assert (birthday.day, birthday.years, birthday.total) == (date(2027, 3, 4), 35, 50)


def test_certificates_are_fetched_within_three_months_of_the_application() -> None:
    person = case(PERSON | {"annual_salary_yen": 10_000_000, "sme": True}, born="1980-01-01", arrived="2026-05-31")
    found = {event.kind: event.day for event in events_of(person) if event.ids == ("points_80",)}
    assert found == {EventKind.EARLIEST: date(2027, 5, 31), EventKind.CERTIFICATES: date(2027, 2, 28)}


def issued(name: str, day: str) -> Certificate:
    return Certificate(name, Wording(ja=name, en=name), date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "too_old"), [("2026-11-30", "2027-03-01"), ("2026-12-10", "2027-03-11"), ("2026-08-22", "2026-11-23")]
)
def test_a_certificate_at_hand_turns_too_old_after_its_last_good_day(day: str, too_old: str) -> None:
    found = events_of(case(PERSON), issued("residence_record", day), issued("long_ago", "2026-01-01"))
    assert [(e.day.isoformat(), e.ids) for e in found if e.kind is EventKind.CERTIFICATE_OLD] == [
        (too_old, ("residence_record",))
    ]


def test_the_certificates_are_those_that_the_case_has_the_day_of_issue_of() -> None:
    day = date(2026, 11, 1)
    papers = {
        "residence_record": SavedDocuments(state=State.AT_HAND, issued_on=day),
        "resident_tax": SavedDocuments(state=State.GIVEN_IN, issued_on=day),
        "national_tax": SavedDocuments(state=State.AT_HAND),
        "photo": SavedDocuments(state=State.AT_HAND, issued_on=day),
        CERTIFICATE_OF_WORK: SavedDocuments(state=State.AT_HAND, issued_on=day, issued_in_japan=True),
        "①/学位取得の証明書": SavedDocuments(state=State.AT_HAND, issued_on=day, issued_in_japan=True),
        "⑮/合格証明書等の写し": SavedDocuments(state=State.AT_HAND, issued_on=day, issued_in_japan=True),
    }
    person = case(PERSON).with_section(KeptChecklist(papers=papers))
    folder = resources() / "reference"
    found = certificates_of(
        person, load_procedures(folder / "procedures.yaml"), load_documents(folder / "documents.yaml")
    )
    assert [one.id for one in found] == ["residence_record", CERTIFICATE_OF_WORK], (
        "diplomas and certificates of exams do not grow old"
    )
    assert found[1].text.en != found[1].text.ja


def test_a_stay_that_must_have_been_extended_since_has_no_known_end() -> None:
    person = case(PERSON, since="2021-04-01", period_years=5)
    assert EventKind.STAY_EXPIRES not in {event.kind for event in events_of(person)}


def test_all_dates_lie_in_the_plan_and_in_order() -> None:
    random = Random(8)  # noqa: S311 - made-up persons, no secrets
    for _ in range(50):
        found = events_of(made_up_case(random))
        assert all(ON <= event.day < date(2031, 11, 22) for event in found)
        assert [event.day for event in found] == sorted(event.day for event in found)


def test_the_calendar_file_is_one_that_calendars_read() -> None:
    event = Event(date(2027, 2, 28), EventKind.BIRTHDAY, ("age_30_34",), -5, 75, 35)
    text = calendar_file([event], lambda _: ("35歳；; 誕生日, A\\B", "一行目\n二行目"), stamp=STAMP)
    assert text.endswith("\r\n")
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines[:4] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//HSP Calc//Plan//EN", "CALSCALE:GREGORIAN"]
    assert lines[-2] == "END:VCALENDAR"
    assert "DTSTAMP:20261122T003000Z" in lines
    assert "DTSTART;VALUE=DATE:20270228" in lines
    assert "DTEND;VALUE=DATE:20270301" in lines
    assert "SUMMARY:35歳；\\; 誕生日\\, A\\\\B" in lines
    assert "DESCRIPTION:一行目\\n二行目" in lines


def test_each_event_has_an_alarm_and_the_end_of_the_stay_two() -> None:
    def alarms(kind: EventKind) -> list[str]:
        lines = calendar_file([Event(ON, kind)], lambda _: ("TAN WEI LING: x", ""), stamp=STAMP).split("\r\n")
        begun = [index for index, line in enumerate(lines) if line == "BEGIN:VALARM"]
        assert len(begun) == lines.count("END:VALARM")
        assert all(lines[index + 1 : index + 3] == ["ACTION:DISPLAY", "DESCRIPTION:TAN WEI LING: x"] for index in begun)
        assert all(lines.index("BEGIN:VEVENT") < index < lines.index("END:VEVENT") for index in begun)
        return [line for line in lines if line.startswith("TRIGGER:")]

    assert alarms(EventKind.BIRTHDAY) == ["TRIGGER:-P6DT15H"]
    assert alarms(EventKind.STAY_EXPIRES) == ["TRIGGER:-P90DT15H", "TRIGGER:-P6DT15H"]


def test_no_line_of_the_calendar_file_is_longer_than_75_bytes() -> None:
    event = Event(ON, EventKind.FACT)
    long = "日本の大学を卒業又は大学院の課程を修了, " * 20
    text = calendar_file([event], lambda _: (long, "x" * 500), stamp=STAMP)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = text.replace("\r\n ", "")
    assert f"SUMMARY:{long}".replace(",", "\\,") in unfolded
    assert f"DESCRIPTION:{'x' * 500}" in unfolded


def test_an_event_keeps_its_identity_when_its_day_moves_and_no_two_share_one() -> None:
    def uids(found: list[Event], owner: str = "") -> list[str]:
        text = calendar_file(found, words, stamp=STAMP, owner=owner)
        return [line for line in text.split("\r\n") if line.startswith("UID:")]

    first, moved = (Event(date(2027, 1, day), EventKind.EARLIEST, ("points_80",)) for day in (1, 2))
    assert uids([first]) == uids([moved])
    assert len(set(uids([first, moved]))) == 2
    assert uids([first], "TAN WEI LING") != uids([first])


def test_the_calendar_file_says_when_it_was_made_in_universal_time() -> None:
    utc = calendar_file([Event(ON, EventKind.FACT)], words, stamp=STAMP.astimezone(UTC))
    assert utc == calendar_file([Event(ON, EventKind.FACT)], words, stamp=STAMP)
