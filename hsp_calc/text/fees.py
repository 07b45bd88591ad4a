"""Fees in words: what a procedure costs by the day of acceptance, and the two ways to permanent residence compared."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from hsp_calc.documents.application import Folder
from hsp_calc.rules.certainty import Certainty
from hsp_calc.rules.fees import FeeProcedure, FeeRate, Fees
from hsp_calc.text.certainty import certainty_text
from hsp_calc.text.score_text import own_file_notice
from hsp_calc.text.translator import N_, Translator

HSP_YEARS = 5
"""The period of stay of Highly Skilled Professional (i), which is always this."""

_NAMES = MappingProxyType(
    {
        FeeProcedure.CHANGE_OF_STATUS: N_("Change of status of residence"),
        FeeProcedure.EXTENSION: N_("Extension of the period of stay"),
        FeeProcedure.PERMANENT_RESIDENCE: N_("Permission for permanent residence"),
        FeeProcedure.CERTIFICATE_OF_ELIGIBILITY: N_("Certificate of eligibility"),
        FeeProcedure.OTHER_ACTIVITY: N_("Permission to engage in other activities"),
        FeeProcedure.REENTRY_SINGLE: N_("Re-entry permission (single)"),
        FeeProcedure.REENTRY_MULTIPLE: N_("Re-entry permission (multiple)"),
        FeeProcedure.CERTIFICATE_OF_AUTHORIZED_EMPLOYMENT: N_("Certificate of authorized employment"),
    }
)


def fee_procedure_label(procedure: FeeProcedure, _: Translator) -> str:
    """What a procedure is called."""
    return _(_NAMES[procedure])


def amount(rate: FeeRate, _: Translator) -> str:
    """A fee in a phrase: at the counter, and online."""
    if rate.counter == 0 and not rate.online:
        return _("no fee")
    if rate.online is None:
        return _("{counter} (at the counter only)", counter=_.yen(rate.counter))
    if rate.online == rate.counter:
        return _.yen(rate.counter)
    return _("{counter} at the counter, {online} online", counter=_.yen(rate.counter), online=_.yen(rate.online))


def rate_line(rate: FeeRate, _: Translator) -> str:
    """A fee with the period it is for, where it stands and how sure it is."""
    said = amount(rate, _)
    if rate.granted is not None:
        said = _("{granted}: {amount}", granted=_.wording(rate.granted), amount=said)
    return _(
        "{rate} ({place}; {certainty})",
        rate=said,
        place=_.wording(rate.place),
        certainty=certainty_text(rate.certainty, _),
    )


def fee_lines(fees: Fees, procedure: FeeProcedure, accepted: date, years: int | None, _: Translator) -> Iterator[str]:
    """The fees of a procedure on a day, with everything to be known of them; none where none is carried."""
    rates = fees.of(procedure, accepted, years)
    for rate in rates:
        yield rate_line(rate, _)
    for rate in rates:
        if rate.note is not None:
            yield _noted(rate.note.certainty, _.wording(rate.note), _)
    if any(rate.counter for rate in rates):
        yield _noted(fees.rule_of_day.certainty, _.wording(fees.rule_of_day), _)
        for surcharge in fees.surcharges_of(procedure, accepted):
            yield _noted(surcharge.certainty, _.wording(surcharge), _)


def short_fee(fees: Fees, procedure: FeeProcedure, accepted: date, years: int | None, _: Translator) -> str | None:
    """The fee of a procedure in one line, with the day of acceptance; None where none is carried."""
    rates = fees.of(procedure, accepted, years)
    if not rates:
        return None
    said = _.listed(
        amount(rate, _)
        if rate.granted is None or years is not None
        else _("{granted}: {amount}", granted=_.wording(rate.granted), amount=amount(rate, _))
        for rate in rates
    )
    return _("{amount}, if accepted on {day}", amount=said, day=_.day(accepted))


def folder_fee(folder: Folder, fees: Fees, _: Translator) -> str | None:
    """The fee of the procedure of a folder in one line, by the planned day; None where there is none to tell."""
    asked = None if folder.procedure is None else folder.procedure.fee
    return None if asked is None else short_fee(fees, asked.procedure, folder.apply_on, asked.years, _)


def folder_fee_notes(folder: Folder, fees: Fees, _: Translator) -> Iterator[str]:
    """The same with everything to be known of it."""
    asked = None if folder.procedure is None else folder.procedure.fee
    if asked is not None:
        for line in fee_lines(fees, asked.procedure, folder.apply_on, asked.years, _):
            yield _("Fee: {fee}", fee=line)
        yield from filter(None, [own_file_notice(fees, _)])


def folder_fee_data(folder: Folder, fees: Fees, _: Translator) -> dict[str, object] | None:
    """The fee of the procedure of a folder as an object of a JSON file; None where there is none to tell."""
    asked = None if folder.procedure is None else folder.procedure.fee
    return None if asked is None else fee_data(fees, asked.procedure, folder.apply_on, asked.years, _)


def fee_data(
    fees: Fees, procedure: FeeProcedure, accepted: date, years: int | None, _: Translator
) -> dict[str, object]:
    """The fees of a procedure on a day as an object of a JSON file, as scripts rely on it."""
    rates = [
        {
            "granted": "any" if rate.granted is None else rate.granted.en,
            "counter": rate.counter,
            "online": rate.online,
            "source": _.wording(rate.place),
            "certainty": rate.certainty.value,
        }
        for rate in fees.of(procedure, accepted, years)
    ]
    return {"procedure": procedure.value, "accepted": accepted.isoformat(), "rates": rates}


def summary_fees(folder: Folder, fees: Fees, on: date, _: Translator) -> Iterator[str]:
    """The fee of the procedure chosen; without one, those of the two ways that a client chooses between."""
    if folder.procedure is not None:
        if fee := folder_fee(folder, fees, _):
            yield _("Fee: {fee}.", fee=fee)
            yield from filter(None, [own_file_notice(fees, _)])
        return
    change = short_fee(fees, FeeProcedure.CHANGE_OF_STATUS, on, HSP_YEARS, _)
    residence = short_fee(fees, FeeProcedure.PERMANENT_RESIDENCE, on, None, _)
    if change and residence:
        yield _(
            "Fees: change to Highly Skilled Professional (i) {change}; permanent residence {residence}.",
            change=change,
            residence=residence,
        )
        yield from filter(None, [own_file_notice(fees, _)])


def two_ways(fees: Fees, accepted: date, _: Translator) -> Iterator[str]:
    """What it costs to change to Highly Skilled Professional first, and what to stay and apply at once."""
    change = fees.of(FeeProcedure.CHANGE_OF_STATUS, accepted, HSP_YEARS)
    residence = fees.of(FeeProcedure.PERMANENT_RESIDENCE, accepted)
    if not change or not residence:
        return
    (first,), (then,) = change, residence
    cheapest = first.counter if first.online is None else min(first.counter, first.online)
    yield _(
        "Change to Highly Skilled Professional (i), then apply for permanent residence: {change}, then {residence}; "
        "together at least {sum}.",
        change=amount(first, _),
        residence=amount(then, _),
        sum=_.yen(cheapest + then.counter),
    )
    yield _(
        "Stay in the present status and apply for permanent residence: {residence}. Each extension on the way costs "
        "its own fee.",
        residence=amount(then, _),
    )
    yield _(
        "The fees are those of applications accepted on {day} ({certainty}).",
        day=_.day(accepted),
        certainty=certainty_text(weakest(first.certainty, then.certainty), _),
    )
    yield from filter(None, [own_file_notice(fees, _)])


def weakest(*certainties: Certainty) -> Certainty:
    """The least sure of some statements."""
    order = list(Certainty)
    return max(certainties, key=order.index)


def _noted(certainty: Certainty, said: str, _: Translator) -> str:
    return _("{statement} ({certainty})", statement=said, certainty=certainty_text(certainty, _))
