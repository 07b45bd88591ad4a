"""The colours of the window: a light, a dark and a high-contrast theme. Plain Python, no Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the window.

    Attributes:
        name: ``light``, ``dark`` or ``contrast``.
        window: behind everything.
        card: behind what belongs together.
        line: borders and rules.
        text: ordinary words.
        muted: words of less weight.
        disabled: words and borders of what cannot be used now.
        hover: behind what lies under the pointer.
        pressed: behind what is held down.
        accent: what counts, what is chosen.
        accent_hover: the accent under the pointer.
        accent_pressed: the accent held down.
        on_accent: words on the accent.
        accent_soft: behind what counts.
        good: words of a yes.
        warn: words of a caution.
        warn_soft: behind what is not real.
        bad: words of a no, and of what is wrong.
    """

    name: str
    window: str
    card: str
    line: str
    text: str
    muted: str
    disabled: str
    hover: str
    pressed: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    good: str
    warn: str
    warn_soft: str
    bad: str


LIGHT = Theme(
    name="light",
    window="#f4f6f8",
    card="#ffffff",
    line="#cfd6de",
    text="#1a1f25",
    muted="#56616d",
    disabled="#8792a0",
    hover="#eaf0f6",
    pressed="#d3deea",
    accent="#0b5cad",
    accent_hover="#08488a",
    accent_pressed="#063361",
    on_accent="#ffffff",
    accent_soft="#e2edf8",
    good="#17693a",
    warn="#855000",
    warn_soft="#ffefc2",
    bad="#b3261e",
)
DARK = Theme(
    name="dark",
    window="#15181c",
    card="#1e2329",
    line="#3c4651",
    text="#e9edf1",
    muted="#a7b3bf",
    disabled="#74818e",
    hover="#2b333c",
    pressed="#3d4854",
    accent="#78b8f7",
    accent_hover="#a3cffb",
    accent_pressed="#4f9ae6",
    on_accent="#0c1621",
    accent_soft="#1d3850",
    good="#5fcf93",
    warn="#e8b964",
    warn_soft="#463712",
    bad="#ff9a90",
)
CONTRAST = Theme(
    name="contrast",
    window="#000000",
    card="#000000",
    line="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    disabled="#a0a0a0",
    hover="#333333",
    pressed="#5c5c00",
    accent="#ffff00",
    accent_hover="#ffffa0",
    accent_pressed="#cfcf00",
    on_accent="#000000",
    accent_soft="#333300",
    good="#00ff66",
    warn="#ffcc00",
    warn_soft="#332900",
    bad="#ff8080",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}
