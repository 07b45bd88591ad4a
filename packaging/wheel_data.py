"""Puts the folders beside the package into a wheel, as package data, with the quick form of the rule tables."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelData(BuildHookInterface):  # type: ignore[type-arg]  # hatchling gives it no parameters here
    """Maps ``resources`` and ``translations`` to private folders of the package.

    An editable install gets none: it would be a copy that goes stale beside the checkout.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the rule tables and add the two folders to a standard wheel."""
        if version == "standard":
            self._compile_tables()
            build_data["force_include"].update(
                {"resources": "hsp_calc/_resources", "translations": "hsp_calc/_translations"}
            )

    def _compile_tables(self) -> None:
        sys.path.insert(0, self.root)
        try:
            from hsp_calc.rules.__main__ import compile_files  # noqa: PLC0415  # the package that is being built
        finally:
            sys.path.remove(self.root)
        compile_files(Path(self.root) / "resources" / "rules")
