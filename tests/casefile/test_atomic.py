"""A file is written whole or not at all."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from hsp_calc.casefile import Shortfall, clear_folder, is_read_only, remove_left_behind, write_atomically

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")


def fail(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no space left")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"content")
    assert (tmp_path / "a").read_bytes() == b"content"
    assert names(tmp_path) == ["a"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old and longer")
    write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod", "os.fdopen"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(step, fail)
    with pytest.raises(OSError, match="no space left"):
        write_atomically(tmp_path / "a", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_nothing_is_left_where_the_new_file_cannot_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails once, between making the file beside the old one and writing it."""
    stat_of, failed = Path.stat, list[Path]()

    def failing_once(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if self.suffix == ".tmp" and not failed:
            failed.append(self)
            raise OSError(errno.EIO, "input/output error")
        return stat_of(self, follow_symlinks=follow_symlinks)

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr("pathlib.Path.stat", failing_once)
    with suppress(OSError):
        write_atomically(tmp_path / "a", b"new")
    assert failed
    assert names(tmp_path) == ["a"]


def test_a_failure_without_an_old_file_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="no space left"):
        write_atomically(tmp_path / "a", b"new")
    assert names(tmp_path) == []


def test_a_break_by_the_user_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_the_content_is_on_the_disk_before_it_takes_the_old_one_s_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(descriptor: int) -> None:
        steps.append("flush folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "flush file")
        fsync(descriptor)

    def noted_replace(self: Path, target: Path) -> Path:
        steps.append("replace")
        return replace(self, target)

    monkeypatch.setattr("os.fsync", noted_fsync)
    monkeypatch.setattr("pathlib.Path.replace", noted_replace)
    write_atomically(tmp_path / "a", b"new")
    assert steps == ["flush file", "replace", *["flush folder"] * (os.name == "posix")]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_atomically(tmp_path / "folder", b"new")
    assert names(tmp_path) == ["folder"]


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "a", b"new")


@pytest.mark.parametrize("length", [200, 240, 255])
def test_every_name_that_a_file_can_have_can_be_saved(length: int, tmp_path: Path) -> None:
    path = tmp_path / ("a" * length)
    path.write_bytes(b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@posix
class TestLinksAndPermissions:
    @pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere")
    def test_a_read_only_folder_leaves_the_old_file(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"old")
        tmp_path.chmod(0o500)
        try:
            with pytest.raises(PermissionError):
                write_atomically(tmp_path / "a", b"new")
            assert names(tmp_path) == ["a"]
        finally:
            tmp_path.chmod(0o700)
        assert (tmp_path / "a").read_bytes() == b"old"

    def test_a_link_is_followed_and_stays_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "folder" / "a").write_bytes(b"old")
        (tmp_path / "link").symlink_to(tmp_path / "folder" / "a")
        write_atomically(tmp_path / "link", b"new")
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "folder" / "a").read_bytes() == b"new"
        assert names(tmp_path) == ["folder", "link"]

    def test_a_link_to_nothing_makes_the_file_it_names(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(tmp_path / "a")
        write_atomically(tmp_path / "link", b"new")
        assert (tmp_path / "a").read_bytes() == b"new"

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664])
    def test_the_permissions_of_the_old_file_stay(self, mode: int, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"old")
        (tmp_path / "a").chmod(mode)
        write_atomically(tmp_path / "a", b"new")
        assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode

    def test_a_new_file_has_the_user_s_permissions(self, tmp_path: Path) -> None:
        before = os.umask(0o027)
        try:
            write_atomically(tmp_path / "a", b"new")
            assert os.umask(0o027) == 0o027
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640

    def test_a_private_file_is_for_its_owner_alone(self, tmp_path: Path) -> None:
        write_atomically(tmp_path / "a", b"new", private=True)
        assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600

    @pytest.mark.parametrize("number", [errno.EPERM, errno.EACCES, errno.ENOTSUP])
    def test_a_folder_that_refuses_permissions_still_saves_and_it_is_told(
        self, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "a").write_bytes(b"old")
        (tmp_path / "a").chmod(0o400)
        monkeypatch.setattr("pathlib.Path.chmod", refusing(number))
        assert write_atomically(tmp_path / "a", b"new") == {Shortfall.PERMISSIONS}
        assert (tmp_path / "a").read_bytes() == b"new"

    def test_further_names_of_a_file_are_told_of(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"old")
        (tmp_path / "b").hardlink_to(tmp_path / "a")
        assert write_atomically(tmp_path / "a", b"new") == {Shortfall.LINKS}
        assert write_atomically(tmp_path / "a", b"newer") == set()
        assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"newer", b"old"]

    def test_a_read_only_file_is_known(self, tmp_path: Path) -> None:
        path = tmp_path / "a"
        assert not is_read_only(path)
        path.write_bytes(b"old")
        assert not is_read_only(path)
        path.chmod(0o444)
        assert is_read_only(path)

    def test_a_folder_that_cannot_be_flushed_is_no_failure_of_what_is_saved(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fsync = os.fsync

        def broken(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(errno.EIO, "broken")
            fsync(descriptor)

        monkeypatch.setattr("os.fsync", broken)
        assert write_atomically(tmp_path / "a", b"new") == {Shortfall.NOT_FLUSHED}
        assert (tmp_path / "a").read_bytes() == b"new"

    def test_what_a_killed_process_left_goes_and_what_one_is_writing_stays(self, tmp_path: Path) -> None:
        left = tmp_path / ".a.abcdefgh.tmp"
        left.write_bytes(b"clear text")
        seen: list[str] = []
        replace = Path.replace

        def noted(self: Path, target: Path) -> Path:
            remove_left_behind(tmp_path / "a")  # as another window does that starts now
            seen.extend(names(tmp_path))
            return replace(self, target)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("pathlib.Path.replace", noted)
            write_atomically(tmp_path / "a", b"new")
        assert len(seen) == 1
        assert seen != [left.name]
        assert names(tmp_path) == ["a"]

    def test_a_start_clears_the_folders_of_what_a_kill_left(self, tmp_path: Path) -> None:
        mine = [".山田.hspcase.abcdefgh.tmp", ".form.PDF.abcd_fgh.tmp"]
        others = [".notes.txt.abcdefgh.tmp", "a.hspcase", "a.hspcase.abcdefgh.tmp", ".x.hspcase.tmp"]
        for name in (*mine, *others):
            (tmp_path / name).touch()
        clear_folder(tmp_path)
        assert names(tmp_path) == sorted(others)
        clear_folder(tmp_path / "nowhere")


def refusing(number: int) -> Callable[..., None]:
    def refuse(*_: object, **_how: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_folder_that_refuses_to_flush_still_saves_and_it_is_told(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", refusing(number))
    assert write_atomically(tmp_path / "a", b"new") == {Shortfall.NOT_FLUSHED}
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("number", [errno.EACCES, errno.EBUSY])
def test_a_file_that_another_program_holds_is_tried_again(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    failures = iter([number] * 3)
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if (error := next(failures, None)) is not None:
            raise OSError(error, os.strerror(error))
        return replace(self, target)

    monkeypatch.setattr("pathlib.Path.replace", held)
    assert write_atomically(tmp_path / "a", b"new") == set()
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_that_another_program_does_not_let_go_of_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    clock = iter(range(100))
    monkeypatch.setattr("time.monotonic", lambda: float(next(clock)))
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    monkeypatch.setattr("pathlib.Path.replace", refusing(errno.EACCES))
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]
    assert next(clock) >= 3  # it was tried for two seconds
