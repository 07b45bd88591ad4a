"""The supporting documents of the point form, as ``resources/reference/documents.yaml`` carries them."""

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from hsp_calc.facts import Category
from hsp_calc.rules.table_model import Identifier, Text, Wording
from hsp_calc.rules.yaml_document import YamlDocument
from hsp_calc.validation import IsoDate, Problem, nearest


class _Data(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class EvidencePaper(_Data):
    """A document, or several of which one or all are asked for.

    Attributes:
        ja: the source's words; None for a group that the source gives no name.
        en: their English rendering.
        one_of: documents of which one is enough.
        all_of: documents that are all needed.
    """

    ja: Text | None = None
    en: Text | None = None
    one_of: tuple["EvidencePaper", ...] = ()
    all_of: tuple["EvidencePaper", ...] = ()

    @property
    def text(self) -> Wording | None:
        """Its words in both languages."""
        return Wording(ja=self.ja, en=self.en) if self.ja and self.en else None

    @model_validator(mode="after")
    def _is_clear(self) -> "EvidencePaper":
        named = self.ja is not None
        group = self.one_of or self.all_of
        if (self.en is not None) != named or (self.one_of and self.all_of) or not (named or group):
            raise PydanticCustomError("document_unclear", "document")
        return self


Papers = Annotated[tuple[EvidencePaper, ...], Field(min_length=1)]


class Variant(_Data):
    """What an item asks for in one of several cases.

    Attributes:
        id: the case.
        when: the case in words, where no row of the form tells it from the others.
        criteria: the rows it is for, where the rows tell.
        title: what is to be proven.
        documents: what is asked for, all of it.
    """

    id: Identifier
    when: Wording | None = None
    criteria: tuple[Identifier, ...] = ()
    title: Wording
    documents: Papers

    @model_validator(mode="after")
    def _is_told_in_one_way(self) -> "Variant":
        if (self.when is None) == (not self.criteria):
            raise PydanticCustomError("variant_unclear", "variant")
        return self


class Item(_Data):
    """The documents of one mark of the form.

    Attributes:
        mark: the number on the form, ``①``.
        categories: the sheets it stands on.
        title: what is to be proven.
        waived_by: the mark whose documents make these needless.
        documents: what is asked for, all of it.
        variants: what is asked for in one case or another, in place of ``documents``.
        notes: what the source adds.
    """

    mark: Text
    categories: Annotated[tuple[Category, ...], Field(min_length=1)]
    title: Wording
    waived_by: Text | None = None
    documents: tuple[EvidencePaper, ...] = ()
    variants: tuple[Variant, ...] = ()
    notes: tuple[Wording, ...] = ()

    @model_validator(mode="after")
    def _asks_for_something(self) -> "Item":
        if bool(self.documents) == bool(self.variants):
            raise PydanticCustomError("documents_missing", "documents")
        return self


class Documents(_Data):
    """All items, in the order of their marks.

    Attributes:
        source: the id of the source.
        checked_on: when it was last compared with it.
        title: the source's own heading.
        items: the items.
    """

    source: Identifier
    checked_on: IsoDate
    title: Wording
    items: Annotated[tuple[Item, ...], Field(min_length=1)]

    @cached_property
    def by_mark(self) -> Mapping[str, Item]:
        """The items by their marks."""
        return {item.mark: item for item in self.items}


def load_documents(path: Path) -> Documents:
    """The documents of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = YamlDocument(path.read_bytes(), source=os.fspath(path))
    documents = document.read(Documents)
    document.refuse_if(list(_inconsistencies(documents)))
    return documents


def _inconsistencies(documents: Documents) -> Iterator[Problem]:
    marks = [item.mark for item in documents.items]
    for index, item in enumerate(documents.items):
        if item.mark in marks[:index]:
            yield Problem("duplicate_id", ("items", index, "mark"), {"id": item.mark})
        if item.waived_by is not None and (item.waived_by not in marks or item.waived_by == item.mark):
            near = nearest(item.waived_by, marks)
            yield Problem("unknown_mark", ("items", index, "waived_by"), {"id": item.waived_by, "nearest": near})
