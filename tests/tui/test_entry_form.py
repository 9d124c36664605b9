"""The lines of the form: nothing of an entry is lost on the way into them and back."""

from __future__ import annotations

from plainspeak.glossary.fields import ENTRY_FIELDS
from plainspeak.glossary.written_fields import fields_of
from plainspeak.tui.entry_check import check_entry_now, shown_forms
from plainspeak.tui.entry_fields import FORM, fields_of_texts, first_fields, in_form_words, texts_of

GIZMO = {
    "jargon": "gizmo",
    "kind": "noun",
    "level": "must",
    "family": "office",
    "what_we_mean": "A small thing.",
    "say_instead": ["thing"],
    "examples": [{"flag": "We saw gizmos.", "becomes": "We saw things."}, {"pass": "Gismo."}],
}


def test_every_entry_comes_back_as_it_was(checker):
    for entry in checker.glossary.entries:
        fields = fields_of(entry)
        assert fields_of_texts(texts_of(fields), fields) == fields


def test_every_field_has_a_line():
    lines = {line.name.partition(".")[0] for line in FORM} - {"flag", "pass"} | {"examples"}
    assert lines == {field.name for field in ENTRY_FIELDS}
    assert all(line.help for line in FORM)


def test_a_changed_sentence_becomes_something_new_and_the_others_stay():
    texts = texts_of(GIZMO) | {"flag": "We saw gizmos.\nA new gizmo.\n\n", "pass": ""}
    assert fields_of_texts(texts, GIZMO)["examples"] == [
        {"flag": "We saw gizmos.", "becomes": "We saw things."},
        {"flag": "A new gizmo."},
    ]


def test_one_thing_on_each_line_even_with_a_semicolon():
    texts = texts_of(GIZMO) | {"say_instead": "thing; or two\n\n  part \n"}
    assert fields_of_texts(texts, GIZMO)["say_instead"] == ["thing; or two", "part"]


def test_a_field_that_the_form_does_not_know_stays():
    fields = {**GIZMO, "mood": "glad"}
    assert fields_of_texts(texts_of(fields), fields)["mood"] == "glad"


def test_a_new_entry_begins_with_a_guess_at_its_kind():
    assert first_fields("  holistic\n plan ")["jargon"] == "holistic plan"
    assert [first_fields(words)["kind"] for words in ("gizmo", "going forward", "ICB", "")] == [
        "noun",
        "phrase",
        "initials",
        "noun",
    ]


def test_what_an_entry_would_do():
    check = check_entry_now({**GIZMO, "examples": [{"flag": "We saw two gizmos."}]}, "A gizmo. Two\ngizmos. None.")
    assert check.problems == ()
    assert check.forms == ("gizmo", "gizmos")
    assert [tried.becomes for tried in check.tried] == ["We saw two things."]
    assert len(check.in_draft) == 2


def test_an_entry_that_has_only_begun_is_tried_out_all_the_same():
    check = check_entry_now({"jargon": "gizmo", "kind": "noun"}, "A gizmo.")
    assert len(check.in_draft) == 1
    assert any("\u201cWhat we mean\u201d" in problem for problem in check.problems)
    assert not any("_" in problem for problem in check.problems)
    assert check_entry_now({}, "A gizmo.").forms == ()


def test_a_message_is_told_in_the_words_of_the_form():
    assert in_form_words('This entry has no "what_we_mean".') == "This entry has no \u201cWhat we mean\u201d."
    assert in_form_words("Use unless_near.") == "Use \u201cUnless near\u201d."
    assert in_form_words("It has no kind.") == "It has no kind."


def test_a_form_is_shown_once_however_it_is_hyphenated(make_entry):
    assert shown_forms(make_entry("co-production", "noun")) == ["co production"]
