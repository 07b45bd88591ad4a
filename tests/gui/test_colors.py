import pytest

from hsp_calc.app.colors import THEMES, Theme
from hsp_calc.locations import resources

ENOUGH = 4.5
READABLE = 2.8
TEXTS = ("text", "muted", "accent", "good", "warn", "bad")


def luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", TEXTS)
@pytest.mark.parametrize("ground", ["window", "card"])
def test_words_stand_out_from_what_is_behind_them(theme: Theme, role: str, ground: str) -> None:
    assert contrast(getattr(theme, role), getattr(theme, ground)) >= ENOUGH


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_stand_out_on_the_accent(theme: Theme) -> None:
    for accent in (theme.accent, theme.accent_hover, theme.accent_pressed):
        assert contrast(theme.on_accent, accent) >= ENOUGH
    assert contrast(theme.accent, theme.accent_soft) >= ENOUGH


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("way", ["up", "down", "left", "right"])
def test_the_arrows_of_inputs_and_calendars_have_the_colour_of_their_theme(theme: Theme, way: str) -> None:
    drawing = (resources() / "icons" / f"{way}-{theme.name}.svg").read_text(encoding="utf-8")
    assert f'stroke="{theme.muted}"' in drawing


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_stand_out_under_the_pointer_and_held_down(theme: Theme) -> None:
    for ground in (theme.hover, theme.pressed):
        assert contrast(theme.text, ground) >= ENOUGH


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_what_cannot_be_used_is_readable_and_no_other_colour(theme: Theme) -> None:
    assert contrast(theme.disabled, theme.window) >= READABLE
    assert theme.disabled not in {theme.text, theme.muted, theme.accent, theme.line}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_tick_of_a_box_has_the_colour_of_words_on_the_accent(theme: Theme) -> None:
    drawing = (resources() / "icons" / f"check-{theme.name}.svg").read_text(encoding="utf-8")
    assert f'stroke="{theme.on_accent}"' in drawing
