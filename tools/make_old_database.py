"""Makes the stored database of the present version, before a newer one takes its place.

    python tools/make_old_database.py

Writes tests/old_databases/version-N.sqlite3 and, beside it, version-N.json: the case
that every later version must find in it. The only data is the built-in sample's.
"""

from __future__ import annotations

import datetime
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from ita_desktop.domain.changes import difference  # noqa: E402
from ita_desktop.domain.identity import identified, new_year  # noqa: E402
from ita_desktop.domain.paper_kinds import memo_of  # noqa: E402
from ita_desktop.domain.records import Office, SignedPaper, StoredFile  # noqa: E402
from ita_desktop.exchange.case_json import case_to_json  # noqa: E402
from ita_desktop.services.samples import sample_case  # noqa: E402
from ita_desktop.storage.database import open_database  # noqa: E402
from ita_desktop.storage.schema import VERSION  # noqa: E402
from ita_desktop.storage.store import Store  # noqa: E402

OUT = ROOT / "tests" / "old_databases"
TIME = datetime.datetime(2026, 3, 31, 2, 0, tzinfo=datetime.UTC)


def fill(store: Store) -> None:
    """Put something into every table."""
    case = sample_case()
    pdf, frozen = store.put_content(b"%PDF-1.7 stand-in"), store.put_content(case_to_json(case))
    scan = StoredFile("scans/signed.pdf", "0" * 64, 1)
    memo = memo_of(case)
    final = SignedPaper(pdf, frozen, TIME, memo.number, memo.date, memo.round, scan)
    units = tuple(dict.fromkeys(unit for one in case.measures for unit in one.responsible))
    before = store.shared()
    year = new_year(case, sample=True)
    office = identified(before, Office(year.case.agency, memo.signatories, units))
    signed = final._replace(paper=memo_of(year.case).id)
    record = identified(year, year._replace(signed=(signed,)))
    store.apply([difference(None, record), difference(before, office)])


def main() -> int:
    """Make the two files."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.sqlite3"
        opened = open_database(path, clock=lambda: TIME)
        if opened.store is None:
            print(opened.message, file=sys.stderr)
            return 1
        fill(opened.store)
        opened.store.close()
        shutil.copyfile(path, OUT / f"version-{VERSION}.sqlite3")
    (OUT / f"version-{VERSION}.json").write_bytes(case_to_json(sample_case()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
