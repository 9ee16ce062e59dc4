"""Names of units: known, shortened, misspelt, unknown, and no units at all."""

from __future__ import annotations

import pytest

from ita_desktop.domain.units import KNOWN, is_unit, misspelt_unit


@pytest.mark.parametrize("name", KNOWN)
def test_a_known_unit_is_right(name: str) -> None:
    assert is_unit(name)
    assert misspelt_unit(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "กองการศึกษาฯ",
        "กองสวัสดิการ",
        "กองคลัง งานพัสดุ",
        "กองสาธารณสุข และสิ่งแวดล้อม",
        "สำนักปลัด อบต.",
        "กองช่าง (ฝ่ายโยธา)",
        "สำนักปลัดองค์การบริหารส่วนตำบลบ้านสวน",
    ],
)
def test_shortened_and_longer_names_are_right(name: str) -> None:
    assert is_unit(name)
    assert misspelt_unit(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "งานประชาสัมพันธ์",
        "ฝ่ายการศึกษา",
        "ทุกกอง",
        "คณะทำงาน",
        "นิติกร",
        "กองทุนหลักประกันสุขภาพ",
        "ศูนย์เด็กเล็ก",
        "ฝ่ายทะเบียน",
        "",
    ],
)
def test_what_is_no_unit_is_not_doubted(name: str) -> None:
    assert misspelt_unit(name) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("สำนักปลัค", "สำนักปลัด"),
        ("กองคลง", "กองคลัง"),
        ("กองสวัสดิการสังคน", "กองสวัสดิการสังคม"),
        ("หน่วยตรวจสอบภายไน", "หน่วยตรวจสอบภายใน"),
        ("กองการศึกษา ศาสนาและวัฒนธรมม", "กองการศึกษา ศาสนาและวัฒนธรรม"),
    ],
)
def test_a_misspelt_unit_is_told_as_it_was_meant(name: str, meant: str) -> None:
    assert misspelt_unit(name) == meant


def test_a_division_nobody_knows_means_nothing() -> None:
    assert misspelt_unit("กองจักรวาล") == ""
