"""Made-up English prose with a known share of jargon, the same for every run.

usage: python benchmarks/corpus.py FOLDER CORPUS     writes a corpus, such as "1 MB", into a new folder
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

PLAIN = """
the a we you they people in of and to for with that this is are was will can have has on at by from our your their not
but when who what help home care family friends time day week year money letter form phone house street garden bus school
ask tell talk listen read write live work meet eat sleep walk know think want need make give take come go see find keep
good new old small large clear simple early late next last local free open safe warm quiet friendly
nurse doctor teacher neighbour driver cook clerk mayor farmer shop library kitchen window table chair river hill road
""".split()
JARGON = """
co-production|service users|utilise|stakeholders|strengths-based approach|facilitated|commissioners|in order to
|lived experience|outcomes|deliver better outcomes|care pathways|multidisciplinary team|engage with|third sector
|holistic assessment|implementation|robust|statutory services|person-centred care|empowerment|leverage|prior to
|commenced|signposted|integrated care system
""".replace("\n", "").split("|")

LINE = "We will utilise the toolkit.\n"
SIZES = {"one line": 0, "1 MB": 1_000_000, "20 MB": 20_000_000}
TREE = "2,000 files of 5 kB"
CORPORA = (*SIZES, TREE)


def prose(size: int, seed: int = 7, jargon: float = 0.03) -> str:
    """About `size` characters of sentences and paragraphs; `jargon` is the share of jargon among the words."""
    rng = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        words = [rng.choice(JARGON) if rng.random() < jargon else rng.choice(PLAIN) for _ in range(rng.randint(8, 24))]
        sentence = " ".join(words).capitalize() + "."
        parts.append(sentence + ("\n\n" if rng.random() < 0.2 else " "))
        length += len(parts[-1])
    return "".join(parts)


def write_corpus(folder: Path, name: str) -> None:
    """Write one of the `CORPORA` into `folder`."""
    folder.mkdir(parents=True)
    if name == TREE:
        for number in range(2_000):
            branch = folder / f"{number % 20:02}"
            branch.mkdir(exist_ok=True)
            (branch / f"{number:04}.txt").write_text(prose(5_000, seed=number), encoding="utf-8")
    else:
        (folder / "draft.txt").write_text(LINE if not SIZES[name] else prose(SIZES[name]), encoding="utf-8")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), sys.argv[2])
