"""From the bytes of an answer to clean UTF-8, a chunk at a time.

Tally writes what XML forbids: ``&#4;`` at the head of its reserved values, raw control bytes in some names
(docs/protocols/tally.md: Illegal XML). A parser told to "recover" silently drops every later ``&amp;``, so this takes
the illegal things out and leaves all else as it is. However the stream is cut into chunks, the result is the same.
"""

from __future__ import annotations

import codecs
import re

from app.connectors.tally.values import MARK

_MARK = MARK.encode()
_CONTROLS = bytes([*range(4), *range(5, 9), 11, 12, *range(14, 32)])
_REFERENCE = re.compile(rb"&#(?:([0-9]{1,9})|[xX]([0-9a-fA-F]{1,8}));")
#: No reference that is looked for is longer.
_LONGEST = 12


def _cp1252(error: UnicodeError) -> tuple[str, int]:
    """A byte that isn't UTF-8 in an answer that says it is: Tally sends Windows-1252 there (docs/protocols/tally.md:
    Encoding)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("tally-cp1252", _cp1252)


def sniff(first: bytes, charset: str = "") -> str:
    """The encoding of an answer, by its first bytes rather than its header."""
    if first[:2] == b"\xff\xfe" or first[1:2] == b"\x00":
        return "utf-16-le"
    if first[:2] == b"\xfe\xff":
        return "utf-16-be"
    return "utf-16-le" if "utf-16" in charset.lower() and len(first) >= 2 and first[1] == 0 else "utf-8"


class Cleaner:
    """Feed it an answer's chunks; each call gives clean UTF-8, :meth:`finish` the rest."""

    def __init__(self, charset: str = "") -> None:
        self._charset = charset
        self._decoder: codecs.IncrementalDecoder | None = None
        self._begin = b""
        self._held = b""
        self._first = True

    def feed(self, chunk: bytes) -> bytes:
        if self._decoder is None:
            self._begin += chunk
            if len(self._begin) < 2:
                return b""
            chunk, self._begin = self._begin, b""
            self._start(chunk)
        return self._clean(self._decode(chunk, final=False), final=False)

    def finish(self) -> bytes:
        if self._decoder is None:
            self._start(self._begin)
        return self._clean(self._decode(self._begin, final=True), final=True)

    def _start(self, first: bytes) -> None:
        encoding = sniff(first, self._charset)
        errors = "tally-cp1252" if encoding == "utf-8" else "replace"
        self._decoder = codecs.getincrementaldecoder(encoding)(errors)

    def _decode(self, chunk: bytes, *, final: bool) -> str:
        assert self._decoder is not None
        text = self._decoder.decode(chunk, final)
        if self._first and text:
            self._first = False
            return text.removeprefix("\ufeff")
        return text

    def _clean(self, text: str, *, final: bool) -> bytes:
        data = self._held + text.encode("utf-8", "replace").translate(None, _CONTROLS)
        self._held = b""
        if not final:
            ampersand = data.rfind(b"&", max(0, len(data) - _LONGEST + 1))
            if ampersand >= 0 and b";" not in data[ampersand:]:
                data, self._held = data[:ampersand], data[ampersand:]
        if b"\x04" in data:
            data = data.replace(b"\x04", _MARK)
        if b"&#" in data:
            data = data.replace(b"&#4;", _MARK)  # by far the most common one
            if b"&#" in data:
                data = _REFERENCE.sub(_reference, data)
        if b"\xef\xbf" in data:  # U+FFFE and U+FFFF may not stand in XML either
            data = data.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")
        return data


def _reference(match: re.Match[bytes]) -> bytes:
    code = int(match[1]) if match[1] else int(match[2], 16)
    if code == 4:
        return _MARK
    legal = code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
    return match[0] if legal else b""


def clean(data: bytes, charset: str = "") -> bytes:
    """A whole answer at once."""
    cleaner = Cleaner(charset)
    return cleaner.feed(data) + cleaner.finish()
