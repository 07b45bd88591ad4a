"""Settings of the process while it starts: garbage collection off, and no search for pydantic plugins."""

import gc
import os

_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def begin_startup() -> None:
    """Speed up the start of this process; to be called before anything else is imported.

    Nearly everything that a start creates stays, so that a collection would find nothing. ``PYDANTIC_DISABLE_PLUGINS``
    is pydantic's own switch: without it, it reads the metadata of every installed package in search of plugins.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def finish_startup() -> None:
    """Turn garbage collection on again, at a higher threshold and without the objects of the start."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    gc.enable()
