"""Signs that do not show, or that change how others show, made visible.

A name with a line feed forges a line of a list, U+202E turns the rest of a line around, and an escape sequence is a
command to a terminal. What a person entered is kept as it is; only where it is shown do pictures stand for such signs.
"""

import re
from collections.abc import Iterator

LINES = "\n\t"
"""What ends and indents lines; it may stay where a text has several."""

_UNSEEN = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0001\U000e0020-\U000e007f"
)
"""Controls, marks of direction and signs without width; not the joiners that names in several scripts need."""
_ANY = re.compile(f"[{_UNSEEN}]")
_DELETE = 0x7F
_PICTURES = 0x2400
"""U+2400 is the picture of the control U+0000, and so on."""
_PICTURE_OF_DELETE = "\u2421"
_SPACE = 0x20


def visible(text: str, *, keep: str = "") -> str:
    """A text with a picture or the number of every sign that would not show: ``␛`` or ``⟨U+202E⟩``.

    Args:
        text: as it was entered.
        keep: signs that stay as they are.
    """
    return _ANY.sub(lambda found: found[0] if found[0] in keep else _shown(found[0]), text)


def unseen(text: str, *, keep: str = "") -> Iterator[str]:
    """The signs of a text that would not show, each once, as ``U+202E``.

    Args:
        text: as it was entered.
        keep: signs that are no matter.
    """
    for sign in dict.fromkeys(_ANY.findall(text)):
        if sign not in keep:
            yield _number(sign)


def escaped_in_json(text: str) -> str:
    """The text of a JSON file with escapes for signs that would not show; it says the same."""
    return _ANY.sub(lambda found: found[0] if found[0] == "\n" else _escaped(found[0]), text)


def _shown(sign: str) -> str:
    code = ord(sign)
    if code < _SPACE:
        return chr(_PICTURES + code)
    return _PICTURE_OF_DELETE if code == _DELETE else f"⟨{_number(sign)}⟩"


def _number(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _escaped(sign: str) -> str:
    units = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
