"""Whether an exam or a qualification counts for mark ⑧: the IT notice, national qualifications, and what does not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field

from hsp_calc.reference.exams import Exam, Exams
from hsp_calc.reference.known_names import KnownNames, Lexicon, Meaning, load_names, separate
from hsp_calc.reference.list_models import ListModel, open_document, repeated, unknown
from hsp_calc.reference.naming import key_of
from hsp_calc.reference.normalize import is_japanese
from hsp_calc.rules.table_model import Identifier, Text, Wording
from hsp_calc.validation import IsoDate, Problem

_NAMES, _NATIONAL = "exam-names.yaml", "national-qualifications.yaml"
_MOST_SIMILAR = 20
_SHORTEST, _SHORTEST_JAPANESE = 4, 2


class Reserved(StrEnum):
    """What a law reserves to those who hold a qualification."""

    PRACTICE = "practice"
    """The work (業務独占)."""
    TITLE = "title"
    """The title (名称独占)."""
    OPEN = "open"
    """Not plain from the law."""


class NationalQualification(ListModel):
    """A Japanese national qualification.

    Attributes:
        id: its key.
        ja: its name.
        en: the same in English.
        kind: what the law reserves to those who hold it.
        proof: the key of what proves it.
        names: what else it is called, apart by ``;``.
    """

    id: Identifier
    ja: Text
    en: Text
    kind: Reserved
    proof: Identifier
    names: str = ""


class NationalQualifications(ListModel):
    """The qualifications most asked for; there is no official list of those that count.

    Attributes:
        checked_on: when they were last gone through.
        source: the id of the source of the row.
        kinds: what each kind means for the row.
        proofs: what proves a qualification, by key.
        qualifications: the qualifications.
    """

    checked_on: IsoDate
    source: Identifier
    kinds: Mapping[Reserved, Wording]
    proofs: Mapping[Identifier, Wording]
    qualifications: Annotated[tuple[NationalQualification, ...], Field(min_length=1)]

    def named(self, text: str) -> NationalQualification | None:
        """The qualification that a text means; None if it means none that is carried."""
        return self._by_key.get(key_of(text))

    @cached_property
    def _by_key(self) -> Mapping[str, NationalQualification]:
        return {
            key_of(name): found
            for found in self.qualifications
            for name in (found.ja, found.en, *separate(found.names))
        }


class ExamAnswer(StrEnum):
    """What a look-up comes to."""

    NOTHING_ASKED = "nothing_asked"
    FOUND = "found"
    """The text means exams of the notice, or a national qualification."""
    SIMILAR = "similar"
    """It means none for certain, but there are some whose names are like it."""
    NOT_FOUND = "not_found"
    """Nothing of the notice carried; ``ExamLookUp.remarks`` says where that is known for certain."""


@dataclass(frozen=True, slots=True)
class ExamLookUp:
    """The answer to what was typed.

    Attributes:
        query: what was typed.
        answer: what it comes to.
        matches: the exams of the notice that it means.
        national: the national qualification that it means.
        similar: exams whose names are like it; none of them counts as found.
        remarks: what is to be known, such as why it does not count.
    """

    query: str
    answer: ExamAnswer
    matches: tuple[Exam, ...]
    national: NationalQualification | None
    similar: tuple[Exam, ...]
    remarks: tuple[Wording, ...]


class ExamLookUps:
    """The notice, the names of its exams, and the national qualifications, ready to be asked.

    Attributes:
        exams: the notice.
        national: the national qualifications.
    """

    def __init__(self, exams: Exams, names: KnownNames, national: NationalQualifications) -> None:
        self.exams = exams
        self.national = national
        self._names = names
        self._lexicon = Lexicon({exam.id: exam.printed for exam in exams.exams}, names, joining=True)

    def look_up(self, query: str) -> ExamLookUp:
        """Whether a text means an exam that counts.

        Args:
            query: a name in any language, with or without the organiser.
        """
        meaning, national = self._meaning(query), self.national.named(query)
        similar = self.exams.search(query, limit=_MOST_SIMILAR) if query.strip() else ()
        matches: tuple[Exam, ...] = ()
        remarks: tuple[Wording, ...] = ()
        if meaning is not None:
            meant = tuple(self._exams(meaning))
            matches = meant if meaning.certain else ()
            similar = () if meaning.certain else meant
            remark = self._names.remark(meaning.remark)
            remarks = () if remark is None else (remark,)
        elif national is not None:
            similar, remarks = (), (self.national.kinds[national.kind],)
        if matches or (national is not None and national.kind is not Reserved.OPEN):
            answer = ExamAnswer.FOUND
        elif similar or national is not None:
            answer = ExamAnswer.SIMILAR
        else:
            answer = ExamAnswer.NOT_FOUND if query.strip() else ExamAnswer.NOTHING_ASKED
        return ExamLookUp(query, answer, matches, national, similar, remarks)

    def _meaning(self, query: str) -> Meaning | None:
        """What a text means; of what does not count the beginning is enough, such as the vendor's name."""
        key = key_of(query)
        found = self._lexicon.meaning(key)
        if found is not None or self.national.named(query) is not None:
            return found
        shortest = _SHORTEST_JAPANESE if is_japanese(key) else _SHORTEST
        words = query.split()
        beginnings = [key_of(" ".join(words[:count])) for count in range(len(words) - 1, 0, -1)]
        beginnings += [key[:end] for end in range(len(key) - 1, shortest - 1, -1)]
        known = (self._lexicon.meaning(beginning) for beginning in beginnings if len(beginning) > 1)
        return next((meaning for meaning in known if meaning is not None and not meaning.ids), None)

    def _exams(self, meaning: Meaning) -> Iterator[Exam]:
        for exam_id in meaning.ids:
            exam = self.exams.named(exam_id)
            if exam is not None:
                yield exam


@cache
def load_national_qualifications(path: Path) -> NationalQualifications:
    """The national qualifications of a file, read once.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = open_document(path)
    found = document.read(NationalQualifications)
    document.refuse_if(list(_inconsistencies(found)))
    return found


@cache
def load_exam_names(path: Path) -> KnownNames:
    """The names of exams of a file, read once.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    return load_names(path)


def load_exam_look_ups(folder: Path, exams: Exams) -> ExamLookUps:
    """What is needed to ask whether an exam counts.

    Raises:
        InputError: with every problem of a file and its line.
        OSError: a file cannot be read.
    """
    return ExamLookUps(exams, load_exam_names(folder / _NAMES), load_national_qualifications(folder / _NATIONAL))


def _inconsistencies(found: NationalQualifications) -> Iterator[Problem]:
    yield from repeated((item.id for item in found.qualifications), "qualifications", "id")
    for index, item in enumerate(found.qualifications):
        yield from unknown(item.proof, found.proofs, "qualifications", index, "proof")
