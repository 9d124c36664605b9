from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.glossary.entry import KINDS, Entry, Kind
from plainspeak.glossary.naming import slug, term_key, with_ids


def entry(jargon: str, kind: Kind) -> Entry:
    return Entry("", jargon, kind, "must", "office", "A word.")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("service user", "service-user"),
        ("24/7", "24-7"),
        ("R&D", "r-and-d"),
        ("children's services", "childrens-services"),
        ("café", "cafe"),
        ("co‑production", "co-production"),
        ("…", "entry"),
    ],
)
def test_slug(term: str, expected: str) -> None:
    assert slug(term) == expected


def test_hyphens_spaces_and_capitals_make_no_new_term() -> None:
    assert term_key("Co-Production", "noun") == term_key("co production", "noun") == term_key("co‑production", "noun")


def test_initials_keep_their_capitals() -> None:
    assert term_key("SEND", "initials") != term_key("Send", "initials")


def test_the_earlier_kind_keeps_the_plain_id_whatever_the_order() -> None:
    noun, verb, initials = entry("send", "noun"), entry("send", "verb"), entry("SEND", "initials")
    assert [each.id for each in with_ids([initials, verb, noun])] == ["send-initials", "send-verb", "send"]


def test_an_id_that_is_taken_is_not_given_again() -> None:
    assert [each.id for each in with_ids([entry("a b", "noun"), entry("a-b", "noun")], {"a-b"})] == [
        "a-b-noun",
        "a-b-noun-2",
    ]


@given(st.lists(st.builds(entry, st.text("ab -&", min_size=1, max_size=3), st.sampled_from(KINDS))))
def test_ids_are_unique_and_do_not_depend_on_order(entries: list[Entry]) -> None:
    ids = [each.id for each in with_ids(entries)]
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(each.id for each in with_ids(entries[::-1]))
