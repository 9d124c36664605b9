from __future__ import annotations

from collections.abc import Callable

from plainspeak.glossary.entry import Entry
from plainspeak.matching.lexicon import Lexicon, Sense, compile_lexicon, read_senses

MakeEntry = Callable[..., Entry]


def senses(lexicon: Lexicon, form: str) -> tuple[Sense, ...]:
    table = lexicon.cased if form in lexicon.cased.forms else lexicon.folded
    return read_senses(table.senses[table.forms.index(form)])


def test_senses_are_read_from_their_short_writing() -> None:
    assert read_senses("12:base,plural 45:s") == (Sense(12, ("base", "plural")), Sense(45, ("s",)))


def test_a_form_is_kept_once_with_all_its_senses(make_entry: MakeEntry) -> None:
    lexicon = compile_lexicon([make_entry("impact", "verb"), make_entry("impact")])
    assert lexicon.folded.forms.count("impacts") == 1
    assert senses(lexicon, "impacts") == (Sense(0, ("s",)), Sense(1, ("plural",)))


def test_an_entry_that_has_the_form_as_its_term_comes_first(make_entry: MakeEntry) -> None:
    lexicon = compile_lexicon([make_entry("adhere", "verb"), make_entry("adhering", "adjective"), make_entry("x")])
    assert [sense.entry for sense in senses(lexicon, "adhering")] == [1, 0]


def test_entries_of_one_rank_keep_the_order_of_the_glossary(make_entry: MakeEntry) -> None:
    lexicon = compile_lexicon([make_entry("lead"), make_entry("lead", "verb"), make_entry("lead", "adjective")])
    assert [sense.entry for sense in senses(lexicon, "lead")] == [0, 1, 2]


def test_initials_stand_in_a_table_of_their_own(make_entry: MakeEntry) -> None:
    lexicon = compile_lexicon([make_entry("SEND", "initials"), make_entry("send", "verb")])
    assert lexicon.cased.forms == ("SEND", "SENDs")
    assert "send" in lexicon.folded.forms
    assert lexicon.size == len(lexicon.cased.forms) + len(lexicon.folded.forms)


def test_entries_that_are_only_looked_up_stand_apart(make_entry: MakeEntry) -> None:
    entries = [make_entry("carer")._replace(look_up="only"), make_entry("enabler")]
    assert "carer" not in compile_lexicon(entries).folded.forms
    assert senses(compile_lexicon(entries, only_looked_up=True), "carers") == (Sense(0, ("plural",)),)


def test_no_entries_make_an_empty_lexicon() -> None:
    assert compile_lexicon([]).size == 0
