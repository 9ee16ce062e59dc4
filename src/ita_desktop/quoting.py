"""How foreign text (a key, a value, a file name) is quoted in a message.

What came from outside may hold line feeds, terminal codes, bidi overrides or
a megabyte: a message stays one short, printable line.
"""

from __future__ import annotations

_UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"


def quoted(text: object, limit: int = 60) -> str:
    """Return *text* as one printable line of at most *limit* characters."""
    shown = str(text)
    if len(shown) > limit:
        shown = shown[: limit - 1] + "…"
    return "".join(sign if sign.isprintable() else _UNPRINTABLE for sign in shown)


def quoted_path(path: object) -> str:
    """Return a file's path for a message: whole, unless it is absurdly long."""
    return quoted(path, limit=300)
