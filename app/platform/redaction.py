"""Taking secrets out of text before it is kept or shown."""

from __future__ import annotations

import re
import threading

HIDDEN = "[hidden]"
#: Names whose values are secrets, wherever they stand. Longer ones first: the first that fits is taken.
_NAMES = (
    r"webhook_verifier_token|verification[_-]?token|webhook[_-]?secret|client[_-]?secret|refresh[_-]?token|"
    r"access[_-]?token|id[_-]?token|api[_-]?token|api[_-]?key|private[_-]?key|key_file|master[_-]?key|passphrase|"
    r"password|passwd|pwd|secret|token|B1SESSION|ROUTEID|sessionid"
)
_PATTERNS = (
    # Authorization and Cookie headers, also as a dict's or tuple's repr.
    (
        re.compile(
            r"""((?:proxy-)?authorization|x-verification-token|x-api-key|set-cookie|cookie)(["']?\s*[:=,]\s*)(["']?)[^\r\n"']+""",
            re.IGNORECASE,
        ),
        rf"\1\2\3{HIDDEN}",
    ),
    (re.compile(r"\b(Bearer|Zoho-oauthtoken)\s+[A-Za-z0-9._~+/=-]{6,}", re.IGNORECASE), rf"\1 {HIDDEN}"),
    # "Basic settings" is two words: what is hidden has a capital, a digit or padding.
    (re.compile(r"\b(Basic)\s+(?=[a-z]*[A-Z0-9+/=])[A-Za-z0-9+/]{6,}={0,2}"), rf"\1 {HIDDEN}"),
    # "name": "value" of JSON and of Python's repr.
    (
        re.compile(rf"""(["'](?:[\w.-]*[_.-])?(?:{_NAMES})["']\s*:\s*)(["'])(?:\\.|(?!\2).)*\2""", re.IGNORECASE),
        rf"\1\2{HIDDEN}\2",
    ),
    # name=value of addresses, forms and keyword arguments.
    (
        re.compile(rf"""\b((?:\w*_)?(?:{_NAMES})=)(["']?)[^\s&"',;)\]}}]+\2""", re.IGNORECASE),
        rf"\1\2{HIDDEN}\2",
    ),
    # user:password@ in addresses.
    (re.compile(r"(://[^\s/:@]+:)[^\s/@]+(@)"), rf"\1{HIDDEN}\2"),
)
#: A text with none of these (in small letters) has nothing that the patterns look for: most lines are done with here,
#: for the patterns cost a hundred times as much.
_HINTS = (
    "auth", "cookie", "token", "secret", "passw", "passphrase", "pwd", "key", "session", "routeid", "bearer", "basic", "://",
)  # fmt: skip
#: Known values shorter than this are not looked for: they would be found in innocent words.
_SHORTEST = 6


class Redactor:
    """Knows secrets by the names they go under and, when told, by their values."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: re.Pattern[str] | None = None
        self._values: set[str] = set()

    def hide(self, *values: str) -> None:
        """From now on these texts are taken out wherever they occur."""
        with self._lock:
            self._values |= {value for value in values if len(value) >= _SHORTEST}
            self._compile()

    def forget(self, *values: str) -> None:
        """These are no secrets any more (a token whose time is over): a program that runs for a year has seen thousands."""
        with self._lock:
            self._values -= set(values)
            self._compile()

    def _compile(self) -> None:
        # Longer ones first: one secret may be the beginning of another.
        ordered = sorted(self._values, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def __call__(self, text: str) -> str:
        known = self._known
        if known is not None:
            text = known.sub(HIDDEN, text)
        small = text.lower()
        if any(hint in small for hint in _HINTS):
            for pattern, hidden in _PATTERNS:
                text = pattern.sub(hidden, text)
        return text
