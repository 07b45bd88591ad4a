"""A degree entered from its diploma: what it comes to, in words, and the answers that follow. Plain Python, no Qt."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from hsp_calc.app.data import AppData
from hsp_calc.app.lookup.university_presenter import ROWS, with_choice
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import KeptTitles, KeptUniversity, UniversityEntry
from hsp_calc.reference.diplomas import Diploma, DiplomaReading, read_diploma
from hsp_calc.reference.universities import Universities, University
from hsp_calc.text import Translator
from hsp_calc.text.diploma_text import diploma_remark
from hsp_calc.text.lookup_answers import remarks_text, university_verdict


def diploma_lines(reading: DiplomaReading, desk: AppData, _: Translator) -> Iterator[str]:
    """What a diploma comes to: its title, whether it is of a Japanese university, and what its school is."""
    if reading.title is not None:
        title = desk.titles.named(reading.title)
        yield _("Title: {title}", title=_.wording(title))
        if title.note is not None:
            yield _.wording(title.note)
    if reading.japanese:
        yield _("✓ A degree of a Japanese university (⑭).")
    if reading.designated is not None:
        name = _.wording(reading.designated.name)
        yield _("✓ A designated university (⑰): {name}", name=name)
    elif reading.title is not None and reading.found.query.strip():
        yield _("School: {verdict}", verdict=university_verdict(reading.found, _))
        for match in reading.found.matches:
            yield from filter(None, [remarks_text(match, _)])
    for remark in reading.remarks:
        yield diploma_remark(remark, _)


def school_facts(kept: KeptTitles, desk: AppData) -> dict[str, Any]:
    """The answers that the schools of titles give: yes, or None where they say nothing."""
    read = _readings(kept, desk)
    japanese = any(reading.japanese for reading in read)
    designated = any(reading.designated is not None for reading in read)
    return {"japanese_degree": True if japanese else None, "designated_university": True if designated else None}


def with_school(case: Case, before: KeptTitles, now: KeptTitles, desk: AppData, _: Translator) -> Case:
    """The case with the designated university of its titles, where it keeps none; one that is gone with its title goes.

    Raises:
        InputError: what the case keeps of its university, or for the form, is malformed.
    """
    kept = case.section(KeptUniversity)
    gone, found = (_designated(titles, desk) for titles in (before, now))
    if kept == KeptUniversity() and found:
        return with_choice(case, *_entered(found[0], _))
    if kept.id in {university.id for university in gone} - {university.id for university in found}:
        if found:
            return with_choice(case, *_entered(found[0], _))
        return with_choice(case, KeptUniversity(), UniversityEntry())
    return case


def _entered(university: University, _: Translator) -> tuple[KeptUniversity, UniversityEntry]:
    kept = KeptUniversity(id=university.id, name=_.wording(university.name))
    return kept, UniversityEntry(route=ROWS[university.routes[0]])


def _designated(kept: KeptTitles, desk: AppData) -> list[University]:
    return [reading.designated for reading in _readings(kept, desk) if reading.designated is not None]


def _readings(kept: KeptTitles, desk: AppData) -> list[DiplomaReading]:
    """What the diplomas come to that were entered with their words or school and give the title that is kept."""
    found = []
    for held in kept.held:
        if held.country is not None:
            reading = _read(Diploma.of(held), desk.universities)
            if reading.title == held.title:
                found.append(reading)
    return found


@lru_cache(maxsize=64)
def _read(diploma: Diploma, universities: Universities) -> DiplomaReading:
    return read_diploma(diploma, universities)
