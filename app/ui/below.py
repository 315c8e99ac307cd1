"""The reading of texts that the layers below the window made in English (see ``words.from_below``).

They come with their values filled in. Read is from which template a text was made; its translation takes the values back,
each translated too where it is a text of ours. What is made of several texts (sentences, lists, “who: what”, a name and
what is wrong with it) is read part by part. A value in quotation marks is somebody's data and stays as it is, and so does
a text without a template.

The translation holds the templates (resources/translations/update.py): those without a part among the window's own
texts, those with parts in a context of their own; there is also the list of the latter, as one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from PySide6.QtCore import QCoreApplication

from app.ui.words import BELOW, mark, tr

#: What the computer itself says of a file or a connection.
SYSTEM = (
    mark("No space left on device"),
    mark("Permission denied"),
    mark("No such file or directory"),
    mark("Read-only file system"),
    mark("Is a directory"),
    mark("Connection refused"),
)
#: A line for each template: the word by which it is found, a tab, the template.
LIST = "templates"
PART = re.compile(r"\{(\d+)\}")
_SENTENCES = re.compile(r"(?<=[.?!…।])\s+(?=[A-Z“(\"'0-9])")
_LISTED = (", ", " and ", " or ")
_SEAMS = ("  ·  ", "; ", ": ", *_LISTED)
#: Where what is wrong with something begins.
_FAULT = re.compile(
    r" (?=(?:is|are|has|have|must|can't|does|would|holds|had|refused|leads|divides|names|refers|breaks|itself|to|may|says)\b)"
)
_DAY = re.compile(r"(?<=\d )(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")
_SEVERAL = re.compile(r"[^,;] ")  # words, not a list of names
_DATA = re.compile(r"“[^”]*”|'[^']*'|\"[^\"]*\"")
_QUOTES = ("“", '"', "'", "‘")
#: How much of a value must be ours for it to be taken as a text of ours; how deep texts stand in texts; with fewer letters
#: of its own than that a template fits by chance; of how many that fit the best is sought;
#: how many texts may be sought in one.
_OURS, _DEEPEST, _WEAK, _TRIED, _MOST = 0.4, 3, 10, 3, 150


@lru_cache(4096)
def read(language: str, text: str) -> str:
    return "\n".join(Reading(_index(language)).read(line)[1] for line in text.split("\n"))


@lru_cache(1)
def _index(_language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in QCoreApplication.translate(BELOW, LIST).split("\n"):
        word, _, template = line.partition("\t")
        found.setdefault(word, []).append(template)
    return found


@lru_cache(1024)
def literals(template: str) -> tuple[str, ...]:
    """What stands before, between and after the parts."""
    return tuple(PART.split(template)[::2])


def fit(between: Sequence[str], text: str) -> list[str] | None:
    """The values of the parts, each as short as can be; None where the text was not made so."""
    first, *middle, last = between
    at, end = len(first), len(text) - len(last)
    if at > end or not (text.startswith(first) and text.endswith(last)):
        return None
    values = []
    for literal in middle:
        found = text.find(literal, at, end)
        if found < 0:
            return None
        values.append(text[at:found])
        at = found + len(literal)
    return [*values, text[at:end]]


def _other(text: str) -> str:
    """As it is at the beginning of a sentence, or not there."""
    return text[:1].swapcase() + text[1:]


class Reading:
    """How a text is said. All steps answer how many of its letters are our own words, and the text said."""

    def __init__(self, index: Mapping[str, list[str]]) -> None:
        self._index = index
        self._read: dict[str, tuple[int, str]] = {}

    def read(self, given: str, depth: int = 0) -> tuple[int, str]:
        text = given.strip()
        if text not in self._read:
            self._read[text] = (0, text)
            self._read[text] = self._best(text, depth)
        ours, words = self._read[text]
        return ours, given.replace(text, words, 1) if ours else given

    def _best(self, text: str, depth: int) -> tuple[int, str]:
        if not any(letter.isalpha() for letter in text):
            return 0, text
        if (exact := tr(text)) != text:
            return len(text), exact
        if depth > _DEEPEST or len(self._read) > _MOST:
            return 0, text
        return max(self._ways(text, depth), key=lambda way: way[0])

    def _ways(self, text: str, depth: int) -> Iterator[tuple[int, str]]:
        for form in (text, _other(text)):
            ours, words, whole = self._whole(form, depth)
            yield ours, words
            if whole:
                return
        ends = [0, *(end.end() for end in _SENTENCES.finditer(text)), len(text)]
        if len(ends) > 2:
            yield self._sentences(text, ends, depth)
            return
        for seam in _SEAMS:
            pieces = text.split(seam, 1 if seam == ": " else -1)
            if len(pieces) > 1:
                yield self._list(seam, pieces, depth)
        if text.endswith("."):
            ours, words = self.read(text[:-1], depth + 1)
            yield ours, f"{words}।"
        for begin in islice(_FAULT.finditer(text), _TRIED):
            head, tail = self._value(text[: begin.start()], depth), self.read(text[begin.end() :], depth + 1)
            yield (head[0] + tail[0], f"{head[1]} {tail[1]}") if tail[0] else (0, text)

    def _whole(self, text: str, depth: int) -> tuple[int, str, bool]:
        """By the template that explains most of it; and whether nothing else could be in its values."""
        found = (template for word in {"", *text.split()} for template in self._index.get(word, ()))
        fits = [
            (sum(map(len, literals(template))), template, values)
            for template in found
            if (values := fit(literals(template), text)) and not any(value.endswith(":") for value in values)
        ]
        fits.sort(reverse=True)
        ways = [self._by(*each, depth) for each in fits[:_TRIED]]
        return max(ways, key=lambda way: way[0], default=(0, text, False))

    def _by(self, own: int, template: str, values: Sequence[str], depth: int) -> tuple[int, str, bool]:
        quoted = [
            before.endswith(_QUOTES) or bool(_DATA.fullmatch(value))
            for before, value in zip(literals(template), values, strict=False)
        ]
        read = [(0, value) if data else self._value(value, depth) for data, value in zip(quoted, values, strict=True)]
        whole = all(
            data or ours or not _SEVERAL.search(value)
            for data, (ours, _), value in zip(quoted, read, values, strict=True)
        )
        if not whole and own < _WEAK:
            return 0, "", False
        words = QCoreApplication.translate(BELOW, template)
        return own + sum(ours for ours, _ in read), PART.sub(lambda part: read[int(part[1]) - 1][1], words), whole

    def _value(self, text: str, depth: int) -> tuple[int, str]:
        if _DATA.fullmatch(text):
            return 0, text
        ours, words = self.read(text, depth + 1)
        if ours and ours >= _OURS * len(_DATA.sub("", text).strip()):
            return ours, words
        if (title := tr(_other(text))) != _other(text):
            return len(text), title  # a kind of record or a field within a sentence, or what begins one
        return 0, _DAY.sub(lambda month: tr(month[1]), text)

    def _sentences(self, text: str, ends: Sequence[int], depth: int) -> tuple[int, str]:
        """The best way to take them one by one or, where a template holds several, together."""
        best = {0: (0, "")}
        for at, end in enumerate(ends[1:], 1):
            ways = []
            for first in range(at):
                piece = text[ends[first] : end]
                bare = piece.rstrip()
                alone = first == at - 1
                ours, words = self.read(bare, depth + 1) if alone else self._whole(bare, depth)[:2]
                if ours or alone:
                    before = best[ends[first]]
                    ways.append((before[0] + ours, before[1] + words + piece[len(bare) :]))
            best[end] = max(ways, key=lambda way: way[0])
        return best[len(text)]

    def _list(self, seam: str, pieces: Sequence[str], depth: int) -> tuple[int, str]:
        """A comma or an “and” joins texts of ours only: a name may have one, too."""
        read = [self._value(piece, depth) for piece in pieces]
        if seam in _LISTED and not all(ours or piece.isupper() for (ours, _), piece in zip(read, pieces, strict=True)):
            return 0, seam.join(pieces)
        joint = {" and ": f" {tr('and')} ", " or ": f" {tr('or')} "}.get(seam, seam)
        return sum(ours for ours, _ in read), joint.join(words for _, words in read)
