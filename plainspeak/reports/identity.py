"""Identity: what makes a finding the same one next time, although lines and pages have moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from plainspeak.checking.finding import Finding

_BYTES = 12
_SHORT = 5  # hexadecimal digits: many words have the same, and few findings of one document
_WORDS_AROUND = 4  # on each side: a change further off in a long sentence makes no new finding


def identities(findings: Iterable[Finding]) -> Iterator[str]:
    """The identity of each finding of one document, in order: 24 hexadecimal digits and its number, ``…:1``.

    It is made of the check, the entry, the words and those around them in their sentence, however they are spaced; the
    number tells those apart that are alike in all of these. Where the document stands and what it is called is no part of it.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        words = "\x1f".join((finding.check, finding.entry, *_with_words_around(finding)))
        digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
        seen[digest] += 1
        yield f"{digest}:{seen[digest]}"


def traces(findings: Iterable[Finding]) -> Iterator[str]:
    """The identity of each finding of one document, and behind it, after a /, what tells it again when it does not fit.

    That is a short digest each with the words next to it, with those before it and with those after it, for the rest of its
    sentence may have been rewritten: ``…:1/0f3ab/91c04/77e2d``. It is empty where there are no such words. They are too short
    to tell what the words are.
    """
    findings = list(findings)
    for finding, identity in zip(findings, identities(findings), strict=True):
        text, before, after = _with_words_around(finding)
        sides = (_next_to(before, after), before and f"{before}\x1f", after and f"\x1f{after}")
        yield "/".join((identity, *(_short(finding, text, side) for side in sides)))


def _next_to(before: str, after: str) -> str:
    return f"{before.rsplit(maxsplit=1)[-1]}\x1f{after.split(maxsplit=1)[0]}" if before and after else ""


def _short(finding: Finding, text: str, words: str) -> str:
    if not words:
        return ""
    told = "\x1f".join((finding.check, finding.entry, text, words))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()[:_SHORT]


def _with_words_around(finding: Finding) -> tuple[str, str, str]:
    """The words of a finding, and those before and after it; where it stands twice in its sentence, all of them."""
    text, sentence = (" ".join(part.split()) for part in (finding.text, finding.sentence))
    before, found, after = sentence.partition(text)
    if not found or text in after:
        return text, sentence, ""
    return text, " ".join(before.split()[-_WORDS_AROUND:]), " ".join(after.split()[:_WORDS_AROUND])
