"""Packs the bundle of Linux: a ``.deb``, a ``.tar.gz`` that needs no installing, and the checksums of both.

    package.py BUNDLE OUT

The same sources give the same bytes: owners, order and times are fixed, the times to ``SOURCE_DATE_EPOCH`` or else to
the commit's.
"""

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from datetime import UTC, date, datetime
from email.utils import format_datetime
from pathlib import Path

import dependencies
import manual

import hsp_calc

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ICONS = ROOT / "build" / "bundle" / "icons"
NAME = "hsp-calc"
PROGRAMS = (NAME, f"{NAME}-gui")
DEBIAN_NAMES = {"x86_64": "amd64", "aarch64": "arm64"}
KIBIBYTE = 1024
MEGABYTE = 1_000_000

DEBIAN_CHANGELOG = """\
{name} ({version}) unstable; urgency=medium

  * What changed is in CHANGELOG.md.gz beside this file.

 -- The HSP Calc developers <hsp-calc@users.noreply.github.com>  {time}
"""

CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The HSP Calc developers <hsp-calc@users.noreply.github.com>
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Section: misc
Priority: optional
Description: points of Japan's Highly Skilled Professional status
 What a person scores for the status of residence Highly Skilled Professional,
 why each row of the form counts or does not, which papers prove it, and the
 official form, filled in, as PDF; in Japanese and English.
 .
 It uses no network, and it gives no legal advice.
"""


def release_time() -> int:
    """The time that every file of a package bears, in seconds since 1970."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    command: list[str | Path] = ["git", "-C", ROOT, "-c", "safe.directory=*", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return int(done.stdout) if done.returncode == 0 else int((ROOT / "CHANGELOG.md").stat().st_mtime)


def architecture() -> str:
    """What Debian calls the processors that the bundle is for."""
    return DEBIAN_NAMES.get(platform.machine(), platform.machine())


def lay_out(bundle: Path, root: Path, day: date) -> None:
    """Write every file of the package as it is installed below ``root``."""
    share = root / "usr" / "share"
    shutil.copytree(bundle, root / "usr" / "lib" / NAME, symlinks=True)
    programs = root / "usr" / "bin"
    programs.mkdir(parents=True)
    for program in PROGRAMS:
        (programs / program).symlink_to(f"../lib/{NAME}/{NAME}")
    _copy(HERE / "hsp-calc.desktop", share / "applications" / "hsp-calc.desktop")
    _copy(HERE / "hsp-calc.mime.xml", share / "mime" / "packages" / "hsp-calc.xml")
    _write(_filled(HERE / "hsp-calc.metainfo.xml", day), share / "metainfo" / "io.github.hsp_calc.metainfo.xml")
    icons = share / "icons" / "hicolor"
    _copy(ROOT / "resources" / "icons" / "hsp-calc.svg", icons / "scalable" / "apps" / "hsp-calc.svg")
    for picture in ICONS.glob("hsp-calc-*.png"):
        size = picture.stem.rpartition("-")[2]
        _copy(picture, icons / f"{size}x{size}" / "apps" / "hsp-calc.png")
    for language, folder in (("en", "man1"), ("ja", "ja/man1")):
        page = manual.page(language, version=hsp_calc.__version__, day=day).encode()
        _write(gzip.compress(page, mtime=0), share / "man" / folder / "hsp-calc.1.gz")
        (share / "man" / folder / "hsp-calc-gui.1.gz").symlink_to("hsp-calc.1.gz")
    documents = share / "doc" / NAME
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    _write(gzip.compress(changes, mtime=0), documents / "CHANGELOG.md.gz")
    time = format_datetime(datetime.combine(day, datetime.min.time(), UTC))
    entry = DEBIAN_CHANGELOG.format(name=NAME, version=hsp_calc.__version__, time=time)
    _write(gzip.compress(entry.encode(), mtime=0), documents / "changelog.gz")
    _copy(HERE / "lintian-overrides", share / "lintian" / "overrides" / NAME)
    _write(_copyright().encode(), documents / "copyright")


def build_deb(bundle: Path, out: Path, seconds: int) -> Path:
    """The ``.deb`` of a bundle."""
    root = ROOT / "build" / "bundle" / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(bundle, root, datetime.fromtimestamp(seconds, UTC).date())
    files = [file for file in sorted(root.rglob("*")) if file.is_file() and not file.is_symlink()]
    sums = [
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(root)}\n"
        for file in files
    ]
    control = CONTROL.format(
        name=NAME,
        version=hsp_calc.__version__,
        architecture=architecture(),
        size=sum(-(-file.stat().st_size // KIBIBYTE) for file in files),
        depends=", ".join(dependencies.depends(dependencies.programs(bundle))),
        recommends=", ".join(dependencies.OPTIONAL.values()),
    )
    _write("".join(sums).encode(), root / "DEBIAN" / "md5sums")
    _write(control.encode(), root / "DEBIAN" / "control")
    _settle(root)
    package = out / f"{NAME}_{hsp_calc.__version__}_{architecture()}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, package],
        env=os.environ | {"SOURCE_DATE_EPOCH": str(seconds)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return package


def build_archive(bundle: Path, out: Path, seconds: int) -> Path:
    """The ``.tar.gz`` of a bundle: unpacked anywhere, it runs."""
    name = f"{NAME}-{hsp_calc.__version__}-linux-{platform.machine()}"
    archive = out / f"{name}.tar.gz"

    def settled(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = seconds
        entry.mode = _mode(executable=bool(entry.mode & 0o100))
        return entry

    with (
        archive.open("wb") as file,
        gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=6, mtime=seconds) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        tar.add(bundle, name, filter=settled)  # in the order of the names
        link = tarfile.TarInfo(f"{name}/{NAME}-gui")
        link.type, link.linkname = tarfile.SYMTYPE, NAME
        tar.addfile(settled(link))
    return archive


def write_sums(out: Path) -> None:
    """Write ``SHA256SUMS`` of everything in the folder."""
    files = sorted(file for file in out.iterdir() if file.is_file() and file.name != "SHA256SUMS")
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (out / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def _filled(template: Path, day: date) -> bytes:
    text = template.read_text(encoding="utf-8")
    return text.replace("@VERSION@", hsp_calc.__version__).replace("@DATE@", day.isoformat()).encode()


def _copyright() -> str:
    texts = f"The full texts of the licences are in /usr/lib/{NAME}/_internal/licences; on Debian systems, that of the"
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    return f"{notice}\n\n{texts}\nApache License, Version 2.0, is also in /usr/share/common-licenses/Apache-2.0.\n"


def _copy(source: Path, target: Path) -> None:
    _write(source.read_bytes(), target)


def _write(content: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _settle(root: Path) -> None:
    """Give every file below ``root`` the permissions of an installed one, whatever the umask."""
    for file in [root, *root.rglob("*")]:
        if not file.is_symlink():
            executable = file.is_dir() or (file.name == NAME and file.parent.name == NAME and not file.suffix)
            file.chmod(_mode(executable=executable))


def _mode(*, executable: bool) -> int:
    return 0o755 if executable else 0o644


def main(arguments: list[str]) -> int:
    """Pack what the arguments name; 0 when everything is packed that this system can pack."""
    bundle, out = map(Path, arguments)
    out.mkdir(parents=True, exist_ok=True)
    seconds = release_time()
    os.environ["COLUMNS"] = "72"  # what a man page has within its margins, wherever it is made
    made = [build_archive(bundle, out, seconds)]
    if shutil.which("dpkg-deb"):
        made.append(build_deb(bundle, out, seconds))
    else:
        print("No .deb: dpkg-deb is not on this system. Install the package dpkg, then make dist again.")
    write_sums(out)
    for file in made:
        print(f"{file.stat().st_size / MEGABYTE:7.1f} MB  {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
