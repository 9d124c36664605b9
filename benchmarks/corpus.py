"""Made-up English prose with a known share of jargon, the same for every run."""

from __future__ import annotations

import random
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


def write_corpora(folder: Path) -> dict[str, Path]:
    """The four corpora by name, written below `folder`."""
    places = {name: folder / name for name in ("one line", "1 MB", "20 MB", "2,000 files of 5 kB")}
    for name, text in (
        ("one line", "We will utilise the toolkit.\n"),
        ("1 MB", prose(1_000_000)),
        ("20 MB", prose(20_000_000)),
    ):
        places[name].mkdir()
        (places[name] / "draft.txt").write_text(text, encoding="utf-8")
    tree = places["2,000 files of 5 kB"]
    for number in range(2_000):
        branch = tree / f"{number % 20:02}"
        branch.mkdir(parents=True, exist_ok=True)
        (branch / f"{number:04}.txt").write_text(prose(5_000, seed=number), encoding="utf-8")
    return places
