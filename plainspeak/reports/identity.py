"""Identity: what makes a finding the same one next time, although lines and pages have moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from plainspeak.checking.finding import Finding

_BYTES = 12
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


def _with_words_around(finding: Finding) -> tuple[str, str, str]:
    """The words of a finding, and those before and after it; where it stands twice in its sentence, all of them."""
    text, sentence = (" ".join(part.split()) for part in (finding.text, finding.sentence))
    before, found, after = sentence.partition(text)
    if not found or text in after:
        return text, sentence, ""
    return text, " ".join(before.split()[-_WORDS_AROUND:]), " ".join(after.split()[:_WORDS_AROUND])
