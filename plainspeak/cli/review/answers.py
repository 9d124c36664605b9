"""Answers: what a person can say to a question, as one table that the session, its help and its errors share."""

from __future__ import annotations

from typing import NamedTuple

from plainspeak.errors import did_you_mean


class Answer(NamedTuple):
    """One kind of answer: its name, the short way and the long ways to say it, and what it does.

    `takes` is what may follow it, such as ``WORDS``.
    """

    name: str
    short: str
    long: tuple[str, ...]
    does: str
    takes: str = ""


ANSWERS = (
    Answer("choose", "1", (), "put in the words with that number"),
    Answer("hear", "w", ("with",), "hear the sentence with those words in it; w alone: with each of them", "NUMBER"),
    Answer("own", "o", ("own",), "put in words of your own", "WORDS"),
    Answer("explain", "e", ("explain",), "keep the words and add their meaning in brackets"),
    Answer("leave", "l", ("leave",), "leave this one as it is"),
    Answer("leave_term", "lt", ("leave term",), "leave this word all through the document"),
    Answer("leave_always", "la", ("leave always",), "leave this word always, in everything you check"),
    Answer("deal_with", "d", ("done",), "you have answered what it asks"),
    Answer("swap_term", "t", ("throughout",), "put in the words with that number throughout", "NUMBER"),
    Answer("swap_safe", "a", ("all",), "make all the swaps that are safe, in one step"),
    Answer("again", "c", ("change", "ask again"), "forget what you decided about this one"),
    Answer("next", "n", ("next", "skip"), "go on to the next and decide later"),
    Answer("back", "b", ("back",), "go back to the one before"),
    Answer("go_to", "g", ("go",), "go to the finding with that number, or with those words", "NUMBER or WORDS"),
    Answer("undo", "u", ("undo",), "take back the last step"),
    Answer("redo", "r", ("redo",), "do it again"),
    Answer("list", "i", ("list",), "list all findings and what you decided"),
    Answer("questions", "k", ("questions",), "list the questions that wait for you"),
    Answer("left_alone", "x", ("left alone",), "list what was left alone without asking, and why"),
    Answer("view", "v", ("view",), "show what has changed"),
    Answer("save", "s", ("save",), "save the new text: you are asked where"),
    Answer("quit", "q", ("quit", "exit"), "stop; what you decided is remembered"),
    Answer("help", "?", ("h", "help"), "hear these answers"),
)
_BY_WORD = {word: answer for answer in ANSWERS for word in (answer.short, *answer.long)}
_LONGEST_FIRST = sorted(_BY_WORD, key=len, reverse=True)


class Said(NamedTuple):
    """An answer that was given, and the words after it."""

    name: str
    rest: str = ""


def understood(line: str) -> Said | None:
    """What an answer means; "" is to hear the question again, None that it means nothing here."""
    line = line.strip()
    low = line.lower()
    if not line:
        return Said("ask_again")
    if line.isdecimal():
        return Said("choose", line)
    for word in _LONGEST_FIRST:
        answer = _BY_WORD[word]
        if low == word:
            return Said(answer.name)
        if answer.takes and low.startswith(f"{word} "):
            return Said(answer.name, line[len(word) :].strip())
    return None


def not_understood(line: str) -> str:
    """A sentence that helps a person whose answer means nothing here."""
    near = did_you_mean(line.strip(), [word for word in _BY_WORD if len(word) > 1]) if line.strip() else ""
    return f"That is none of the answers. {near or 'Type ? to hear them.'}"


def table_of_answers() -> str:
    """Every answer, one a line."""
    return "\n".join(f"  {_way_to_say(answer):<14} {answer.does}" for answer in ANSWERS)


def list_of_answers() -> list[str]:
    """Every answer, one a line, as it is read out."""
    return [f"{_way_to_say(answer)}: {answer.does}" for answer in ANSWERS]


def _way_to_say(answer: Answer) -> str:
    takes = answer.takes.partition(" ")[0]
    return {"choose": "1, 2, 3"}.get(answer.name, f"{answer.short} {takes}".strip())
