"""Identity: what makes a finding the same one next time, although lines and pages have moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from plainspeak.checking.finding import Finding

_BYTES = 12


def identities(findings: Iterable[Finding]) -> Iterator[str]:
    """The identity of each finding of one document, in order: 24 hexadecimal digits and its number, ``…:1``.

    It is made of the check, the entry, the words and their sentence, however it is spaced; the number tells those apart
    that are alike in all of these. Where the document stands and what it is called is no part of it.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        parts = (finding.check, finding.entry, finding.text, finding.sentence)
        words = "\x1f".join(" ".join(part.split()) for part in parts)
        digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
        seen[digest] += 1
        yield f"{digest}:{seen[digest]}"
