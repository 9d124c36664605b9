from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspeak.glossary.entry import Entry
from plainspeak.matching.forms import forms_of, normalise_form, prefixes

MakeEntry = Callable[..., Entry]


def forms(entry: Entry) -> set[str]:
    return {form.text for form in forms_of(entry)}


def features(entry: Entry, text: str) -> set[str]:
    return {feature for form in forms_of(entry) if form.text == text for feature in form.features}


@pytest.mark.parametrize(
    ("term", "normalised"),
    [
        ("co-production", "co production"),
        ("Service  User", "service user"),
        ("carer\u2019s assessment", "carer's assessment"),
        ("step\u2011down\u00a0bed", "step down bed"),
        ("stake\u00adholder", "stakeholder"),
        (" front door ", "front door"),
    ],
)
def test_a_term_is_compared_in_one_writing(term: str, normalised: str) -> None:
    assert normalise_form(term) == normalised


def test_initials_keep_their_capitals() -> None:
    assert normalise_form("EHC  plan", keep_case=True) == "EHC plan"


@pytest.mark.parametrize("term", ["co-production", "coproduction"])
def test_a_prefix_is_found_with_a_hyphen_a_space_or_nothing(make_entry: MakeEntry, term: str) -> None:
    assert {"co production", "coproduction"} <= forms(make_entry(term))


def test_a_hyphen_that_belongs_to_no_prefix_is_not_left_out(make_entry: MakeEntry) -> None:
    assert forms(make_entry("user-led", "adjective")) == {"user led"}


def test_both_spellings_of_every_ending_are_found(make_entry: MakeEntry) -> None:
    found = forms(make_entry("utilise", "verb"))
    assert found == {stem + end for stem in ("utilis", "utiliz") for end in ("e", "es", "ed", "ing")}


@pytest.mark.parametrize(
    ("term", "kind", "more"),
    [
        ("service user", "noun", {"service users"}),
        ("point of contact", "noun", {"points of contact"}),
        ("criterion", "noun", {"criteria"}),
        ("person with lived experience", "noun", {"people with lived experience"}),
        ("undertake", "verb", {"undertakes", "undertook", "undertaken", "undertaking"}),
        ("engage with", "verb", {"engages with", "engaged with", "engaging with"}),
        ("be located", "verb", {"is located", "are located", "was located", "were located", "being located"}),
        ("hard to reach", "adjective", {"harder to reach", "hardest to reach"}),
        ("organisation", "noun", {"organization", "organizations"}),
        ("behaviour support", "noun", {"behavior support"}),
    ],
)
def test_inflected_forms_are_found(make_entry: MakeEntry, term: str, kind: str, more: set[str]) -> None:
    assert more <= forms(make_entry(term, kind))


@pytest.mark.parametrize("kind", ["phrase", "adverb", "name"])
def test_fixed_kinds_stay_as_they_are(make_entry: MakeEntry, kind: str) -> None:
    assert forms(make_entry("in the pipeline", kind)) == {"in the pipeline"}


def test_each_form_knows_what_it_may_be(make_entry: MakeEntry) -> None:
    entry = make_entry("facilitate", "verb")
    assert features(entry, "facilitate") == {"base"}
    assert features(entry, "facilitates") == {"s"}
    assert features(entry, "facilitated") == {"past", "participle"}
    assert features(make_entry("service user"), "service users") == {"plural"}


def test_initials_get_a_plural(make_entry: MakeEntry) -> None:
    assert forms(make_entry("ICB", "initials")) == {"ICB", "ICBs"}


def test_a_plural_of_its_own_takes_the_place_of_the_rule(make_entry: MakeEntry) -> None:
    found = forms(make_entry("thing", plural="thingies", also=("other",)))
    assert found == {"thing", "thingies", "other", "others"}


def test_further_forms_are_found_beside_the_rules(make_entry: MakeEntry) -> None:
    assert "thingummy" in forms(make_entry("thing", forms=("Thingummy",)))
    assert "B.A.M.E." in forms(make_entry("BAME", "initials", forms=("B.A.M.E.",)))


def test_other_wordings_have_all_their_forms(make_entry: MakeEntry) -> None:
    assert "asset-based approaches".replace("-", " ") in forms(
        make_entry("strengths-based approach", also=("asset-based approach",))
    )


def test_no_form_stands_twice(make_entry: MakeEntry) -> None:
    found = [form.text for form in forms_of(make_entry("co-production", also=("coproduction", "co production")))]
    assert len(found) == len(set(found))


def test_prefixes_are_small_letters() -> None:
    assert "co" in prefixes()
    assert all(prefix.isalpha() and prefix.islower() for prefix in prefixes())


@pytest.mark.parametrize("kind", ["noun", "phrase", "verb", "initials"])
def test_nothing_is_found_by_hyphens_alone(make_entry: MakeEntry, kind: str) -> None:
    assert all(form.text.strip() for form in forms_of(make_entry("-", kind, also=("- -",), forms=(" - ",))))
