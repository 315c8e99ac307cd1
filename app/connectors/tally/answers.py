"""From clean bytes to lxml elements, some hundred objects at a time, with proof that the answer is whole.

An answer is cut behind closing tags of the wanted object and each piece parsed by itself: memory stays at one piece,
and no call into the parser is long (docs/protocols/tally.md: Responses). STATUS stands at the start and says 1 also
when the rest is missing, so the closing ``</ENVELOPE>`` and the count of start tags decide whether any of it is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import unescape

from lxml import etree

from app.connectors.tally import errors
from app.connectors.tally.clean import Cleaner
from app.model.errors import ConnectorError

#: How much is parsed at once: a few milliseconds.
PIECE_BYTES = 256 * 1024
#: What may stand before the first object: the header and some counters.
_MOST_HEAD = 1024 * 1024

_STATUS = re.compile(rb"<STATUS>\s*(-?\d+)\s*</STATUS>")
_SAID = re.compile(rb"<(LINEERROR|ERRORMSG)>(.*?)</\1>", re.DOTALL)
_RESPONSE = re.compile(rb"^\s*<RESPONSE>([^<]*)</RESPONSE>\s*$")
_WRAPPER = re.compile(rb"</?TALLYMESSAGE[^>]*>")
_STRAY_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#[xX][0-9a-fA-F]+);)")
_STRAY_LESS = re.compile(rb"<(?!/?[A-Z_][A-Z0-9_.:]*[\s/>])")
_OPEN, _CLOSE = b'<G xmlns:UDF="TallyUDF">', b"</G>"

_parser = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    recover=False,
    huge_tree=False,
    remove_blank_text=True,
    remove_comments=True,
    remove_pis=True,
    collect_ids=False,
)


def parse_piece(piece: bytes) -> etree._Element:
    """A ``G`` element around the objects in ``piece``."""
    if b"TALLYMESSAGE" in piece:
        piece = _WRAPPER.sub(b"", piece)
    if b"<!" in piece:
        raise errors.unreadable("it holds a declaration, which Tally never sends")
    try:
        return etree.fromstring(_OPEN + piece + _CLOSE, _parser)
    except etree.XMLSyntaxError:
        pass
    # Some builds write narrations unescaped (docs/protocols/tally.md: Illegal XML): only such a piece pays for a
    # repair.
    mended = _STRAY_LESS.sub(b"&lt;", _STRAY_AMPERSAND.sub(b"&amp;", piece))
    try:
        return etree.fromstring(_OPEN + mended + _CLOSE, _parser)
    except etree.XMLSyntaxError as error:
        raise errors.unreadable(str(error)[:200]) from None


class Splitter:
    """Cuts a stream into pieces of whole objects.

    An object's start tag always carries attributes; the counters of the same name in CMPINFO
    (``<VOUCHER>39</VOUCHER>``) never do. ``start``/``close`` may be given for reports, whose rows have no element of
    their own.
    """

    def __init__(self, tag: str, *, start: bytes | None = None, close: bytes | None = None) -> None:
        self.start = start or f"<{tag} ".encode()
        self._bare = f"<{tag}>".encode() if start is None else None
        self._close = close or f"</{tag}>".encode()
        self._empty = re.compile(rb"<" + tag.encode() + rb"\s[^<>]*/>")
        self._buffer = b""
        self._inside = False
        self._waiting = 0
        self.head = b""
        self.tail = b""
        #: How many objects begin in the piece that was cut last.
        self.begun = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._buffer = self._buffer + data if self._buffer else data
        if not self._inside and not self._enter():
            return
        if len(self._buffer) >= max(PIECE_BYTES, self._waiting):
            piece = self._cut()
            if piece is not None:
                yield piece

    def finish(self) -> Iterator[bytes]:
        if self._inside:
            piece = self._cut()
            if piece is not None:
                yield piece
            self.tail = self._buffer
        else:
            self.head = self._buffer
        self._buffer = b""

    def _enter(self) -> bool:
        at = self._buffer.find(self.start)
        if at < 0:
            if len(self._buffer) > _MOST_HEAD:
                raise errors.unreadable("it does not hold what was asked for")
            return False
        self._inside = True
        self.head, self._buffer = self._buffer[:at], self._buffer[at:]
        return True

    def _cut(self) -> bytes | None:
        """The whole objects at the head of the buffer, or ``None`` when the first one is not complete yet."""
        end = self._buffer.rfind(self._close)
        while end >= 0:
            end += len(self._close)
            piece = self._buffer[:end]
            if self._is_whole(piece):
                self._buffer = self._buffer[end:]
                self._waiting = 0
                return piece
            end = self._buffer.rfind(self._close, 0, end - len(self._close))
        # One object larger than a piece: look again when there is twice as much.
        self._waiting = 2 * len(self._buffer)
        return None

    def _is_whole(self, piece: bytes) -> bool:
        """Whether as many objects end as begin: an object may hold tags of its own name."""
        self.begun = piece.count(self.start)
        open_ = self.begun + (piece.count(self._bare) if self._bare else 0) - piece.count(self._close)
        return open_ == 0 or open_ == len(self._empty.findall(piece))


def status_of(head: bytes) -> int | None:
    match = _STATUS.search(head)
    return int(match[1]) if match else None


def what_tally_said(text: bytes) -> str | None:
    """The LINEERROR or ERRORMSG texts in ``text``, joined, without their XML escapes."""
    said = [unescape(match[2].decode(), {"&apos;": "'", "&quot;": '"'}) for match in _SAID.finditer(text)]
    response = _RESPONSE.match(text)
    if response is not None:
        said.append(response[1].decode())
    return " ".join(said) if said else None


def trouble(head: bytes, where: str) -> ConnectorError | None:
    """What is wrong with an answer whose text before the first object is ``head``."""
    start = head.lstrip()[:200].lower()
    if start.startswith((b"<!doctype", b"<html", b"{", b"http/")):
        return errors.not_tally(
            where, "it sends " + ("web pages" if b"html" in start else "something other than Tally's XML")
        )
    said = what_tally_said(head)
    if said is not None:
        return errors.from_text(said)
    if status_of(head) == 0:
        return errors.failed_status()
    return None


def _inside(objects: Iterable[Any], tag: str) -> int:
    """How many elements of their own name the objects hold."""
    elements = [one for one in objects if isinstance(one, etree._Element)]
    return sum(1 for one in elements for _ in one.iterdescendants(tag))


class Objects:
    """The objects of one answer, piece by piece: as elements, or as what ``parse`` makes of a piece. :attr:`count` is
    right once all were taken.

    The caller uses none of them before the iteration has ended without an error.
    """

    def __init__(
        self,
        chunks: Iterable[bytes],
        tag: str,
        where: str,
        charset: str = "",
        *,
        start: bytes | None = None,
        close: bytes | None = None,
        parse: Callable[[bytes], Sequence[Any]] | None = None,
    ) -> None:
        self._chunks = chunks
        self._where = where
        self._parser = parse
        self._splitter = Splitter(tag, start=start, close=close)
        self._cleaner = Cleaner(charset)
        self._tag = tag if start is None else None
        self.size = 0
        self.count = 0
        self.head = b""

    def __iter__(self) -> Iterator[Iterable[Any]]:
        splitter = self._splitter
        for chunk in self._chunks:
            self.size += len(chunk)
            for piece in splitter.feed(self._cleaner.feed(chunk)):
                yield self._parse(piece)
        for piece in splitter.feed(self._cleaner.finish()):
            yield self._parse(piece)
        for piece in splitter.finish():
            yield self._parse(piece)
        self._check_whole()

    def _parse(self, piece: bytes) -> Iterable[Any]:
        objects = self._parser(piece) if self._parser else parse_piece(piece)
        if self._tag is not None:
            begun = self._splitter.begun
            if begun != len(objects) and begun - len(objects) != _inside(objects, self._tag):
                raise errors.wrong_count(len(objects), begun)
            self.count += len(objects)
        return objects

    def _check_whole(self) -> None:
        head, tail = self._splitter.head, self._splitter.tail
        self.head = head
        if not self.size or not (head + tail).strip():
            raise errors.empty_answer()
        problem = trouble(head, self._where) or (trouble(tail, self._where) if b"ERROR" in tail else None)
        if problem is not None:
            raise problem
        if b"</ENVELOPE>" not in (tail or head) or self._splitter.start in tail:
            if not head.lstrip().startswith((b"<ENVELOPE", b"<RESPONSE")):
                raise errors.not_tally(self._where, "its answer is not Tally's XML")
            raise errors.cut_off()
