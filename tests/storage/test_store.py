"""The store gives back what it was given, and writes only what differs."""

from __future__ import annotations

import datetime
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.distinct import distinct
from tests.memos import changed_memo
from tests.storage.making import (
    NAME,
    SCAN,
    TIME,
    FixedClock,
    add_year,
    edited,
    opened,
    sample,
    with_signed,
)
from tests.strategies import (
    agencies,
    cases,
    memo_dates,
    rounds,
    signatories,
    texts,
    tuples_of,
)

from ita_desktop.domain.case import Agency, Case, Indicator, Measure, Round, Signatory
from ita_desktop.domain.changes import difference
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.identity import identified, new_id, new_year
from ita_desktop.domain.records import Office, SignedPaper, StoredFile, YearRecord
from ita_desktop.domain.rows import rows_of
from ita_desktop.exchange.case_json import case_to_json
from ita_desktop.storage.database import open_database
from ita_desktop.storage.errors import (
    ChangeConflictError,
    DatabaseCorruptError,
    DatabaseMovedError,
    NoContentError,
    NoYearError,
)
from ita_desktop.storage.store import Store

SMALL = Case(Agency("อบต.ลานไผ่"), 2569, sample().assessment._replace(indicators=()))


@pytest.fixture(scope="module")
def shared_store() -> Iterator[Store]:
    """One database for the many examples of a property."""
    with tempfile.TemporaryDirectory() as folder:
        store = opened(Path(folder) / NAME)
        yield store
        store.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = opened(tmp_path / NAME)
    yield store
    store.close()


def stored_rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the times of changes."""
    with store.driver_connection() as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM pragma_table_list")]
        rows = {
            name: connection.execute(f'SELECT * FROM "{name}"').fetchall()
            for name in names
            if not name.startswith("sqlite_")
        }
    rows["years"] = [row[:-1] for row in rows["years"]]
    return {name: sorted(found, key=repr) for name, found in rows.items()}


def rows_written(store: Store) -> int:
    """How many rows were written since the store was opened."""
    with store.driver_connection() as connection:  # the only one of the pool so far
        return connection.total_changes


# --- the round trip ---------------------------------------------------------------------------

times = st.datetimes(datetime.datetime(2007, 1, 1), timezones=st.just(datetime.UTC))
signed = st.builds(
    SignedPaper,
    pdf=st.just(""),
    case=st.just(""),
    made_at=times,
    number=texts,
    date=memo_dates,
    round=rounds,
    scan=st.sampled_from([None, SCAN]),
    id=st.just(""),
)


@settings(max_examples=25)
@given(case=cases, archived=st.booleans(), is_sample=st.booleans(), memos=tuples_of(signed))
def test_a_year_comes_back_byte_for_byte(
    shared_store: Store, case: Case, archived: bool, is_sample: bool, memos: tuple[SignedPaper, ...]
) -> None:
    sha = shared_store.put_content(b"frozen")
    kept = tuple(memo._replace(pdf=sha, case=sha) for memo in memos)
    year = new_year(case, archived=archived, sample=is_sample)
    record = identified(year, year._replace(signed=kept))

    shared_store.apply([difference(None, record)])

    stored = shared_store.year(record.id)
    assert stored == record
    assert case_to_json(without_ids(stored.case)) == case_to_json(case)


@settings(max_examples=25)
@given(before=cases, after=cases)
def test_a_change_of_everything_is_as_if_it_had_been_so_from_the_start(
    shared_store: Store, before: Case, after: Case
) -> None:
    old = new_year(before)
    new = edited(old, after)
    shared_store.apply([difference(None, new)])
    at_once = stored_rows(shared_store)
    shared_store.apply([difference(new, None), difference(None, old)])

    shared_store.apply([difference(old, new)])

    assert shared_store.year(old.id) == new
    assert stored_rows(shared_store) == at_once
    shared_store.apply([difference(new, None)])


@given(
    shared=st.builds(
        Office,
        agency=agencies,
        people=tuples_of(signatories, 6),
        units=tuples_of(texts, 6),
        positions=st.just({}),
    )
)
def test_what_years_share_comes_back(shared_store: Store, shared: Office) -> None:
    before = shared_store.shared()
    office = identified(before, shared)
    shared_store.apply([difference(before, office)])

    assert shared_store.shared() == office
    assert without_ids(office) == shared


@pytest.mark.parametrize("kind", [YearRecord, Office])
def test_every_field_of_every_record_comes_back(store: Store, kind: type) -> None:
    full = distinct(kind)
    if kind is YearRecord:
        signed = tuple(
            one._replace(pdf=store.put_content(b"pdf"), case=store.put_content(b"case"))
            for one in full.signed
        )
        record = identified(None, full._replace(id=new_id(), signed=signed))
        store.apply([difference(None, record)])
        assert store.year(record.id) == record
    else:
        record = identified(store.shared(), full)
        store.apply([difference(store.shared(), record)])
        assert store.shared() == record
    assert "" not in [value for row in rows_of(record) for value in row.values]


@pytest.mark.parametrize("score", ["97.60", "0", "-0", "1E+2", "0.000000000000000000001", "100.00"])
def test_scores_are_exact(store: Store, score: str) -> None:
    assessment = SMALL.assessment._replace(indicators=(Indicator(1, "", Decimal(score)),))
    record = add_year(store, SMALL._replace(assessment=assessment))

    found = store.year(record.id).case.assessment.indicators[0].score

    assert str(found) == str(Decimal(score))


def test_a_score_that_is_only_written_otherwise_is_a_change(store: Store) -> None:
    def scored(text: str) -> Case:
        indicators = (Indicator(1, "", Decimal(text)),)
        return SMALL._replace(assessment=SMALL.assessment._replace(indicators=indicators))

    before = add_year(store, scored("97.6"))
    after = edited(before, scored("97.60"))

    store.apply([difference(before, after)])

    assert str(store.year(before.id).case.assessment.indicators[0].score) == "97.60"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("ก\ud800ข", "ก\ufffdข"), ("\udc00", "\ufffd"), ("\ud83d\ude00", "\U0001f600")],
)
def test_half_characters_are_kept_as_a_sign_of_them(store: Store, typed: str, kept: str) -> None:
    before = add_year(store, SMALL._replace(words=(typed,), agency=Agency(typed)))

    case = store.year(before.id).case
    assert case.words == (kept,)
    assert case.agency.name == kept
    # and the year, as it is in memory, can be changed further
    after = edited(before, before.case._replace(words=(typed, "ต่อ")))
    store.apply([difference(before, after)])
    assert store.year(before.id).case.words == (kept, "ต่อ")


def test_a_megabyte_in_one_field_comes_back(store: Store) -> None:
    text = "ก" + "่" * 10_000 + "x" * 1_000_000

    record = add_year(store, SMALL._replace(words=(text,)))

    assert store.year(record.id).case.words == (text,)


def test_all_is_there_after_closing(tmp_path: Path) -> None:
    store = opened(tmp_path / NAME)
    record = with_signed(store, add_year(store))
    store.apply([difference(store.year(record.id), record)])
    shared = Office(record.case.agency, (Signatory("นาย ก"),), ("กองช่าง",))
    shared = identified(store.shared(), shared)
    store.apply([difference(store.shared(), shared)])
    store.close()

    store = opened(tmp_path / NAME)

    assert store.year(record.id) == record
    assert store.shared() == shared
    assert store.file(SCAN.path) == SCAN
    store.close()


def test_a_closed_store_does_not_open_again_behind_anyones_back(tmp_path: Path) -> None:
    store = opened(tmp_path / NAME)
    store.close()
    other = opened(tmp_path / NAME)

    store.close()

    with pytest.raises(ValueError, match="closed"):
        store.years()
    add_year(other)
    other.close()


# --- the list of years ------------------------------------------------------------------------


def test_the_newest_fiscal_year_comes_first(store: Store) -> None:
    ids = [add_year(store, SMALL._replace(fiscal_year=year)).id for year in (2568, 2570, 2569)]

    assert [(year.id, year.fiscal_year) for year in store.years()] == [
        (ids[1], 2570),
        (ids[2], 2569),
        (ids[0], 2568),
    ]


def test_a_summary_tells_what_a_list_shows(tmp_path: Path) -> None:
    clock = FixedClock()
    store = open_database(tmp_path / NAME, clock=clock).store
    assert store
    before = new_year(sample(), sample=True)
    store.apply([difference(None, before)])
    clock.advance(days=1)

    at = store.apply([difference(before, before._replace(archived=True))])

    (year,) = store.years()
    assert at == clock.time == year.changed_at
    assert year.changed_at.tzinfo is datetime.UTC
    assert (year.id, year.archived, year.sample) == (before.id, True, True)
    assert year.fiscal_year == sample().fiscal_year
    assert year.assessment_year == sample().assessment.year
    assert year.agency == sample().agency.name
    store.close()


def test_a_change_of_nothing_changes_no_time(tmp_path: Path) -> None:
    clock = FixedClock()
    store = open_database(tmp_path / NAME, clock=clock).store
    assert store
    record = add_year(store)
    clock.advance(days=1)

    store.apply([difference(record, record), difference(Office(), Office())])

    assert store.years()[0].changed_at == TIME
    store.close()


def test_a_year_that_is_not_there(store: Store) -> None:
    with pytest.raises(NoYearError, match="โปรด") as caught:
        store.year("7")

    assert caught.value.id == "7"


# --- ids --------------------------------------------------------------------------------------


def test_a_deleted_year_comes_back_under_its_id(store: Store) -> None:
    record = add_year(store)
    change = difference(record, None)
    store.apply([change])
    assert store.years() == ()

    store.apply([change.reversed()])

    assert store.year(record.id) == record


def test_nothing_of_a_deleted_year_stays(store: Store) -> None:
    empty = stored_rows(store)

    store.apply([difference(add_year(store), None)])

    assert stored_rows(store) == empty


# --- only what differs ------------------------------------------------------------------------


def first_measure(change: Callable[[Measure], Measure]) -> Callable[[Case], Case]:
    return lambda case: case._replace(measures=(change(case.measures[0]), *case.measures[1:]))


@pytest.mark.parametrize(
    ("change", "table"),
    [
        (first_measure(lambda one: one._replace(monitoring="ใหม่")), "measures"),
        (first_measure(lambda one: one._replace(steps=(*one.steps, "ใหม่"))), "measures"),
        (lambda case: changed_memo(case, subject="ใหม่"), "paper_texts"),
        (lambda case: case._replace(words=(*case.words, "ใหม่")), "years"),
    ],
)
def test_an_edit_writes_its_own_row(
    store: Store, change: Callable[[Case], Case], table: str
) -> None:
    before = add_year(store)
    after = edited(before, change(before.case))
    rows, written = stored_rows(store), rows_written(store)

    store.apply([difference(before, after)])

    # its row, and the time of the change
    assert rows_written(store) - written == 2
    new = stored_rows(store)
    assert [name for name in rows if rows[name] != new[name]] == [table]
    store.apply([difference(after, before)])
    assert stored_rows(store) == rows


def test_an_edit_says_only_what_it_changes(store: Store) -> None:
    """Two windows that change two fields of one measure meet without a conflict."""
    before = add_year(store)
    here = edited(before, first_measure(lambda one: one._replace(name="ที่นี่"))(before.case))
    there = edited(before, first_measure(lambda one: one._replace(monitoring="ที่นั่น"))(before.case))

    store.apply([difference(before, there)])
    store.apply([difference(before, here)])

    one = store.year(before.id).case.measures[0]
    assert (one.name, one.monitoring) == ("ที่นี่", "ที่นั่น")


def test_a_measure_that_moves_writes_one_row(store: Store) -> None:
    before = add_year(store)
    first, *others = before.case.measures
    after = edited(before, before.case._replace(measures=(*others, first)))
    written = rows_written(store)

    store.apply([difference(before, after)])

    assert rows_written(store) - written == 2
    assert store.year(before.id) == after


# --- conflicts --------------------------------------------------------------------------------


def test_several_changes_are_one(store: Store) -> None:
    kept = add_year(store)
    new = new_year(sample())
    wrong = difference(None, kept)
    before = stored_rows(store)

    office = identified(Office(), Office(Agency("x")))
    with pytest.raises(ChangeConflictError):
        store.apply([difference(None, new), difference(Office(), office), wrong])

    assert stored_rows(store) == before


@pytest.mark.parametrize("kind", ["new again", "other before", "gone", "gone again", "more stored"])
def test_a_change_that_does_not_fit_what_is_stored_is_refused(store: Store, kind: str) -> None:
    record = add_year(store)
    renamed = edited(record, first_measure(lambda one: one._replace(name="อื่น"))(record.case))
    final = edited(record, first_measure(lambda one: one._replace(name="ชื่อสุดท้าย"))(record.case))
    if kind.startswith("gone"):
        store.apply([difference(record, None)])
    change = {
        "new again": difference(None, record),
        "other before": difference(renamed, final),
        "gone": difference(record, renamed),
        "gone again": difference(record, None),
        "more stored": difference(
            record._replace(case=record.case._replace(measures=record.case.measures[:1])), None
        ),
    }[kind]
    before = stored_rows(store)

    with pytest.raises(ChangeConflictError, match="โปรด"):
        store.apply([change])

    assert stored_rows(store) == before


def test_a_signed_memo_without_its_contents_is_refused(store: Store) -> None:
    record = add_year(store)
    final = SignedPaper("0" * 64, "1" * 64, TIME)

    with pytest.raises(ChangeConflictError):
        store.apply([difference(record, identified(record, record._replace(signed=(final,))))])

    assert store.year(record.id) == record


def test_a_time_of_no_zone_is_a_bug(store: Store) -> None:
    record = add_year(store)
    sha = store.put_content(b"")
    naive = SignedPaper(sha, sha, TIME.replace(tzinfo=None))

    with pytest.raises(ValueError, match="aware"):
        store.apply([difference(record, identified(record, record._replace(signed=(naive,))))])


# --- contents and files -----------------------------------------------------------------------


def test_contents_are_found_by_their_hash_and_kept_once(store: Store) -> None:
    data = bytes(range(256)) * 1000

    sha = store.put_content(data)

    assert sha == hashlib.sha256(data).hexdigest() == store.put_content(data)
    assert store.content(sha) == data
    assert len(stored_rows(store)["contents"]) == 1


def test_a_content_that_is_not_there(store: Store) -> None:
    with pytest.raises(NoContentError, match="โปรด"):
        store.content("0" * 64)


def test_a_content_that_changed_is_not_given_out(store: Store) -> None:
    sha = store.put_content(b"signed")
    with store.driver_connection() as connection:
        connection.execute("UPDATE contents SET data = x'00'")

    with pytest.raises(DatabaseCorruptError):
        store.content(sha)


def test_a_file_is_registered_once(store: Store) -> None:
    stored = StoredFile("evidence/ภาพ.jpg", "0" * 64, 5)
    assert store.file(stored.path) is None

    store.register_file(stored)
    store.register_file(stored)

    assert store.file(stored.path) == stored
    with pytest.raises(ChangeConflictError):
        store.register_file(stored._replace(sha256="1" * 64))


def test_a_scan_is_registered_with_its_memo_and_survives_undo(store: Store) -> None:
    record = add_year(store)
    signed = with_signed(store, record)
    change = difference(record, signed)

    store.apply([change])
    store.apply([change.reversed()])
    assert store.year(record.id) == record
    store.apply([change])

    assert store.year(record.id) == signed
    assert signed.signed[0].round is not Round.SIX_MONTHS


# --- the file is taken away ----------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be taken away")
@pytest.mark.parametrize("kind", ["removed", "replaced"])
def test_what_is_written_into_a_file_that_was_taken_away_is_not_called_stored(
    store: Store, tmp_path: Path, kind: str
) -> None:
    record = add_year(store)
    longer = edited(record, sample()._replace(words=("คำใหม่",)))
    aside = tmp_path / "aside"
    store.path.rename(aside)
    if kind == "replaced":
        shutil.copyfile(aside, store.path)

    for write in (
        lambda: store.apply([difference(record, longer)]),
        lambda: store.put_content(b"%PDF"),
    ):
        with pytest.raises(DatabaseMovedError, match="โปรด"):
            write()

    aside.replace(store.path)  # brought back, it is written to again
    store.apply([difference(record, longer)])
    assert store.year(record.id) == longer
