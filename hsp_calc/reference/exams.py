"""The exams and qualifications of the IT notice (mark ⑧), and those that a person has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field

from hsp_calc.casefile.sections import Qualifications
from hsp_calc.reference.fuzzy_search import Index, SearchEntry
from hsp_calc.reference.list_models import CarriedList, ListModel, miscounted, open_document, repeated, unknown
from hsp_calc.reference.normalize import fold, solid
from hsp_calc.rules.table_model import Identifier, Text, Wording
from hsp_calc.validation import Problem

_BRACKETS = re.compile(r"[（(](.*?)[)）]")
_EXAM = re.compile(r"(試験| Examination| \(\w\w\) Exams| Certification \(\w\w\) Exams)$")


class ExamKind(StrEnum):
    """Whether one passes it or holds it."""

    EXAM = "exam"
    QUALIFICATION = "qualification"


class ExamStatus(StrEnum):
    """Whether it is held still."""

    CURRENT = "current"
    PAST = "past"


class EnglishBy(StrEnum):
    """Whose English an English name is; the notice has none."""

    REPORTED = "reported"
    OWN = "own"


class Exam(ListModel):
    """An exam or a qualification of the notice.

    Attributes:
        id: what a case keeps.
        item: where it stands in the notice.
        country: the key of the country or region.
        organiser: the key of who holds it.
        kind: whether one passes it or holds it.
        status: whether it is held still; a past one counts as well.
        ja: its name in the notice.
        en: its English name.
        en_by: whose English that is.
    """

    id: Identifier
    item: Text
    country: Identifier
    organiser: Identifier
    kind: ExamKind
    status: ExamStatus
    ja: Text
    en: Text
    en_by: EnglishBy

    @property
    def printed(self) -> list[str]:
        """What it is called in the notice and in English, with and without the gloss and the word for an exam."""
        names = [self.ja, _BRACKETS.sub("", self.ja), *_BRACKETS.findall(self.ja), self.en]
        return names + [shorter for name in names if (shorter := _EXAM.sub("", name)) != name]


class Exams(CarriedList):
    """The notice.

    Attributes:
        countries: the countries and regions, by key, in its order.
        organisers: who holds the exams, by key.
        exams: its items, in its order.
    """

    countries: Annotated[Mapping[Identifier, Wording], Field(min_length=1)]
    organisers: Annotated[Mapping[Identifier, Wording], Field(min_length=1)]
    exams: Annotated[tuple[Exam, ...], Field(min_length=1)]

    def search(self, query: str = "", country: str | None = None, limit: int = 80) -> tuple[Exam, ...]:
        """The exams that fit a text that is being typed, best first; all where nothing is typed.

        Args:
            query: of the name, the organiser or the country, in Japanese or English.
            country: the key of a country or region; None means all.
            limit: how many at most.
        """
        if query.strip():
            found = [hit.item for hit in self._index.search(query, limit=len(self.exams))]
        else:
            found = list(self.exams)
        return tuple(exam for exam in found if country in {None, exam.country})[:limit]

    def named(self, exam_id: str) -> Exam | None:
        """The exam with an id; None if the notice carried has none."""
        return self._by_id.get(exam_id)

    @cached_property
    def _by_id(self) -> Mapping[str, Exam]:
        return {exam.id: exam for exam in self.exams}

    @cached_property
    def _index(self) -> Index[Exam]:
        return Index(
            SearchEntry(
                exam,
                names=[_BRACKETS.sub("", exam.ja), *_BRACKETS.findall(exam.ja), exam.en],
                aside=[
                    text
                    for words in (self.countries[exam.country], self.organisers[exam.organiser])
                    for text in (words.ja, *_BRACKETS.findall(words.ja), words.en)
                ],
            )
            for exam in self.exams
        )


@cache
def load_exams(path: Path) -> Exams:
    """The exams of a file, read once.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = open_document(path)
    found = document.read(Exams)
    document.refuse_if(list(_inconsistencies(found)))
    return found


def _inconsistencies(found: Exams) -> Iterator[Problem]:
    yield from miscounted(found, len(found.exams))
    for part in ("id", "item"):
        yield from repeated((getattr(exam, part) for exam in found.exams), "exams", part)
    for index, exam in enumerate(found.exams):
        yield from unknown(exam.country, found.countries, "exams", index, "country")
        yield from unknown(exam.organiser, found.organisers, "exams", index, "organiser")


@dataclass(frozen=True, slots=True)
class Licenses:
    """What the qualifications of a person come to.

    Attributes:
        exams: those of the notice.
        national: the national qualifications that are none of them, each once.
        unknown: ids that the notice carried does not have; they are not counted.
    """

    exams: tuple[Exam, ...]
    national: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def count(self) -> int:
        """What the fact ``licenses`` is to be, if all are related to the work."""
        return len(self.exams) + len(self.national)


def licenses(qualifications: Qualifications, exams: Exams) -> Licenses:
    """What qualifications come to; what is named twice, by its id or as a text, counts once."""
    found: list[Exam] = []
    missing: list[str] = []
    for exam_id in dict.fromkeys(qualifications.it_exams):
        exam = exams.named(exam_id)
        if exam is None:
            missing.append(exam_id)
        else:
            found.append(exam)
    named = {_key(name) for exam in found for name in (exam.ja, exam.en)}
    return Licenses(tuple(found), tuple(_others(qualifications.national, named)), tuple(missing))


def _others(names: Sequence[str], seen: set[str]) -> Iterator[str]:
    for name in names:
        key = _key(name)
        if key and key not in seen:
            seen.add(key)
            yield name.strip()


def is_named(name: str, found: Licenses) -> bool:
    """Whether a qualification is among those of a person already, by its name."""
    known = (*found.national, *(text for exam in found.exams for text in (exam.ja, exam.en)))
    return _key(name) in {_key(other) for other in known}


def _key(name: str) -> str:
    return solid(fold(name)).removesuffix("試験").removesuffix("examination")
