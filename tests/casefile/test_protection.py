"""A protected case is read with its password alone, and damage is told from a wrong password."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsp_calc.casefile import (
    Case,
    PasswordNeededError,
    Protection,
    WrongPasswordError,
    load,
    read_case,
    save_case,
)
from hsp_calc.casefile.protection import MAGIC, CipherKind, KeyDerivationCost, is_protected, open_protected
from hsp_calc.validation import InputError
from tests.casefile.conftest import SAMPLE
from tests.casefile.damage import CHEAP, PASSWORD, claiming

CASE = read_case(SAMPLE)
HEADER = 122


@pytest.fixture
def protection() -> Protection:
    return Protection.with_password(PASSWORD, CHEAP)


@pytest.fixture
def path(tmp_path: Path, protection: Protection) -> Path:
    """A protected case."""
    save_case(CASE, tmp_path / "case.hspcase", protection)
    return tmp_path / "case.hspcase"


def code(path: Path, password: str | None = PASSWORD) -> str:
    with pytest.raises(InputError) as caught:
        load(path, password)
    assert caught.value.source == str(path)
    (problem,) = caught.value.problems
    return problem.code


class TestPassword:
    def test_with_its_password_a_case_is_read(self, path: Path) -> None:
        assert load(path, PASSWORD).cases == (CASE,)

    def test_the_password_may_be_asked_for(self, path: Path) -> None:
        assert load(path, lambda: PASSWORD).cases == (CASE,)

    def test_without_a_password_one_is_needed(self, path: Path) -> None:
        with pytest.raises(PasswordNeededError):
            load(path)
        with pytest.raises(PasswordNeededError):
            load(path, lambda: None)

    @pytest.mark.parametrize("password", ["", "合言", "合言葉 ", "合言葉合言葉", "x", "\ud800"])
    def test_with_another_password_it_is_refused_as_such(self, path: Path, password: str) -> None:
        with pytest.raises(WrongPasswordError):
            load(path, password)

    def test_nobody_is_asked_for_the_password_of_an_open_case(self, tmp_path: Path) -> None:
        def asked() -> str:
            raise AssertionError("asked")

        save_case(CASE, tmp_path / "case.hspcase")
        loaded = load(tmp_path / "case.hspcase", asked)
        assert loaded.protection is None

    def test_nobody_is_asked_for_the_password_of_a_damaged_case(self, path: Path) -> None:
        def asked() -> str:
            raise AssertionError("asked")

        path.write_bytes(path.read_bytes()[:-1])
        with pytest.raises(InputError):
            load(path, asked)

    def test_an_empty_password_protects_nothing(self) -> None:
        with pytest.raises(ValueError, match="empty"):
            Protection.with_password("")

    @pytest.mark.parametrize(
        ("set_as", "typed"), [("Pass１", "Pass1"), ("ガギグ", "ｶﾞｷﾞｸﾞ"), ("café", "cafe\u0301"), ("Ａ", "A")]
    )
    def test_the_same_signs_are_the_same_password_however_they_are_typed(
        self, set_as: str, typed: str, tmp_path: Path
    ) -> None:
        save_case(CASE, tmp_path / "a", Protection.with_password(set_as, CHEAP))
        assert load(tmp_path / "a", typed).cases == (CASE,)

    def test_the_cost_is_that_of_the_recommendation(self) -> None:
        """RFC 9106, section 4, second recommended option."""
        assert KeyDerivationCost() == (64 * 1024, 3, 4)
        content = Protection.with_password("x").sealed(b"{}", CipherKind.CASE, 1)
        assert open_protected(content, CipherKind.CASE, "x").content == b"{}"


class TestSaving:
    def test_what_was_loaded_is_saved_without_asking_again(self, path: Path) -> None:
        loaded = load(path, PASSWORD)
        changed = CASE.model_copy(update={"history": ()})
        save_case(changed, path, loaded.protection)
        assert load(path, PASSWORD).cases == (changed,)

    def test_nothing_of_the_case_or_the_password_stands_in_the_file(self, path: Path) -> None:
        content = path.read_bytes()
        assert is_protected(content)
        for secret in (PASSWORD.encode(), b"hsp-case", b"TAN", "タン".encode(), b"1993"):
            assert secret not in content

    def test_no_two_files_are_alike(self, protection: Protection) -> None:
        files = {protection.sealed(b"same", CipherKind.CASE, 1) for _ in range(100)}
        assert len({content[-20:] for content in files}) == 100

    def test_every_password_has_a_salt_of_its_own(self) -> None:
        assert len({Protection.with_password(PASSWORD, CHEAP).salt for _ in range(100)}) == 100

    def test_the_password_can_be_changed_and_taken_away(self, path: Path) -> None:
        save_case(CASE, path, Protection.with_password("another", CHEAP))
        assert code(path) == "wrong_password"
        assert load(path, "another").cases == (CASE,)
        save_case(CASE, path)
        assert load(path).cases == (CASE,)

    def test_a_file_that_cost_less_than_today_is_raised_when_it_is_saved(self, path: Path) -> None:
        loaded = load(path, PASSWORD)
        assert loaded.protection is not None
        assert loaded.protection.cost == CHEAP
        saved = save_case(CASE, path, loaded.protection)
        again = load(path, PASSWORD)
        assert again.protection is not None
        assert saved.protection is not None
        assert again.protection.cost == saved.protection.cost == KeyDerivationCost()
        assert saved.protection.raised() is saved.protection

    def test_keys_are_not_shown(self, protection: Protection) -> None:
        assert repr(protection) == str(protection) == "Protection(…)"

    @pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
    def test_it_is_for_its_owner_alone(self, path: Path) -> None:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


class TestDamage:
    @pytest.mark.parametrize("length", [8, 9, 50, HEADER - 1, HEADER, HEADER + 1, -1, -16, -17])
    def test_a_file_cut_off_is_damaged(self, path: Path, length: int) -> None:
        path.write_bytes(path.read_bytes()[:length])
        assert code(path) == "damaged"
        assert code(path, "another") == "damaged"

    def test_a_file_that_goes_on_is_damaged(self, path: Path) -> None:
        path.write_bytes(path.read_bytes() + b"\n")
        assert code(path) == "damaged"

    @pytest.mark.parametrize("change", [lambda c: c.replace(b"\r\n", b"\n"), lambda c: c.replace(b"\n", b"\r\n")])
    def test_altered_line_ends_are_damage(self, path: Path, change: Callable[[bytes], bytes]) -> None:
        path.write_bytes(change(path.read_bytes()))
        assert code(path) in {"damaged", "not_utf8"}

    def test_no_damage_is_taken_for_a_wrong_password_or_goes_unseen(self, path: Path) -> None:
        whole = path.read_bytes()
        found = set()
        for place in range(len(MAGIC), len(whole)):
            for flipped in (1, 128):
                content = bytearray(whole)
                content[place] ^= flipped
                path.write_bytes(content)
                found.add(code(path))
        assert found == {"damaged", "newer_protection"}

    def test_a_header_put_before_another_content_is_damage(self, path: Path, protection: Protection) -> None:
        one, other = (protection.sealed(text, CipherKind.CASE, 1) for text in (b"one", b"two"))
        path.write_bytes(one[:HEADER] + other[HEADER:])
        assert code(path) == "damaged"

    def test_a_recovery_copy_is_no_case(self, path: Path, protection: Protection) -> None:
        path.write_bytes(protection.sealed(b"{}", CipherKind.RECOVERY, 1))
        assert code(path) == "protects_something_else"

    def test_what_is_in_it_is_checked_like_any_file(self, path: Path, protection: Protection) -> None:
        path.write_bytes(protection.sealed(b'{"age": -1}', CipherKind.CASE, 1))
        assert code(path) == "not_allowed"

    def test_a_newer_way_of_protecting_is_refused_naming_both(self, path: Path) -> None:
        content = path.read_bytes()
        path.write_bytes(content[:8] + b"\x02" + content[9:])
        with pytest.raises(InputError) as caught:
            load(path, PASSWORD)
        assert caught.value.problems[0].params == {"found": 2, "supported": 1}


class TestCost:
    @pytest.mark.parametrize(
        "cost",
        [
            KeyDerivationCost(64 * 1024 + 1, 3, 4),
            KeyDerivationCost(1024 * 1024, 1, 4),
            KeyDerivationCost(2**32 - 1, 2**32 - 1, 255),
            KeyDerivationCost(64, 9, 1),
            KeyDerivationCost(64, 2**32 - 1, 1),
            KeyDerivationCost(64 * 1024, 1, 9),
            KeyDerivationCost(31, 1, 4),
            KeyDerivationCost(8, 0, 1),
            KeyDerivationCost(8, 1, 0),
            KeyDerivationCost(0, 0, 0),
        ],
    )
    def test_a_file_cannot_ask_for_more_than_is_bearable(self, cost: KeyDerivationCost, path: Path) -> None:
        path.write_bytes(claiming(cost))
        assert code(path) == "unbearable_protection"

    @pytest.mark.parametrize("cost", [KeyDerivationCost(8, 1, 1), KeyDerivationCost(64, 8, 8), KeyDerivationCost()])
    def test_what_is_bearable_is_paid(self, cost: KeyDerivationCost, path: Path) -> None:
        save_case(Case(), path, Protection.with_password(PASSWORD, cost))
        assert load(path, PASSWORD).cases == (Case(),)


@settings(max_examples=50)
@given(st.binary(max_size=200), st.text(min_size=1, max_size=20))
def test_whatever_is_protected_comes_back(content: bytes, password: str) -> None:
    protection = Protection.with_password(password, CHEAP)
    sealed = protection.sealed(content, CipherKind.CASE, 1)
    assert open_protected(sealed, CipherKind.CASE, password).content == content
    assert protection.opened(sealed, CipherKind.CASE) == content
    with pytest.raises(WrongPasswordError):
        Protection.with_password(f"{password}x", CHEAP).opened(sealed, CipherKind.CASE)
