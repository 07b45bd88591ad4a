"""All pages of the guide."""

from dataclasses import dataclass
from pathlib import Path

from hsp_calc.guide.activity_page import ActivityPage, load_activity
from hsp_calc.guide.benefits import BenefitsPage, load_benefits
from hsp_calc.guide.employer import EmployerPage, load_employer
from hsp_calc.guide.hours import HoursPage, load_hours_page
from hsp_calc.guide.underlying_page import UnderlyingPage, load_underlying


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

    underlying: UnderlyingPage
    activity: ActivityPage
    hours: HoursPage
    benefits: BenefitsPage
    employer: EmployerPage


def load_guide(folder: Path) -> Guide:
    """The pages of a folder, ``resources/reference/guide``.

    Raises:
        InputError: with every problem of a file and its line.
        OSError: a file cannot be read.
    """
    return Guide(
        load_underlying(folder / "underlying-status.yaml"),
        load_activity(folder / "other-activity.yaml"),
        load_hours_page(folder / "hours.yaml"),
        load_benefits(folder / "benefits.yaml"),
        load_employer(folder / "employer.yaml"),
    )
