"""Made-up persons in SQL, the same at every run, one in ten answers missing."""

from hsp_calc.batch.table_query import person_columns
from hsp_calc.facts import VOCABULARY

LISTS = ("degrees", "research")


def persons_as_queried(count: int) -> str:
    """SQL for so many persons in the columns that the query of a rule table reads."""
    values, items = _values(), []
    for number, (name, kind) in enumerate(person_columns().items()):
        group = next((97 + LISTS.index(fact) for fact in LISTS if name.startswith(fact)), number)
        value = f"CASE WHEN (i * 31 + {group}) % 10 <> 0 THEN {values[name]} END" if name in values else "NULL"
        items.append(f"({value})::{kind} AS {name}")
    return f"SELECT i AS id, {', '.join(items)} FROM range({count}) t(i)"


def persons_as_in_files(count: int) -> str:
    """SQL for so many persons in the columns of a file."""
    items = ["id"]
    for name in person_columns():
        if name.startswith("experience_years_"):
            items.append(f'{name} AS "{name.replace("years_", "years.")}"')
        elif not name.startswith((*LISTS, "date_of_birth")):
            items.append(name)
    for fact in LISTS:
        held = ", ".join(f"CASE WHEN {fact}_{value} THEN '{value}' END" for value in VOCABULARY[fact].values)
        items.append(f"list_filter([{held}], lambda word: word IS NOT NULL) AS {fact}")
    return f"SELECT {', '.join(items)} FROM ({persons_as_queried(count)})"


def _values() -> dict[str, str]:
    """SQL for an answer to each fact of the person ``i``."""
    answers = {"age": "20 + i * 7 % 31", "annual_salary_yen": "2500000 + i * 13 % 60 * 500000", "licenses": "i % 3"}
    answers |= {"position": "['none', 'director'][1 + i % 2]", "japanese": "['none', 'n2', 'n1'][1 + i % 3]"}
    columns = enumerate(person_columns().items())
    for number, (name, kind) in columns:
        if kind == "BOOLEAN":
            answers[name] = f"i * {7 + number} % 3 = 0"
        elif name.startswith("experience"):
            answers[name] = f"i * {3 + number} % 13"
    return answers
