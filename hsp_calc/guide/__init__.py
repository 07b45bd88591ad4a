"""The status guide: what a status allows, asked and answered apart from the points.

Each page is a data file of ``resources/reference/guide``, read by a loader of its module; the answers are frozen
dataclasses whose statements carry both languages and their sources. Import what is needed from its module:

- ``pages``: ``load_guide(folder)``, all pages at once;
- ``underlying``: ``judge_underlying(answers, page)``, whether an activity fits the ordinary work status;
  ``UnderlyingAnswers.known_from(facts)`` of ``underlying_page`` is what a case answers already;
- ``activity``: ``judge_activity(answers, page)``, what another activity needs;
  ``known_from(residence.status)`` of the page is what a case answers already;
- ``hours``: ``weigh(shifts, holidays, rule)``, shifts against the 28-hour rule;
- ``shifts``: ``read_csv(content, source=…)`` and ``shifts_of(rows)``, shifts as people write them;
- ``benefits``: ``compare_benefits(household, page, facts)``, the statuses side by side;
- ``employer``: ``load_employer(path)``, the employer's page;
- ``saved_shifts``: what the shifts of a case come to, and ``months`` their calendar; the answers themselves are
  the section ``GuideAnswers`` of a case;
- ``report``: all of these as JSON objects.
"""
