"""Where the time of one check goes, what one paragraph costs, and how long a glossary takes to be ready.

usage: python benchmarks/stages.py [SIZE]     SIZE in characters, 1,000,000 unless given

Each figure is the best of a few runs in processor time, because others may be using the machine.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable

from corpus import prose

from plainspeak.checking.checker import Checker
from plainspeak.glossary.layers import load_glossary
from plainspeak.matching.lexicon import compile_lexicon
from plainspeak.matching.matcher import Matcher
from plainspeak.matching.normalise import normalise
from plainspeak.matching.store import load_compiled
from plainspeak.rewriting.late_suggestions import brief_suggestions
from plainspeak.settings import load_settings

PARAGRAPH = 2_000


def milliseconds(action: Callable[[], object], runs: int = 3) -> float:
    times = []
    for _ in range(runs):
        begun = time.process_time()
        action()
        times.append(time.process_time() - begun)
    return 1000 * min(times)


def glossary() -> None:
    """Has to come first: what is worked out about a word is kept."""
    print(f"  from YAML     {milliseconds(lambda: compile_lexicon(load_glossary(load_settings()).entries), 1):8.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PLAINSPEAK_HOME"] = folder
        load_compiled()
        print(f"  from cache    {milliseconds(load_compiled):8.1f} ms")


def text(checker: Checker, size: int) -> None:
    draft = prose(size)
    raw, matcher = draft.encode(), Matcher(compile_lexicon(checker.glossary.entries))
    print(f"  normalise     {milliseconds(lambda: normalise(raw)):8.1f} ms")
    print(f"  scan          {milliseconds(lambda: matcher.scan(draft)):8.1f} ms")
    checker.check(prose(size, seed=3))  # what is known of a word is worked out when it first comes up
    whole = milliseconds(lambda: checker.check(draft), 1)
    findings = checker.check(draft).findings
    shown = milliseconds(lambda: [brief_suggestions(finding.suggestions, 3) for finding in findings], 1)
    offered = milliseconds(lambda: [tuple(finding.suggestions) for finding in findings], 1)
    each = 1000 / max(len(findings), 1)
    print(f"  check         {whole:8.1f} ms   {len(findings):,} findings, {each * whole:.0f} µs each")
    print(f"  wordings, as lines of text show them {shown:8.1f} ms   {each * shown:.0f} µs each")
    print(f"  suggestions   {offered:8.1f} ms   {each * offered:.0f} µs each, once those are known")


def paragraphs(checker: Checker) -> None:
    draft = prose(400_000, seed=11)
    pieces = [draft[start : start + PARAGRAPH] for start in range(0, len(draft), PARAGRAPH)]
    times = sorted(milliseconds(lambda piece=piece: checker.check_paragraph(piece)) for piece in pieces)
    middle, slow = statistics.median(times), times[int(len(times) * 0.99)]
    print(f"  a paragraph of {PARAGRAPH:,} characters: p50 {middle:.2f} ms, p99 {slow:.2f} ms")


def main() -> None:
    gc.set_threshold(50_000)  # as the program itself has it
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors, {size:,} characters")
    glossary()
    checker = Checker.load()
    text(checker, size)
    paragraphs(checker)


if __name__ == "__main__":
    main()
