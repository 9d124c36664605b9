"""Each construct of the glossary's guide (glossary/README.md), in a sentence where it holds and one where it does not."""

from __future__ import annotations

import pytest

from plainspeak.matching.context import Sentence
from plainspeak.matching.patterns import PatternError, Patterns, compile_pattern
from plainspeak.text.span import Span


def holds(pattern: str, text: str) -> bool:
    """Whether `pattern` holds for the term between square brackets in `text`."""
    start, end = text.index("["), text.index("]") - 1
    sentence = Sentence(text.replace("[", "").replace("]", ""), Span(0, len(text) - 2))
    return Patterns(compile_pattern(pattern)).any_holds(sentence, Span(start, end))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("financial {}", "Our Financial [assets] fell."),
        ("{} and liabilities", "List the [assets] and liabilities."),
        ("the company's {}", "It is the company\u2019s [asset]."),
        ("fixed-term {}", "It is a fixed-term [post]."),
        ("fixed term {}", "It is a fixed-term [post]."),
        ("{} led", "It is a [user]-led group."),
        ("deliver~ {}", "They delivered [training] here."),
        ("{} deliver~", "The [team] delivering it left."),
        ("{} * plan", "The [care] home plan is new."),
        ("* {}", "They met the [team]."),
        ("{} ... plan", "The [care] plan is new."),
        ("{} ... plan", "The [care] that is in your plan is new."),
        ("... money {}", "Money [talks]."),
        ("(care|support) {}", "A support [package] came."),
        ("(new|very new) {}", "It is a very new [tool]."),
        ("(a|the|) big {}", "Big [tools] are heavy."),
        ("{} (of|for) (care|two)", "A [package] of care came."),
        ("<number> {}", "We have 12 [beds]."),
        ("<number> {}", "We have twelve [beds]."),
        ("<name> {}", "It is a Microsoft [tool]."),
        ("{} <noun>", "The [care] system is new."),
        ("{} <verb>", "The [team] decides."),
        ("<adjective> {}", "It was a wooden [bridge]."),
        ("<the> {}", "They like our [team]."),
        ("<the> {}", "They like Sam's [team]."),
        ("<start> {}", "[Assets] were sold."),
        ("<start> {}", "\u201c[Assets] were sold."),
        ("{} <end>", "They sold their [assets]."),
        ("{} ,", "The [assets], they say, were sold."),
        ("{}:", "[Assets]: a list."),
        ("<start> the {} <end>", "The [bridge]."),
        ("{} <clause>", "We [ensure] that it works."),
        ("{} <clause>", "We [ensure] staff are trained."),
        ("{} <clause>", "We [ensure], where we can, that it works."),
        ("{} <clause>", "We [ensure] the people who use it and need help can say so."),
        ("{} <clause>", "We [ensure] patients, carers and nurses know the plan."),
    ],
)
def test_a_pattern_holds(pattern: str, text: str) -> None:
    assert holds(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("financial {}", "Financial and other [assets] fell."),
        ("{} and liabilities", "Liabilities and [assets]."),
        ("deliver {}", "They delivered [training]."),
        ("deliver~ {}", "The delivery [van] came."),
        ("{} * plan", "The [care] plan is new."),
        ("* {}", "[Teams] met."),
        ("* {}", "They met, [teams] and all."),
        ("{} ... plan", "The [care] that you have now in your new plan is good."),
        ("{} ... plan", "The [care] is new, the plan is not."),
        ("(care|support) {}", "A small [package] came."),
        ("(a|the|) big {}", "Large [tools] are heavy."),
        ("<number> {}", "We have new [beds]."),
        ("<name> {}", "Microsoft has a new [tool]."),
        ("<name> {}", "Garden [tools] are heavy."),
        ("<noun> {}", "They [met] on Monday."),
        ("<the> {}", "They like good [teams]."),
        ("<start> {}", "The [assets] were sold."),
        ("{} <end>", "They sold [assets] today."),
        ("{} ,", "The [assets] were sold, they say."),
        ("{} <clause>", "We [ensure] the safety of staff."),
        ("{} <clause>", "We [ensure] a service that meets the needs of children."),
        ("{} <clause>", "The plans [ensure] safety and are ready."),
        ("{} <clause>", "We [ensure] quality, because it is right."),
        ("{} <clause>", "That is what we [ensure]."),
        ("{} <clause>", "To [ensure] safety, we check it."),
    ],
)
def test_a_pattern_does_not_hold(pattern: str, text: str) -> None:
    assert not holds(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("financial", "exactly once"),
        ("{} and {}", "exactly once"),
        ("{}", "nothing about the words around"),
        ("{} <dog>", "there is no class <dog>"),
        ("(a {}", "does not belong"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_why(pattern: str, says: str) -> None:
    with pytest.raises(PatternError, match=says):
        compile_pattern(pattern)


def test_a_plural_that_owns_the_term_counts_as_the() -> None:
    assert holds("<the> {}", "It is the tenants' [team].")


def test_choices_of_single_words_make_one_pattern() -> None:
    assert len(compile_pattern("(a|b|c) {} (d|e)")) == 1
    assert len(compile_pattern("(a|b c|) d {}")) == 3
