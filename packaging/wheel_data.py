"""Puts the folders beside the package into a wheel, as package data."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelData(BuildHookInterface):  # type: ignore[type-arg]  # hatchling gives it no parameters here
    """Maps ``resources`` and ``translations`` to private folders of the package.

    An editable install gets none: it would be a copy that goes stale beside the checkout.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the two folders to a standard wheel."""
        if version == "standard":
            build_data["force_include"].update(
                {"resources": "hsp_calc/_resources", "translations": "hsp_calc/_translations"}
            )
