"""Where the time of one check goes, and what one paragraph costs.

usage: python benchmarks/stages.py [SIZE]     SIZE in characters, 1,000,000 unless given
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from corpus import prose

from plainspeak.checking.checker import Checker
from plainspeak.matching.lexicon import compile_lexicon
from plainspeak.matching.matcher import Matcher
from plainspeak.matching.normalise import normalise

PARAGRAPH = 2_000


def seconds(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    text = prose(size)
    raw = text.encode()
    checker = Checker.load()
    matcher = Matcher(compile_lexicon(checker.glossary.entries))
    checker.check(text[:20_000])
    print(f"{len(checker.glossary)} entries, {size:,} characters")
    print(f"  normalise {1000 * seconds(lambda: normalise(raw)):8.1f} ms")
    print(f"  scan      {1000 * seconds(lambda: matcher.scan(text)):8.1f} ms")
    whole = seconds(lambda: checker.check(text))
    findings = len(checker.check(text).findings)
    print(f"  check     {1000 * whole:8.1f} ms   {findings:,} findings, {1e6 * whole / max(findings, 1):.0f} µs each")
    pieces = [text[start : start + PARAGRAPH] for start in range(0, min(size, 400_000), PARAGRAPH)]
    times = [1000 * seconds(lambda piece=piece: checker.check_paragraph(piece)) for piece in pieces]
    times.sort()
    middle, slow = statistics.median(times), times[int(len(times) * 0.99)]
    print(f"  a paragraph of {PARAGRAPH:,} characters: p50 {middle:.2f} ms, p99 {slow:.2f} ms")


if __name__ == "__main__":
    main()
