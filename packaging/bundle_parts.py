"""What of the libraries goes into a bundle: the lists that the spec filters by.

A library's wheel holds far more than the program loads; what is named here is what it does load. Names are compared
without the system's prefixes and suffixes, so that one list serves Linux (``libqsvg.so``), Windows (``qsvg.dll``) and
macOS (``libqsvg.dylib``).
"""

import re
import sys
from pathlib import PurePosixPath
from typing import Any

IDENTIFIER = "io.github.hsp-calc"
CASE_TYPE_IDENTIFIER = f"{IDENTIFIER}.case"

# The modules that hsp_calc.gui imports, and those that they and the plugins below are linked to.
QT_MODULES = frozenset(
    {
        "Core",
        "DBus",  # Gui is linked to it; input methods and portals speak through it
        "Gui",
        "PrintSupport",
        "Svg",
        "WaylandClient",
        "Widgets",
        "XcbQpa",
    }
)

QT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qjpeg", "qsvg"},  # PNG is built in; JPEG is one of the formats of an office's logo
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},  # typed Japanese
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cocoaprintersupport", "cupsprintersupport"},
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}

LANGUAGES = ("en", "ja")

# Of Linux's own libraries, those that come along: not installed everywhere, small, and loaded by nothing else. The
# others are the system's to keep safe, and packaging/linux/dependencies.py names the packages that have them.
SYSTEM_LIBRARIES = re.compile(
    r"lib(python3|ffi|icu\w+|pyside6|shiboken6|xcb-(cursor|icccm|image|keysyms|render-util|util))\b"
)

# Modules that libraries import only where they are there, or for what the program does not do.
LEFT_OUT_MODULES = (
    "PIL",
    "PySide6.QtDBus",  # libraries of Qt speak through D-Bus, the program does not
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "_bz2",
    "_codecs_cn",  # lists come in UTF-8 or in the encodings of Japan
    "_codecs_hk",
    "_codecs_kr",
    "_codecs_tw",
    "_duckdb",
    "_hashlib",  # hashlib has its own of each digest; what is enciphered, the package cryptography does
    "_lzma",
    "_multiprocessing",
    "_posixshmem",
    "_ssl",
    "_uuid",
    "asyncio",
    "babel.messages",  # the tools behind make catalogues
    "dask",
    "defusedxml",  # openpyxl would take it where it happens to be; workbooks are gone through with bounds first
    "distutils",
    "duckdb",  # extras, by which the bundle would be twice as large; batch says how to get them
    "fsspec",
    "hsp_calc.text.catalogues",
    "hsp_calc.text.extraction",
    "hypothesis",
    "importlib_metadata",
    "lxml",
    "markdown_it",
    "multiprocessing",
    "mypy",
    "numpy",
    "pandas",
    "pyarrow",
    "pydantic.mypy",
    "pydantic.v1",
    "pydoc",
    "pydoc_data",
    "pygments",
    "pytest",
    "readline",  # nothing is typed but passwords, which no line editor may see
    "rich",
    "setuptools",
    "sqlglot",
    "sqlite3",
    "ssl",
    "tkinter",
    "unittest",
    "xmlrpc",
)


def belongs(destination: str) -> bool:
    """Whether a file that PyInstaller found belongs in the bundle.

    Args:
        destination: its path in the bundle.
    """
    path = PurePosixPath(destination.replace("\\", "/"))
    parts = path.parts
    if parts[0] in {"PySide6", "shiboken6"} or _QT_MODULE.match(path.name):
        return _qt_belongs(path)
    if parts[:2] == ("babel", "locale-data"):
        return path.stem in {"root", *LANGUAGES}
    if sys.platform == "linux" and len(parts) == 1 and ".so." in path.name:
        return SYSTEM_LIBRARIES.match(path.name) is not None
    # Its distances are written in Python too, by which a search takes 20 ms in place of 10; compiled they weigh 3.6 MB.
    return not (parts[0] == "rapidfuzz" and path.suffix in {".so", ".pyd"})


# libQt6Gui.so.6, Qt6Gui.dll, QtGui.abi3.so, QtGui.framework and the QtGui in it
_QT_MODULE = re.compile(r"(?:lib)?Qt6?([A-Z]\w*)(?:\.|$)")
_FOR_DEVELOPERS = re.compile(r"pyside6qml|opengl32sw|d3dcompiler|\.(pyi|h|xml|cmake|prl)$")


def _qt_belongs(path: PurePosixPath) -> bool:
    parts = path.parts
    if "plugins" in parts:
        folder, name = parts[-2:]
        return _bare(name) in QT_PLUGINS.get(folder, ())
    if "translations" in parts:
        return path.name in {f"qtbase_{language}.qm" for language in LANGUAGES}
    modules = {found[1] for part in parts if (found := _QT_MODULE.match(part))}
    return modules <= QT_MODULES and "qml" not in parts and not _FOR_DEVELOPERS.search(path.name)


def _bare(name: str) -> str:
    return name.partition(".")[0].removeprefix("lib")


def info_plist(version: str) -> dict[str, Any]:
    """What macOS is told of the program and of its files.

    Args:
        version: the version of the program.
    """
    return {
        "CFBundleDisplayName": "HSP Calc",
        "CFBundleExecutable": "hsp-calc-gui",
        "CFBundleShortVersionString": version,
        "CFBundleLocalizations": list(LANGUAGES),
        "LSApplicationCategoryType": "public.app-category.utilities",
        "LSBackgroundOnly": False,
        "LSMinimumSystemVersion": "13.0",  # what Qt 6 and the typst wheel support
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "HSP Calc case",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [CASE_TYPE_IDENTIFIER],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": CASE_TYPE_IDENTIFIER,
                "UTTypeDescription": "HSP Calc case",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["hspcase"],
                    "public.mime-type": "application/x-hsp-case",
                },
            }
        ],
    }
