"""What to do with a score: its course over time, permanent residence, and the way to the next threshold.

Each question has a module of its own, imported by its name:

- ``plan``: ``make_plan(case, category, law, on, until)``, with ``load_law(folder, tables)``;
- ``timeline``: ``timeline(profile, category, scorers, on, until)``, the totals from day to day;
- ``routes`` and ``headline``: the routes to permanent residence, and what is certain of them;
- ``advice``: ``advise(profile, category, scorers, on, target)`` and ``with_changes(case, suggestion, on)``;
- ``events``: ``events(plan, residence, guideline)`` and ``calendar_file(events, words, stamp=…)``;
- ``plan_json``: ``plan_data(plan)`` and ``advice_data(advice)``, the JSON objects that scripts rely on.
"""
