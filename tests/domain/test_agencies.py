"""Kinds of local government, by their names."""

from __future__ import annotations

import pytest

from ita_desktop.domain.agencies import KINDS, local_government


@pytest.mark.parametrize(
    ("name", "head", "head_short", "clerk"),
    [
        (
            "องค์การบริหารส่วนตำบลลานไผ่",
            "นายกองค์การบริหารส่วนตำบลลานไผ่",
            "นายก อบต.ลานไผ่",
            "ปลัดองค์การบริหารส่วนตำบลลานไผ่",
        ),
        (
            "อบจ.ธารทอง",
            "นายกองค์การบริหารส่วนจังหวัดธารทอง",
            "นายก อบจ.ธารทอง",
            "ปลัดองค์การบริหารส่วนจังหวัดธารทอง",
        ),
        ("เทศบาลเมืองธารทอง", "นายกเทศมนตรีเมืองธารทอง", "นายก ทม.ธารทอง", "ปลัดเทศบาลเมืองธารทอง"),
        (
            "เทศบาลตำบล บ้านสวน (อำเภอดอนแก้ว)",
            "นายกเทศมนตรีตำบลบ้านสวน",
            "นายก ทต.บ้านสวน",
            "ปลัดเทศบาลตำบลบ้านสวน",
        ),
    ],
)
def test_titles_follow_from_the_name(name: str, head: str, head_short: str, clerk: str) -> None:
    agency = local_government(name)

    assert agency is not None
    assert (agency.head, agency.head_short, agency.clerk) == (head, head_short, clerk)


@pytest.mark.parametrize("kind", KINDS)
def test_short_and_full_names_are_one(kind: object) -> None:
    full, short = f"{kind.name}บ้านสวน", f"{kind.short}บ้านสวน"  # type: ignore[attr-defined]

    assert local_government(full) == local_government(short) is not None


@pytest.mark.parametrize("name", ["", "กรมการลอยกระทง", "โรงเรียนบ้านสวน", "เทศบาลตำบล", "อบต. "])
def test_other_offices_have_none(name: str) -> None:
    assert local_government(name) is None
