"""A quick start of a process: what is left out of it, and when that ends."""

import gc
import importlib
import os
import sys
from types import ModuleType

_OBJECTS_BETWEEN_LOOKS = 50_000
_METADATA = "importlib.metadata"


def hasten() -> None:
    """Leave out of the start of this process what it does not need; to be called before anything is imported.

    Most of what a start makes stays, so that looking for garbage in it finds nothing. And pydantic looks for plugins in
    the metadata of every package that is installed, though none is used: it need not look, and what it would look with
    is loaded when something asks it.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if _METADATA not in sys.modules:
        _load_metadata_when_asked()


def settle() -> None:
    """End the start: look for garbage from now on, but not in what is there already, and not at every turn."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)
    gc.enable()


def _load_metadata_when_asked() -> None:
    """Let ``importlib.metadata`` be imported, and loaded (a mail parser with it) once an attribute of it is used."""
    awaited = ModuleType(_METADATA)

    def real() -> ModuleType:
        if sys.modules.get(_METADATA) is awaited:
            sys.modules.pop(_METADATA, None)
        return importlib.import_module(_METADATA)

    def entry_points(**choice: object) -> object:
        return real().entry_points(**choice)

    def attribute(name: str) -> object:
        if name.startswith("__"):  # Python asks for these while it imports
            raise AttributeError(name)
        return getattr(real(), name)

    vars(awaited).update(entry_points=entry_points, __getattr__=attribute)
    sys.modules[_METADATA] = awaited
    importlib.metadata = awaited  # as an import would have set it
