"""Protecting content with a password.

A protected file begins with a header of fixed length, which says how the key is made from the password. Argon2id makes
64 bytes of it: one half encrypts the content with AES-256 in GCM, which also vouches for the header; the other half
makes a check of the header, by which a wrong password is known before anything is decrypted. A plain digest over the
header tells damage from a wrong password. The password itself is stored nowhere.
"""

import hashlib
import hmac
import os
import struct
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, Self

from hsp_calc.validation import InputError, Problem

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"\x89HSP\r\n\x1a\n"
"""How a protected file begins. No text begins so, and what alters line ends damages it visibly."""

_VERSION = 1
_ARGON2ID = 1
_SALT, _NONCE, _KEY, _TAG = 16, 12, 32, 16
_MOST_MEMORY_KIB, _MOST_ITERATIONS, _MOST_LANES = 64 * 1024, 8, 8
_LEAST_MEMORY_KIB_A_LANE = 8


class PasswordNeededError(InputError):
    """The file is protected, and no password was given."""

    def __init__(self, *, source: str | None = None) -> None:
        super().__init__([Problem("password_needed")], source=source)


class WrongPasswordError(InputError):
    """The file is protected with another password; the file itself is whole as far as can be told."""

    def __init__(self, *, source: str | None = None) -> None:
        super().__init__([Problem("wrong_password")], source=source)


class CipherKind(IntEnum):
    """What is protected."""

    CASE = 1
    RECOVERY = 2


class KeyDerivationCost(NamedTuple):
    """What Argon2id takes: by default the second choice of RFC 9106, 64 MiB and three rounds.

    Attributes:
        memory_kib: memory in KiB.
        iterations: rounds over it.
        lanes: parts of it that are filled side by side.
    """

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4

    @property
    def bearable(self) -> bool:
        """Whether it can be paid: a hostile file must not take the memory or the time that it likes."""
        return (
            1 <= self.iterations <= _MOST_ITERATIONS
            and 1 <= self.lanes <= _MOST_LANES
            and _LEAST_MEMORY_KIB_A_LANE * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        )

    @property
    def is_outdated(self) -> bool:
        """Whether guessing a password takes less memory or fewer rounds than is asked for today."""
        today = KeyDerivationCost()
        return self.memory_kib < today.memory_kib or self.iterations < today.iterations


class _Header(NamedTuple):
    """The header as it stands in the file; numbers are big-endian."""

    magic: bytes
    version: int
    derivation: int
    kind: int
    content_version: int
    memory_kib: int
    iterations: int
    lanes: int
    length: int
    salt: bytes
    nonce: bytes
    check: bytes

    @property
    def cost(self) -> KeyDerivationCost:
        return KeyDerivationCost(self.memory_kib, self.iterations, self.lanes)


_LAYOUT = struct.Struct(f">8sBBBHIIBQ{_SALT}s{_NONCE}s{_KEY}s")
_CHECKED = _LAYOUT.size - _KEY
_HEADER = _LAYOUT.size + hashlib.sha256().digest_size


OVERHEAD = _HEADER + _TAG
"""How many bytes a protected file is larger than its content."""


class Opened(NamedTuple):
    """What a protected file held.

    Attributes:
        content: decrypted.
        protection: to protect what replaces it, without asking for the password again.
    """

    content: bytes
    protection: "Protection"


@dataclass(frozen=True, eq=False, slots=True)
class Protection:
    """A password in the form of its keys, kept in memory while a case is open.

    Attributes:
        salt: what the keys were made with beside the password.
        cost: what it took.
    """

    salt: bytes
    cost: KeyDerivationCost
    _encryption_key: bytes
    _check_key: bytes
    _password: str | None = None  # where the keys are to be made anew

    def __repr__(self) -> str:
        return "Protection(…)"

    @classmethod
    def with_password(cls, password: str, cost: KeyDerivationCost = KeyDerivationCost()) -> Self:  # noqa: B008 - a constant
        """Protection by a new password.

        Raises:
            ValueError: the password is empty.
        """
        if not password:
            raise ValueError("an empty password protects nothing")
        return cls._made(password, os.urandom(_SALT), cost)

    @classmethod
    def _made(cls, password: str, salt: bytes, cost: KeyDerivationCost, *, opening: bool = False) -> Self:
        key = _derived(password, salt, cost)
        return cls(salt, cost, key[:_KEY], key[_KEY:], password if opening and cost.is_outdated else None)

    def raised(self) -> "Protection":
        """The protection for what is written next: by keys made anew where a file cost less than is asked for today."""
        return self if self._password is None else Protection.with_password(self._password)

    def sealed(self, content: bytes, kind: CipherKind, content_version: int) -> bytes:
        """Content as a protected file.

        Args:
            content: what to protect.
            kind: what it is.
            content_version: the version of its format.
        """
        header = _Header(
            MAGIC,
            _VERSION,
            _ARGON2ID,
            kind,
            content_version,
            *self.cost,
            len(content) + _TAG,
            self.salt,
            os.urandom(_NONCE),
            bytes(_KEY),
        )
        written = _LAYOUT.pack(*header._replace(check=self._check(_LAYOUT.pack(*header))))
        written += hashlib.sha256(written).digest()
        return written + _cipher(self._encryption_key).encrypt(header.nonce, content, written)

    def _check(self, packed: bytes) -> bytes:
        return hmac.digest(self._check_key, packed[:_CHECKED], "sha256")

    def opened(self, content: bytes, kind: CipherKind, *, source: str | None = None) -> bytes:
        """The content of a file that this very protection made.

        Raises:
            WrongPasswordError: another protection made it.
            InputError: it is damaged, or of another kind.
        """
        header = _header(content, kind, source)
        if header.salt != self.salt or header.cost != self.cost:
            raise WrongPasswordError(source=source)
        return self._decrypted(content, header, source)

    def _decrypted(self, content: bytes, header: _Header, source: str | None) -> bytes:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - only for protected files

        if not hmac.compare_digest(self._check(content[: _LAYOUT.size]), header.check):
            raise WrongPasswordError(source=source)
        try:
            return _cipher(self._encryption_key).decrypt(header.nonce, content[_HEADER:], content[:_HEADER])
        except InvalidTag:
            raise _damaged(source) from None


Password = str | Callable[[], str | None] | Protection | None
"""A password, a function that asks for it and answers None when the user gives up, or the protection of an open
case."""


def is_protected(content: bytes) -> bool:
    """Whether content is that of a protected file."""
    return content.startswith(MAGIC)


def protected_version(content: bytes, kind: CipherKind) -> int:
    """The version of the format of what is protected; no password is needed for it.

    Raises:
        InputError: the file is damaged, of another kind, or beyond what this program knows.
    """
    return _header(content, kind, None).content_version


def open_protected(content: bytes, kind: CipherKind, password: Password, *, source: str | None = None) -> Opened:
    """What a protected file holds.

    Args:
        content: of the file.
        kind: what it must be.
        password: it, a function that asks for it, or the protection that may have made the file; it is asked for only
            if the file is not visibly damaged.
        source: the name under which problems are reported.

    Raises:
        PasswordNeededError: none was given.
        WrongPasswordError: it is another.
        InputError: the file is damaged, of another kind, or beyond what this program knows.
    """
    header = _header(content, kind, source)
    if isinstance(password, Protection):
        return Opened(password.opened(content, kind, source=source), password)
    given = password() if callable(password) else password
    if given is None:
        raise PasswordNeededError(source=source)
    protection = Protection._made(given, header.salt, header.cost, opening=True)  # noqa: SLF001 - of this module
    return Opened(protection._decrypted(content, header, source), protection)  # noqa: SLF001


def _header(content: bytes, kind: CipherKind, source: str | None) -> _Header:
    if len(content) < _HEADER:
        raise _damaged(source)
    header = _Header(*_LAYOUT.unpack_from(content))
    if header.version > _VERSION:
        params = {"found": header.version, "supported": _VERSION}
        raise InputError([Problem("newer_protection", params=params)], source=source)
    if not hmac.compare_digest(hashlib.sha256(content[: _LAYOUT.size]).digest(), content[_LAYOUT.size : _HEADER]):
        raise _damaged(source)
    if header.version != _VERSION or header.derivation != _ARGON2ID or not header.cost.bearable:
        raise InputError([Problem("unbearable_protection")], source=source)
    if header.kind != kind:
        raise InputError([Problem("protects_something_else")], source=source)
    if header.length != len(content) - _HEADER or header.length < _TAG:
        raise _damaged(source)
    return header


def _damaged(source: str | None) -> InputError:
    return InputError([Problem("damaged")], source=source)


def _derived(password: str, salt: bytes, cost: KeyDerivationCost) -> bytes:
    """The keys of a password. Full-width or half-width, composed or not: the same signs are the same password."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - only for protected files

    typed = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    derivation = Argon2id(
        salt=salt, length=2 * _KEY, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return derivation.derive(typed)


def _cipher(key: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - only for protected files

    return AESGCM(key)
