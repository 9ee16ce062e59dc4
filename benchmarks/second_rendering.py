"""How long a live preview waits: one process renders a case, edits one text, renders again.

Prints JSON: ``first`` and ``again`` (a list) in ms, from the case to the PDF's bytes.

    python -m benchmarks.second_rendering [MEASURES]
"""

from __future__ import annotations

import json
import sys
import time

from benchmarks.cases import varied_case
from ita_desktop.domain.case import Case, Measure
from ita_desktop.papers.compose import compose
from ita_desktop.writers.render import PaperRenderer

EDITS = 21
_TYPED = " และแจ้งให้ผู้เกี่ยวข้องทราบ"


def edited(case: Case, number: int) -> Case:
    """``case`` with one text of one measure longer: each number in another place."""
    index = number % len(case.measures)
    measures = list(case.measures)
    measures[index] = _edited(measures[index], number)
    return case._replace(measures=tuple(measures))


def _edited(measure: Measure, number: int) -> Measure:
    kind = number % 5
    if kind == 0:
        return measure._replace(steps=(*measure.steps[:-1], measure.steps[-1] + _TYPED))
    if kind == 1:
        return measure._replace(
            guidelines=(measure.guidelines[0] + _TYPED, *measure.guidelines[1:])
        )
    if kind == 2:
        return measure._replace(monitoring=measure.monitoring + _TYPED)
    result, *others = measure.results
    if kind == 3:
        result = result._replace(details=result.details + _TYPED)
    else:
        result = result._replace(outcome=result.outcome + _TYPED)
    return measure._replace(results=(result, *others))


def main() -> None:
    renderer = PaperRenderer()

    def rendered(case: Case) -> float:
        start = time.perf_counter()
        renderer.render(compose(case))
        return 1000 * (time.perf_counter() - start)

    case = varied_case(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
    first = rendered(case)
    again = []
    for number in range(EDITS):
        case = edited(case, number)
        again.append(rendered(case))
    print(json.dumps({"first": first, "again": again}))


if __name__ == "__main__":
    main()
