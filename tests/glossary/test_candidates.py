from __future__ import annotations

import pytest

from plainspeak.glossary.candidates import Source, find_candidates, guess_kind
from plainspeak.text.span import Span

COMMON = dict.fromkeys(
    "we went to the house on monday team came home people work and with plan year last".split(), 10**7
)


def frequency(word: str) -> int:
    return COMMON.get(word, 0)


def found(*texts: str, covered: str = "", initials: str = "") -> dict[str, tuple[int, int]]:
    sources = []
    for number, text in enumerate(texts):
        spans = [
            Span(at, at + len(words)) for words in (covered, initials) if words for at in [text.find(words)] if at >= 0
        ]
        unknown = [span for span in spans if initials and span.of(text) == initials]
        sources.append(Source(f"{number}.txt", text, spans, unknown))
    return {
        candidate.words: (candidate.times, candidate.documents) for candidate in find_candidates(sources, frequency)
    }


def test_a_rare_word_that_comes_up_again_is_a_candidate_once() -> None:
    assert found("Reablement came on Monday.", "We came with reablement.") == {"reablement": (2, 2)}


def test_one_and_several_are_counted_together() -> None:
    assert found("We went to the hubz. The hubzs came. A hubz came.") == {"hubz": (3, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "We went to the house. The house came. We went home.",
        "Smithers came. We went to Smithers. People with Smithers.",
        "We came on 12 May. We came on 12 May 2026. 12th.",
        "The zurp's home.",
    ],
    ids=["common words", "names", "numbers", "met once"],
)
def test_what_is_no_candidate(text: str) -> None:
    assert found(text) == {}


def test_what_the_glossary_covers_is_left_out() -> None:
    assert found("zorgle came.", "zorgle went.", covered="zorgle") == {}


def test_words_that_keep_standing_together_are_a_phrase() -> None:
    texts = [f"We {verb} with warm spaces to the plan." for verb in ("came", "went", "work", "plan")]
    more = ["We went home on Monday and came to the house with people. " * 5]
    words = found(*texts, *more)
    assert words["warm spaces"] == (4, 4)
    assert "warm" in words  # rare by itself too


def test_a_phrase_inside_a_longer_one_is_left_to_that() -> None:
    texts = ["We plan the zonk blip team. " * 4, "We went home to people on Monday with the house. " * 6]
    words = found(*texts)
    assert "zonk blip team" in words
    assert "zonk blip" not in words


def test_initials_come_with_their_sentence() -> None:
    (candidate,) = find_candidates(
        [Source("a.txt", "Hi all.\n\nAsk the WXYZ. Now.", [Span(17, 21)], [Span(17, 21)])], frequency
    )
    assert (candidate.words, candidate.kind, candidate.sentence) == ("WXYZ", "initials", "Ask the WXYZ.")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("WXYZ", "initials"),
        ("warm space", "noun"),
        ("prioritise", "verb"),
        ("peer-led", "adjective"),
        ("holistically", "adverb"),
        ("holistic", "adjective"),
        ("huddle", "noun"),
        ("upskill", "verb"),
        ("get involved", "verb"),
        ("going forward", "phrase"),
        ("", "noun"),
    ],
)
def test_kinds_are_guessed(words: str, kind: str) -> None:
    assert guess_kind(words) == kind


def ranked(frequencies: dict[str, int], *texts: str) -> list[str]:
    """The candidates in order, where general English has just these words besides the common ones."""
    sources = [Source(f"{number}.txt", text) for number, text in enumerate(texts)]
    return [one.words for one in find_candidates(sources, lambda word: frequencies.get(word, frequency(word)))]


def test_a_form_of_a_common_word_is_a_common_word() -> None:
    texts = ["We went on improving. The team came with barriers.", "People improving work came home with barriers."]
    assert ranked({"improve": 10**6}, *texts) == ["barriers"]
    assert ranked({"improve": 10**6, "barrier": 10**6}, *texts) == []


def test_an_everyday_word_that_is_hardly_rare_must_come_up_often() -> None:
    twice = "We went with a barrier. The barrier came."
    assert ranked({"barrier": 6_000}, twice) == []
    assert ranked({"barrier": 6_000}, twice + " A barrier and a barrier.") == ["barrier"]
    assert ranked({"barrier": 60}, twice) == ["barrier"]


def test_what_several_documents_hold_comes_first() -> None:
    assert ranked(
        {}, "The zurp went. We zurp. The plonk came.", "The plonk went.", "The plonk came home. Our zurp."
    ) == [
        "plonk",
        "zurp",
    ]
