"""The self-test runs beside the window and is told in Thai; what goes wrong is told as well."""

from __future__ import annotations

import os
import sys

import pytest

from ita_desktop.services import self_check
from ita_desktop.services.self_check import SelfCheck, SelfCheckError

REPORT = """
import os
import sys
from ita_desktop.services.selftest import Report, SelfTestStep, report_json
step = SelfTestStep("database", "ฐานข้อมูล", PASSED, 0.1, "ครบ")
open(sys.argv[-1], "wb").write(report_json(Report((step,), {})))
"""


def program(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    words = [sys.executable, "-X", "utf8", "-c", code]
    monkeypatch.setattr(self_check, "selftest_command", lambda report: [*words, str(report)])


@pytest.mark.parametrize(("passed", "told"), [("True", "พร้อมใช้งาน"), ("False", "โปรดติดตั้ง")])
def test_the_report_is_told(monkeypatch, passed: str, told: str) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    program(monkeypatch, REPORT.replace("PASSED", passed))
    text = SelfCheck().run()
    assert "ฐานข้อมูล (ครบ)" in text
    assert told in text


@pytest.mark.parametrize(
    "code",
    ["", "import sys; open(sys.argv[-1], 'w').write('{}')", "import os; os.abort()"],
    ids=["no report", "no steps", "dead"],
)
def test_a_self_test_that_fails_itself_is_told(monkeypatch, code: str) -> None:
    program(monkeypatch, code)
    with pytest.raises(SelfCheckError, match="โปรด"):
        SelfCheck().run()


def test_one_that_is_called_off_says_nothing(monkeypatch) -> None:
    program(monkeypatch, "import time; time.sleep(60)")
    check = SelfCheck()
    check.cancel()
    assert check.run() == ""
