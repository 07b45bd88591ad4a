"""What a case keeps beside its facts for the questions of the desk, each under a key of its own."""

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from hsp_calc.casefile import Case
from hsp_calc.validation import InputError, problems_of


class CaseEntry(BaseModel):
    """What stands under a key; fields that this version does not know are kept as they are."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")


K = TypeVar("K", bound=CaseEntry)


def kept_in(case: Case, key: str, model: type[K]) -> K:
    """What a case keeps under a key; the model as it is at first, where there is nothing.

    Raises:
        InputError: what stands there is something else.
    """
    written: Any = (case.model_extra or {}).get(key)
    if written is None:
        return model()
    try:
        return model.model_validate(written)
    except ValidationError as error:
        raise InputError([problem.within(key) for problem in problems_of(error, model)]) from None


def with_kept(case: Case, key: str, kept: CaseEntry) -> Case:
    """The case with this in place of what it keeps under a key; where nothing is said, the key goes."""
    if kept == type(kept)():
        return without(case, key)
    return case.model_copy(update={key: kept.model_dump(mode="json", exclude_none=True)})


def without(case: Case, *keys: str) -> Case:
    """The case with nothing under some keys, whatever stood there."""
    bare = case.model_copy()
    for key in keys:
        if bare.model_extra is not None:
            bare.model_extra.pop(key, None)
    return bare
