"""Files of facts and cases: read strictly, written so that nothing is lost."""

from hsp_calc.casefile.atomic import write_atomically
from hsp_calc.casefile.case import FORMAT, VERSION, Applicant, Case, Residence
from hsp_calc.casefile.reading import STANDARD_INPUT, Loaded, load, read_bytes, read_case
from hsp_calc.casefile.strict_json import parse_json
from hsp_calc.casefile.writing import case_bytes, save_case

__all__ = [
    "FORMAT",
    "STANDARD_INPUT",
    "VERSION",
    "Applicant",
    "Case",
    "Loaded",
    "Residence",
    "case_bytes",
    "load",
    "parse_json",
    "read_bytes",
    "read_case",
    "save_case",
    "write_atomically",
]
