"""ReportLab's document layer without the imports that a memo never uses.

``reportlab.lib.utils`` imports Pillow, pickle, tempfile and an evaluator of expressions
for pictures, caches and templates, ``pdfdoc`` the metrics of the standard fonts (25
modules), which no paper is set in. They are a tenth of a cold start, so their import
is lazy: it happens when something asks them for anything.
"""

from __future__ import annotations

import codecs
import importlib
import sys
import zlib
from collections.abc import Callable, Iterable
from types import ModuleType

_UNUSED: dict[str, tuple[str, ...]] = {
    "PIL.Image": (),
    "pickle": (),
    "tempfile": (),
    "reportlab.pdfbase.pdfmetrics": (),
    "reportlab.lib.rl_safe_eval": (
        "rl_safe_exec",
        "rl_safe_eval",
        "safer_globals",
        "rl_extended_literal_eval",
    ),
}
"""The modules, with the functions that ReportLab takes from them by name."""


def put_off(name: str, functions: Iterable[str] = ()) -> None:
    """Lets ``import name`` give a stand-in that loads the module at its first use.

    That of *functions*, which may be imported from it, is when they are called. Nothing
    happens when the module is loaded already. :func:`put_back` ends it for those who
    import the module later.
    """
    if name in sys.modules:
        return
    stand_in = ModuleType(name)

    def load(attribute: str) -> object:
        if attribute in ("__path__", "__file__", "__wrapped__"):
            raise AttributeError(attribute)  # what import and inspection ask of any module
        del stand_in.__dict__["__getattr__"]
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
        stand_in.__dict__.update(importlib.import_module(name).__dict__)
        return getattr(stand_in, attribute)

    stand_in.__dict__["__getattr__"] = load
    stand_in.__dict__.update({function: _called_later(name, function) for function in functions})
    sys.modules[name] = _stand_ins[name] = stand_in


def _called_later(name: str, function: str) -> Callable[..., object]:
    def call(*args: object, **keywords: object) -> object:
        put_back(name)
        result: object = getattr(importlib.import_module(name), function)(*args, **keywords)
        return result

    return call


def put_back(name: str) -> None:
    """Lets ``import name`` give the module itself again."""
    if name in _stand_ins and sys.modules.get(name) is _stand_ins.pop(name):
        del sys.modules[name]


_stand_ins: dict[str, ModuleType] = {}
for _name, _functions in _UNUSED.items():
    put_off(_name, _functions)

from reportlab import rl_config  # noqa: E402 - after what it shall not load
from reportlab.pdfbase.pdfdoc import (  # noqa: E402
    BasicFonts,
    PDFArray,
    PDFArrayCompact,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    xObjectName,
)

# others want the whole modules: Pillow's own would lack its name in its package
for _name in _UNUSED:
    put_back(_name)


def _codec(name: str) -> codecs.CodecInfo | None:
    """The encodings that ``pdfdoc`` asks for; ReportLab's own come with the font metrics.

    A string beyond ASCII fails in ``pdfdoc`` and is written as UTF-16, which readers take
    as well. What is no string is ASCII, but for the binary comment at the file's start.
    """
    stands_for = {"pdfdoc": "ascii", "extpdfdoc": "latin-1"}.get(name)
    return codecs.lookup(stands_for) if stands_for else None


codecs.register(_codec)


class Deflate:
    """ReportLab's stream filter, faster: a tenth more bytes for half the time."""

    pdfname = "FlateDecode"

    @staticmethod
    def encode(data: str | bytes) -> bytes:
        return zlib.compress(data.encode("latin-1") if isinstance(data, str) else data, 2)


__all__ = [
    "BasicFonts",
    "Deflate",
    "PDFArray",
    "PDFArrayCompact",
    "PDFDictionary",
    "PDFDocument",
    "PDFName",
    "PDFObjectReference",
    "PDFStream",
    "PDFString",
    "put_back",
    "put_off",
    "rl_config",
    "xObjectName",
]
