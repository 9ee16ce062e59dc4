"""Case files of version 1, which are read for ever: their tree as a tree of version 2.

The conversion is literal: it knows version 1 as it was and never looks at the
description, which goes on changing.
"""

from __future__ import annotations

import re

from ita_desktop.exchange.json_schema import ShapeError, members_of, unknown_key
from ita_desktop.exchange.json_text import Json

_CASE_KEYS = ("agency", "fiscal_year", "assessment", "analysis", "measures", "memo", "words")
_TEXT_KEYS = ("division", "subject", "recipient", "measures_heading", "results_intro", "closing")
_PAPER_KEYS = ("number", "date", "round", "signatories")
_MEMO = re.compile(r"papers\[0\](?:\.texts)?")


def converted(members: dict[str, Json]) -> dict[str, Json]:
    """The members of a case as version 2 has them: the memo becomes the first paper.

    Raises :class:`ShapeError` with the path in version 1.
    """
    for key in members:
        if key not in _CASE_KEYS:
            raise unknown_key(key, "", _CASE_KEYS)
    others = {key: value for key, value in members.items() if key != "memo"}
    return {**others, "papers": [_paper(members.get("memo"))]}


def old_path(path: str) -> str:
    """A path in version 2 as version 1 has it: ``papers[0].texts.subject`` is ``memo.subject``."""
    return _MEMO.sub("memo", path, count=1) if path.startswith("papers[0]") else path


def as_in_version_1(error: ShapeError) -> ShapeError:
    """The same refusal with the path in version 1."""
    return ShapeError(old_path(error.path), error.problem)


def _paper(memo: Json) -> Json:
    members = {} if memo is None or memo == "" else members_of(memo, "memo")
    texts: list[tuple[str, Json]] = []
    paper: list[tuple[str, Json]] = [("kind", "memo-results")]
    for key, value in members.items():
        if key in _TEXT_KEYS:
            texts.append((key, value))
        elif key in _PAPER_KEYS:
            paper.append((key, value))
        else:
            raise unknown_key(key, "memo", (*_TEXT_KEYS, *_PAPER_KEYS))
    return (*paper, ("texts", tuple(texts)))
