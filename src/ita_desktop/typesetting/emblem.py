"""The Garuda as a vector drawing: the outline of its SVG file, as plain path data."""

import re
from functools import lru_cache
from typing import NamedTuple

from ita_desktop.resources import MissingResourceError, resource_path


class Drawing(NamedTuple):
    """An outline to be filled, by the even-odd rule: its size in its own units, y down.

    ``path`` is SVG path data of absolute ``M``, ``L`` and ``Z`` only, a command a line.
    """

    width: float
    height: float
    path: str


@lru_cache(maxsize=1)
def garuda() -> Drawing:
    """The emblem that ships with the program.

    Its lines have their weight in the outline: a stroke would be drawn at least a pixel
    wide on a screen, and turn the emblem into a blot there.
    """
    svg = resource_path("emblem", "garuda.svg").read_text(encoding="utf-8")
    box = re.search(r'viewBox="([^"]+)"', svg)
    path = svg.partition(' d="')[2].partition('"')[0]
    if box is None or not path:
        raise MissingResourceError("resources/emblem/garuda.svg")
    _, _, width, height = map(float, box[1].split())
    return Drawing(width, height, path)
