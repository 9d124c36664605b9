"""Advice: what to do about a finding, in the words that every report has for it."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.checking.finding import Finding, Suggestion
from plainspeak.reports.terminal import on_one_line

MOST_WORDINGS = 3
LEAVE_OUT = "leave it out"
"""What is said of words that can go."""


def wordings(finding: Finding, most: int = MOST_WORDINGS) -> list[str]:
    """The wordings to say instead, best first, not more than `most`; "leave it out" where the words can go."""
    offers = [offer for offer in finding.suggestions if offer.kind in {"swap", "delete"}]
    return [_wording(finding, offer) for offer in offers[:most]]


def advice(finding: Finding) -> str:
    """What to do: ``say: …; or: …``, else a question to ask oneself, else to say what it means; "" where nothing is known."""
    found = wordings(finding)
    if found and finding.check == "spelling":
        return f"ask yourself: {on_one_line(finding.question)} Perhaps: {'; or: '.join(found)}"
    if found:
        first = "explain it, or " if finding.suggestions[0].kind == "explain" else ""
        return f"{first}say: {'; or: '.join(found)}"
    if finding.question:
        return f"ask yourself: {on_one_line(finding.question)}"
    return "say what it means" if any(offer.kind == "explain" for offer in finding.suggestions) else ""


def message(finding: Finding) -> str:
    """One finding in a sentence or two, for programs that show messages: the term, what to do, what we mean and why."""
    return " ".join(_sentences(finding))


def _sentences(finding: Finding) -> Iterator[str]:
    to_do = advice(finding)
    yield f'"{on_one_line(finding.text)}"' + (f" – {_ended(to_do)}" if to_do else "")
    if finding.what_we_mean:
        yield f"What we mean: {_ended(on_one_line(finding.what_we_mean))}"
    if finding.why:
        yield f"Why: {_ended(on_one_line(finding.why))}"


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _wording(finding: Finding, offer: Suggestion) -> str:
    """The words to say; "leave it out" where all that stays are the words that follow anyway, with a capital."""
    words = on_one_line(offer.text).strip()
    if words and offer.end <= finding.end:
        return words
    following = finding.sentence.partition(finding.text)[2][: max(0, offer.end - finding.end)]
    stays_the_same = words.casefold() == on_one_line(following).strip(" ,").casefold()
    return LEAVE_OUT if not words or stays_the_same else words
