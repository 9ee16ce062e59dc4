"""The names of a local government's own units, as its committees let them be set up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ita_desktop.domain.text_match import closeness, folded

_TOPICS = (
    "คลัง",
    "ช่าง",
    "ช่างสุขาภิบาล",
    "การประปา",
    "การเจ้าหน้าที่",
    "การศึกษา",
    "การศึกษา ศาสนาและวัฒนธรรม",
    "การศึกษาและวัฒนธรรม",
    "การแพทย์",
    "การขนส่ง",
    "การพาณิชย์",
    "การท่องเที่ยว",
    "การท่องเที่ยวและกีฬา",
    "การท่องเที่ยว กีฬา และวัฒนธรรม",
    "กิจการสภา",
    "กิจการสภาเทศบาล",
    "กิจการพาณิชย์",
    "กิจการขนส่ง",
    "เครื่องจักรกล",
    "ทรัพยากรธรรมชาติและสิ่งแวดล้อม",
    "ทรัพยากรน้ำ",
    "ทะเบียนราษฎรและบัตรประจำตัวประชาชน",
    "เทศกิจ",
    "เทคโนโลยีสารสนเทศ",
    "นิติการ",
    "บริหารงานบุคคล",
    "บริหารทรัพยากรบุคคล",
    "ประชาสัมพันธ์",
    "ป้องกันและบรรเทาสาธารณภัย",
    "แผนงานและงบประมาณ",
    "แผนและงบประมาณ",
    "ผังเมือง",
    "พัฒนาชนบท",
    "พัฒนาชุมชน",
    "พัฒนาเมือง",
    "พัฒนารายได้",
    "พัสดุและทรัพย์สิน",
    "ยุทธศาสตร์และงบประมาณ",
    "ยุทธศาสตร์และแผนงาน",
    "วิชาการและแผนงาน",
    "วิเทศสัมพันธ์",
    "วัฒนธรรม",
    "ส่งเสริมการเกษตร",
    "การเกษตร",
    "ส่งเสริมคุณภาพชีวิต",
    "ส่งเสริมสุขภาพ",
    "สวัสดิการสังคม",
    "สวัสดิการและสังคม",
    "สาธารณสุข",
    "สาธารณสุขและสิ่งแวดล้อม",
    "สารสนเทศภาษีและทะเบียนทรัพย์สิน",
    "สิ่งแวดล้อม",
    "โยธา",
)
_OTHERS = (
    "สำนักปลัด",
    "สำนักงานปลัด",
    "สำนักปลัดเทศบาล",
    "สำนักงานปลัดเทศบาล",
    "สำนักปลัดองค์การบริหารส่วนตำบล",
    "สำนักงานปลัดองค์การบริหารส่วนตำบล",
    "สำนักปลัดองค์การบริหารส่วนจังหวัด",
    "สำนักปลัดฯ",
    "สำนักงานเลขานุการองค์การบริหารส่วนจังหวัด",
    "หน่วยตรวจสอบภายใน",
    "หน่วยงานตรวจสอบภายใน",
)
KNOWN = (*_OTHERS, *(f"{kind}{topic}" for topic in _TOPICS for kind in ("กอง", "สำนัก")))
"""What a unit may be called: each topic as a division (กอง) or, in large agencies, a สำนัก."""

_FOLDED = {folded(name): name for name in KNOWN}
_NOT_UNITS = (
    *("กองทุน", "กองร้อย", "กองกำกับ", "กองบังคับการ", "กองบัญชาการ", "กองอำนวยการ", "กองลูกเสือ"),
    *("สำนักทะเบียน", "สำนักสงฆ์", "สำนักวิปัสสนา", "สำนักพุทธ", "สำนักข่าว"),
)
_PARTS_OF_UNITS = ("งาน", "ฝ่าย", "กลุ่ม", "ส่วน", "ศูนย์", "สถานี", "คณะ", "โรงเรียน")
"""How sections, groups and schools begin; whoever writes one does not mean its division."""
_CLOSE = 0.87
_ALMOST = 0.94
_MOST_APART = 3
_SHORTEST = len("กองพัสดุ")


def is_unit(text: str) -> bool:
    """Whether ``text`` names a unit: shortened, or with a section or the agency behind it."""
    name = folded(text).removesuffix("ฯ")
    shortened = len(name) >= _SHORTEST and any(known.startswith(name) for known in _FOLDED)
    return shortened or any(_continues(name, known) for known in _FOLDED)


def _continues(name: str, known: str) -> bool:
    # One or two letters behind a unit are a slip of the finger, not another word.
    return name.startswith(known) and len(name) - len(known) not in (1, 2)


@lru_cache(maxsize=256)
def misspelt_unit(text: str) -> str | None:
    """The unit that ``text`` seems to mean; ``""`` for a division nobody knows, None for none.

    Persons, working groups, sections, schools and other offices are never doubted.
    """
    name = folded(text).removesuffix("ฯ")
    if name in _FOLDED or text.strip().startswith((*_NOT_UNITS, *_PARTS_OF_UNITS)):
        return None
    likeness, meant = max(_near(name), default=(0.0, ""))
    if is_unit(text):
        # A long name that goes on from a short one: กองการศึกษา ศาสนาและวัฒนธรรม.
        return meant if likeness >= _ALMOST else None
    if likeness >= _CLOSE:
        return meant
    is_own = text.startswith(("กอง", "สำนัก")) and not text.startswith("สำนักงาน")
    return "" if is_own else None


def _near(name: str) -> Iterator[tuple[float, str]]:
    """How near each unit is of which at most a few letters differ."""
    for known, written in _FOLDED.items():
        apart = abs(len(known) - len(name))
        if apart <= _MOST_APART and len(known) >= 6 and not known.startswith(name):
            yield closeness(name, known), written
