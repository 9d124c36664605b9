"""A compiled glossary comes back from its bytes as it was, and a damaged copy is made again in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.checking.checker import Checker
from plainspeak.glossary import layers
from plainspeak.glossary.entry import Agreement, Conditions, Entry, Example, Glossary, Origin, Wording
from plainspeak.matching.lexicon import FormTable, Lexicon, compile_lexicon
from plainspeak.matching.store import load_compiled, pack, unpack
from plainspeak.settings import Settings

SMALL_GLOSSARY = Path(__file__).parents[1] / "cases" / "small_glossary"
_words = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
_lists = st.lists(_words, max_size=3).map(tuple)
_entries = st.builds(
    Entry,
    id=_words,
    jargon=_words,
    kind=st.sampled_from(["noun", "verb", "initials"]),
    level=st.just("must"),
    family=_words,
    what_we_mean=_words,
    also=_lists,
    forms=_lists,
    say_instead=st.lists(st.builds(Wording, _words, _lists, _lists, st.none() | st.just("adjective")), max_size=2).map(
        tuple
    ),
    conditions=st.builds(Conditions, _lists, _lists, _lists, _lists, _lists, _lists),
    examples=st.lists(
        st.builds(Example, _words, st.booleans(), st.none() | _words, st.integers(0, 99)), max_size=2
    ).map(tuple),
    lenses=st.dictionaries(st.sampled_from(["inclusion", "connection", "action"]), _words),
    agreed=st.none() | st.builds(Agreement, _words, _words, _words, _words),
    origin=st.builds(Origin, _words, _words, st.integers(0, 99)),
)
_forms = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n\t"), min_size=1, max_size=8)
_tables = st.lists(st.tuples(_forms, st.just("0:base,plural 3:s")), max_size=4).map(
    lambda rows: FormTable(tuple(form for form, _ in rows), tuple(senses for _, senses in rows))
)


@given(st.lists(_entries, max_size=4), st.builds(Lexicon, _tables, _tables), _words)
def test_what_is_packed_comes_back(entries: list[Entry], lexicon: Lexicon, fingerprint: str) -> None:
    packed = pack(Glossary(entries, fingerprint), lexicon, "these files")
    glossary, unpacked = unpack(packed, "these files") or pytest.fail("made from something else")
    assert unpack(packed, "other files") is None
    assert list(glossary.entries) == entries
    assert len(glossary) == len(entries)
    assert glossary.fingerprint == fingerprint
    assert unpacked == lexicon


def test_the_shipped_glossary_comes_back(checker: Checker) -> None:
    entries = list(checker.glossary.entries)
    lexicon = compile_lexicon(entries)
    glossary, unpacked = unpack(pack(Glossary(entries, "mark"), lexicon)) or pytest.fail("made from something else")
    assert list(glossary.entries) == entries
    assert glossary.entries[-1] == entries[-1]
    assert glossary.entries[2:4] == entries[2:4]
    assert unpacked == lexicon


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kept copy of the small glossary, in a home of its own."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setenv("PLAINSPEAK_HOME", str(home))
        patch.setattr(layers, "shipped_folder", lambda: SMALL_GLOSSARY)
        load_compiled(Settings())
        (path,) = home.rglob("glossary-*.kept")
        yield path


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_copy_is_made_again(kept: Path, data: st.DataObject) -> None:
    whole = kept.read_bytes()
    glossary, lexicon = load_compiled(Settings())
    kept.write_bytes(data.draw(_damaged(whole)))
    again, lexicon_again = load_compiled(Settings())
    assert list(again.entries) == list(glossary.entries)
    assert lexicon_again == lexicon
    assert kept.read_bytes() == whole


def _damaged(whole: bytes) -> st.SearchStrategy[bytes]:
    places = st.lists(
        st.tuples(st.integers(0, len(whole) - 1), st.integers(1, 255)), min_size=1, max_size=3, unique_by=lambda p: p[0]
    )
    flipped = places.map(lambda found: _flip(whole, found))
    return st.one_of(flipped, st.integers(0, len(whole) - 1).map(lambda size: whole[:size]), st.binary(max_size=50))


def _flip(whole: bytes, places: list[tuple[int, int]]) -> bytes:
    data = bytearray(whole)
    for place, bits in places:
        data[place] ^= bits
    return bytes(data)


def test_a_folder_that_cannot_be_written_only_costs_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("PLAINSPEAK_HOME", str(tmp_path / "home" / "deeper"))
    monkeypatch.setattr(layers, "shipped_folder", lambda: SMALL_GLOSSARY)
    glossary, lexicon = load_compiled(Settings())
    assert len(glossary) > 0
    assert lexicon.size > 0
