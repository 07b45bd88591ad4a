"""All pages of the guide."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hsp_calc.guide.activity_content import ActivityContent, load_activity
from hsp_calc.guide.benefits import BenefitsContent, load_benefits
from hsp_calc.guide.employer import EmployerContent, load_employer
from hsp_calc.guide.underlying_content import UnderlyingContent, load_underlying
from hsp_calc.guide.weekly_hours import HoursContent, load_hours_page

PAGES: Mapping[str, str] = {
    "underlying": "underlying-status.yaml",
    "activity": "other-activity.yaml",
    "hours": "hours.yaml",
    "benefits": "benefits.yaml",
    "employer": "employer.yaml",
}
"""The file of each page."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The pages.

    Attributes:
        underlying: the underlying status.
        activity: other activities.
        hours: the 28-hour rule.
        benefits: the statuses side by side.
        employer: the employer's page.
    """

    underlying: UnderlyingContent
    activity: ActivityContent
    hours: HoursContent
    benefits: BenefitsContent
    employer: EmployerContent


def load_guide(folder: Path) -> Guide:
    """The pages of a folder, ``resources/reference/guide``.

    Raises:
        InputError: with every problem of a file and its line.
        OSError: a file cannot be read.
    """
    return Guide(
        load_underlying(folder / PAGES["underlying"]),
        load_activity(folder / PAGES["activity"]),
        load_hours_page(folder / PAGES["hours"]),
        load_benefits(folder / PAGES["benefits"]),
        load_employer(folder / PAGES["employer"]),
    )
