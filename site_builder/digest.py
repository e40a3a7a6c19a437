"""Digests of values: what two builds compare in place of the values themselves."""

from __future__ import annotations

from hashlib import sha256


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def digest_of(text: str) -> str:
    """Of a text, also of one that no file can hold: with half of a surrogate pair."""
    return digest(text.encode("utf-8", "surrogatepass"))


def key_of(*parts: object) -> str:
    """A digest of values whose `repr` says all there is of them: texts, numbers, our frozen types."""
    return digest_of(repr(parts))
