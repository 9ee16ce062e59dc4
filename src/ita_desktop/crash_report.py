"""What a user of the command line is told of an error that nobody expected.

One calm line with the error's type. Its traceback is for whoever mends the
program: it goes to the file that the environment variable
:data:`LOG_VARIABLE` names, and is written only where that is set.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from ita_desktop.quoting import quoted, quoted_path

LOG_VARIABLE = "ITA_DESKTOP_LOG"

OUT_OF_MEMORY = "หน่วยความจำไม่พอ โปรดปิดโปรแกรมอื่นหรือแบ่งข้อมูลให้เล็กลง แล้วลองใหม่"


def asked_for_log() -> AbstractContextManager[None]:
    """Writes what libraries warn of to the log that was asked for, while a command runs."""
    file = os.environ.get(LOG_VARIABLE, "")
    if not file:
        return nullcontext()
    from ita_desktop.log import writing_to  # logging takes its time to import

    return writing_to(Path(file))


def told(error: Exception) -> str:
    """The Thai line for ``error``, after its traceback went to the log that was asked for."""
    what = f"พบข้อผิดพลาดที่ไม่ได้คาดไว้ ({quoted(type(error).__name__)})"
    file = os.environ.get(LOG_VARIABLE, "")
    if not file:
        return f"{what} โปรดแจ้งผู้ดูแลโปรแกรม (ตั้ง {LOG_VARIABLE} เป็นชื่อไฟล์เพื่อเก็บรายละเอียด)"
    from ita_desktop.log import add_error

    if add_error(Path(file), error):
        return f"{what} โปรดส่งไฟล์ {quoted_path(file)} ให้ผู้ดูแลโปรแกรม"
    return f"{what} และเขียนรายละเอียดลง {quoted_path(file)} ไม่ได้ โปรดแจ้งผู้ดูแลโปรแกรม"
