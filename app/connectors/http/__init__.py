"""What the connectors to ERPs over HTTP share: the client, reading answers, the limits of the other system."""

from __future__ import annotations

import sys

# httpx brings a command of its own, whose parts (rich, pygments, click) take 3 MB; it does without where there is none.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
