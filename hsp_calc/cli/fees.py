"""``fees``: what a procedure costs, by the day of acceptance and the period granted."""

import sys
from collections.abc import Sequence

from hsp_calc.cli.context import DONE, Context, as_json, as_text, origin_data
from hsp_calc.cli.terminal_width import terminal_width
from hsp_calc.cli.usage import Parser, UsageError, day_named, format_option, one_of, required
from hsp_calc.rules.fees import FeeProcedure
from hsp_calc.text import CheckedKind, Translator, own_file_notice, seen, stale_notice
from hsp_calc.text.columns import indented
from hsp_calc.text.fees import fee_data, fee_lines, fee_procedure_label

_MOST_YEARS = 100


def run(arguments: Sequence[str], context: Context) -> int:
    """Write the fees of a procedure."""
    _ = context.words
    about = _("The fee of a procedure, by the day the application is accepted and the period of stay granted.")
    parser = Parser("fees", about, _, operands="PROCEDURE")
    parser.arguments.add_argument("procedure", metavar="PROCEDURE", nargs="?", help=", ".join(FeeProcedure))
    parser.options.add_argument(
        "--accepted", metavar="DATE", help=_("the day on which the application is accepted, such as 2026-11-22")
    )
    parser.options.add_argument(
        "--years", metavar="N", help=_("period of stay granted, in years (default: every period)")
    )
    format_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    procedure = FeeProcedure(one_of(required(asked.procedure, "PROCEDURE", _), "PROCEDURE", FeeProcedure, _))
    as_data = one_of(asked.format, "--format", ("text", "json"), _) == "json"
    accepted = day_named(required(asked.accepted, "--accepted", _), context.today, _, option="--accepted")
    years = None if asked.years is None else _years_named(asked.years, _)
    fees = context.fees
    rates = fees.of(procedure, accepted, years)
    if not rates:
        first = min(rate.since for rate in fees.rates if procedure in rate.procedures and rate.since is not None)
        raise UsageError(
            _(
                "The program has no fee for “{procedure}” on {day}; its data begin on {first}.",
                procedure=fee_procedure_label(procedure, _),
                day=accepted,
                first=first,
            )
        )
    if as_data:
        content = as_json(fee_data(fees, procedure, accepted, years, _) | origin_data(fees))
    else:
        title = _("{procedure}, accepted on {day}:", procedure=fee_procedure_label(procedure, _), day=_.day(accepted))
        lines = [title]
        for line in fee_lines(fees, procedure, accepted, years, _):
            lines += indented(line, terminal_width(), first="  ・ ")
        stale = stale_notice({CheckedKind.FEES: fees.checked_on}, context.today, _)
        for note in filter(None, [_("Checked on {day}.", day=_.day(fees.checked_on)), own_file_notice(fees, _), stale]):
            lines += indented(note, terminal_width(), first="")
        content = as_text(lines)
    sys.stdout.write(content)
    return DONE


def _years_named(value: str, _: Translator) -> int:
    if value.isascii() and value.isdecimal() and 1 <= int(value) <= _MOST_YEARS:
        return int(value)
    raise UsageError(
        _("--years: “{value}” is not valid; give whole years from 1 to {most}.", value=seen(value), most=_MOST_YEARS)
    )
