"""A quick start of a process: what is left out of it, and when that ends."""

import gc
import os

_OBJECTS_BETWEEN_LOOKS = 50_000


def hasten() -> None:
    """Leave out of the start of this process what it does not need; to be called before anything is imported.

    Most of what a start makes stays, so that looking for garbage in it finds nothing. And pydantic looks for plugins in
    the metadata of every package that is installed, though none is used.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def settle() -> None:
    """End the start: look for garbage from now on, but not in what is there already, and not at every turn."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)
    gc.enable()
