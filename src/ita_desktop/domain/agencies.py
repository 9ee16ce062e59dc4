"""Kinds of local government: how their names begin and what their leaders are called.

Titles follow the laws of each kind (พ.ร.บ. สภาตำบลและองค์การบริหารส่วนตำบล, พ.ร.บ. เทศบาล,
พ.ร.บ. องค์การบริหารส่วนจังหวัด); other offices have no titles that could be told by rule.
"""

from typing import NamedTuple


class AgencyKind(NamedTuple):
    """A kind of agency by how its name begins, in full and short.

    ``head`` and ``clerk`` are the titles of the chief executive (นายก) and of the chief
    administrator (ปลัด); the agency's place follows both.
    """

    name: str
    short: str
    head: str
    clerk: str


KINDS = (
    AgencyKind(
        "องค์การบริหารส่วนตำบล",
        "อบต.",
        "นายกองค์การบริหารส่วนตำบล",
        "ปลัดองค์การบริหารส่วนตำบล",
    ),
    AgencyKind(
        "องค์การบริหารส่วนจังหวัด",
        "อบจ.",
        "นายกองค์การบริหารส่วนจังหวัด",
        "ปลัดองค์การบริหารส่วนจังหวัด",
    ),
    AgencyKind("เทศบาลนคร", "ทน.", "นายกเทศมนตรีนคร", "ปลัดเทศบาลนคร"),
    AgencyKind("เทศบาลเมือง", "ทม.", "นายกเทศมนตรีเมือง", "ปลัดเทศบาลเมือง"),
    AgencyKind("เทศบาลตำบล", "ทต.", "นายกเทศมนตรีตำบล", "ปลัดเทศบาลตำบล"),
)
"""The first whose name fits counts."""


class LocalGovernment(NamedTuple):
    """A local government's kind and its place: เทศบาลเมือง and the town's name."""

    kind: AgencyKind
    place: str

    @property
    def head(self) -> str:
        """The chief executive's title in full: นายกเทศมนตรีเมือง and the place."""
        return self.kind.head + self.place

    @property
    def head_short(self) -> str:
        """The same as it is written in brief: นายก ทม. and the place."""
        return f"นายก {self.kind.short}{self.place}"

    @property
    def clerk(self) -> str:
        """The chief administrator's title in full."""
        return self.kind.clerk + self.place

    @property
    def clerk_short(self) -> str:
        """The same as it is written in brief."""
        return f"ปลัด {self.kind.short}{self.place}"


def local_government(name: str) -> LocalGovernment | None:
    """The local government that a name such as ``อบต.ลานไผ่`` calls; None for other offices.

    A district that follows the name (``… อำเภอ…``, ``… (จังหวัด…)``) is no part of the place.
    """
    for kind in KINDS:
        for start in (kind.name, kind.short):
            if name.startswith(start):
                place = name[len(start) :].split("(")[0].split()
                return LocalGovernment(kind, place[0]) if place else None
    return None
