"""What a user of the command line is told of an error that nobody expected.

One calm line with the error's type. Its traceback is for whoever mends the
program: it goes to the file that the environment variable
:data:`LOG_VARIABLE` names, and is written only where that is set.
"""

from __future__ import annotations

import os
from pathlib import Path

from ita_desktop.quoting import quoted, quoted_path

LOG_VARIABLE = "ITA_DESKTOP_LOG"

OUT_OF_MEMORY = "หน่วยความจำไม่พอ โปรดปิดโปรแกรมอื่นหรือแบ่งข้อมูลให้เล็กลง แล้วลองใหม่"


def told(error: Exception) -> str:
    """The Thai line for ``error``, after its traceback went to the log that was asked for."""
    what = f"พบข้อผิดพลาดที่ไม่ได้คาดไว้ ({quoted(type(error).__name__)})"
    log = os.environ.get(LOG_VARIABLE, "")
    if not log:
        return f"{what} โปรดแจ้งผู้ดูแลโปรแกรม (ตั้ง {LOG_VARIABLE} เป็นชื่อไฟล์เพื่อเก็บรายละเอียด)"
    if _logged(error, log):
        return f"{what} โปรดส่งไฟล์ {quoted_path(log)} ให้ผู้ดูแลโปรแกรม"
    return f"{what} และเขียนรายละเอียดลง {quoted_path(log)} ไม่ได้ โปรดแจ้งผู้ดูแลโปรแกรม"


def _logged(error: Exception, log: str) -> bool:
    from traceback import format_exception  # only a fault needs it

    try:
        with Path(log).open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.writelines(format_exception(error))
    except OSError:
        return False
    return True
