"""Lines: a question as it is read out. The shortest lines with the words that matter most come first, without decoration."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.checking.finding import Finding, LeftAlone, Suggestion
from plainspeak.deciding.review import Review, State, changed_words
from plainspeak.reports.place import place_of
from plainspeak.reports.terminal import on_one_line
from plainspeak.text.edits import Edit

NO_WORDS = "There are no other words to put in here."
_STATES: dict[State, str] = {
    "open": "not decided yet",
    "leave": "left as it is",
    "dealt with": "dealt with",
    "term left": "left all through the document",
    "always left": "left always; it stands in your left-words.txt",
    "explained": "explained before",
}


def question(review: Review, index: int, *, in_brief: bool = False) -> Iterator[str]:
    """Everything about one finding, and the answers that are particular to it.

    `in_brief` leaves out what was said of the term before.
    """
    finding = review.findings[index]
    called = "The word" if finding.check == "spelling" else "The jargon"
    yield f"Finding {index + 1:,} of {len(review.findings):,}"
    yield f"{called}{', again' if in_brief else ''}: {on_one_line(finding.text)}"
    yield f"Sentence: {shown(review.sentence(index))}"
    if finding.what_we_mean and not in_brief:
        yield f"What we mean: {shown(finding.what_we_mean)}"
    if finding.why and not in_brief:
        yield f"Why: {shown(finding.why)}"
    if finding.question:
        yield f"Ask yourself: {shown(finding.question)}"
    yield f"Level: {finding.level} change. Place: {place_of(finding)}."
    if review.state(index) != "open":
        yield f"So far: {state_in_words(review, index)}."
    yield from _choices(review, index)


def _choices(review: Review, index: int) -> Iterator[str]:
    """The words of each choice, and nothing of the sentence around them, which has just been read out."""
    wordings = review.wordings(index)
    for number, wording in enumerate(wordings, 1):
        yield f"{number}: {wording_in_words(review.findings[index], wording)}"
    if explanation := review.explanation(index):
        yield _explaining(review.findings[index], explanation)
    if not wordings and not explanation:
        yield NO_WORDS
    if not review.can_reword(index):
        yield "Words beside it have changed. After saving it is checked again."


def _explaining(finding: Finding, explanation: Suggestion) -> str:
    """The answer that explains; what would stand in brackets is told where it is not what was just read out."""
    is_what_we_mean = finding.what_we_mean.rstrip(".").casefold() in explanation.text.casefold()
    return "e: explain it in brackets" if is_what_we_mean else f"e: explain it: {shown(explanation.text)}"


def readings(review: Review, index: int) -> dict[str, str]:
    """The sentence as it would read with each of the choices, by what one types to choose it."""
    offered = {str(number): wording for number, wording in enumerate(review.wordings(index), 1)}
    if explanation := review.explanation(index):
        offered["e"] = explanation
    return {key: shown(review.sentence(index, Edit(one.start, one.end, one.text))) for key, one in offered.items()}


def wording_in_words(finding: Finding, wording: Suggestion) -> str:
    """The words of a choice, on one line; where it reaches further than the finding, all that it puts in."""
    if not wording.text.strip():
        return "take the words out"
    return shown(wording.text) if (wording.start, wording.end) != finding.span else on_one_line(wording.text)


def state_in_words(review: Review, index: int) -> str:
    """What was decided about a finding."""
    choice = review.choices.get(index)
    if choice and choice.edit:
        return _in_words(choice.edit)
    return _STATES[review.state(index)]


def _in_words(edit: Edit) -> str:
    return f'now "{shown(edit.replacement)}"' if edit.replacement.strip() else "taken out"


def row(review: Review, index: int) -> str:
    """One finding in one line."""
    finding = review.findings[index]
    return f"{index + 1}: {on_one_line(finding.text)}: {state_in_words(review, index)}"


def question_row(review: Review, index: int) -> str:
    """The question of one finding in one line."""
    finding = review.findings[index]
    return f"{index + 1}: {on_one_line(finding.text)}: {shown(finding.question)}"


def left_row(left: LeftAlone) -> str:
    """One term that was left alone, in one line."""
    return f"{on_one_line(left.text)}: {left.reason}"


def changes(review: Review) -> Iterator[str]:
    """What has changed, in text order, and what that does to the reading."""
    from plainspeak.text.readability import readability

    for before, after in changed_words(review):
        yield f'"{shown(before)}" is {_in_words(Edit(0, 0, after))}.'
    was, now = readability(review.text), readability(review.new_text())
    yield f"Reading age: {was.reading_age} before, {now.reading_age} now."
    yield f"Words in a sentence: {was.words_per_sentence:.1f} before, {now.words_per_sentence:.1f} now."


def sum_of(review: Review) -> str:
    """How far the review has come."""
    total, left = len(review.findings), len(review.open())
    changed = len(review.edits())
    parts = [f"{changed:,} changed", f"{total - left - changed:,} left as they are", f"{left:,} not decided"]
    return f"{', '.join(parts)}."


def shown(text: str) -> str:
    """Text on one line, with nothing in it that could move the cursor."""
    return on_one_line(text.strip())
