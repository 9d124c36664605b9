"""Which use of a word may follow which, and what a clause still owes.

A reading of a sentence is walked from left to right. The place reached is a `State`: the use of the last word that
counts (adverbs are looked through), how many verbs are still owed (a clause owes one until its verb has come), and
what is let through for once. Each step has a cost; the likeliest reading is the one with the lowest sum. The costs of
neighbours stand in data/parts_of_speech/neighbours.txt, the costs of clauses below.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from plainspeak.text import word_lists

NOMINAL = frozenset("noun group plural people name ing-noun number object anyone".split())
ADJECTIVAL = frozenset("adjective participle-adjective ing-adjective".split())
VERBAL = frozenset("base present s past ing participle".split())
FINITE = frozenset("is has modal half-modal present s past".split())
_INVERTING = frozenset("is has modal".split())
_NOT_BEFORE_A_CLAUSE = _INVERTING | {"asking", "be", "been", "being", "have", "having", "preposition", "of", "by"}
_OPENERS = frozenset(["when", "who", "relative"])
_SUBJECTS = frozenset("subject it there".split())
PASSIVE = "passive"
"""A participle behind a form of be; as the last word, one that and has joined to another."""
_BE = frozenset("is be been being".split())
_OBJECTS = frozenset("determiner object people plural number".split())
_FRESH = frozenset("start somewhere who how comma:base comma:ing comma:participle comma:other".split())

EXTRA_VERB = 4
"""A second verb in a clause that has one."""
JOINED_VERB = 1
"""The same after and or or; none where the verb before had the same form."""
LEFT_OWING = 3
"""A clause that ends without its verb."""
_NO_RELATIVE = 5
"""That in the sense of which, with no noun before it."""
_NO_OBJECT = 3
"""A thing right behind the second of two passives: in *it was praised and won a prize* the second is none."""
_NO_COMPOUND = 9
"""Centred, based and the like in the sense of person centred, with no noun before them."""
HEADING = 1
"""The same where no full stop ends it."""
LET_THROUGH = 1
"""A verb without to after help or let, or in a question."""

_NOTHING, _BASE, _BASE_DUE, _CLAUSE, _ASKED, _FRONTED = range(6)
_MOST_OWED = 3


class State(NamedTuple):
    """Where a walk stands.

    `left` is the use of the last word that counts, `owed` how many verbs are still to come, `let` what is let through
    for once, and `verb` the form of the last verb, which and or a comma may be followed by again.
    """

    left: str
    owed: int
    let: int
    verb: str


class Use(NamedTuple):
    """One way a word can be used; verbs may help another verb along, or bring in a clause."""

    name: str
    helps: bool = False
    says: bool = False


BEGINNING = State("start", 1, _NOTHING, "")
SOMEWHERE = (State("somewhere", 0, _NOTHING, ""), State("somewhere", 1, _NOTHING, ""))


@cache
def _neighbours() -> dict[str, dict[str, int]]:
    """After each use, the cost of each use that may follow; under ``*`` the cost of the others."""
    sets: dict[str, list[str]] = {}
    costs: dict[str, dict[str, int]] = {"somewhere": {"*": 0}}
    for line in word_lists.lines("parts_of_speech/neighbours"):
        first, *rest = line.split()
        if rest and rest[0] == "=":
            sets[first] = rest[1:]
        elif first == "after":
            row = costs.setdefault(rest[0], {})
        else:
            row.update((use, int(first)) for name in rest for use in sets.get(name, [name]))
    return costs


def _neighbour_cost(left: str, use: str) -> int:
    if use == "possessive":
        return min(_neighbour_cost(left, "noun"), _neighbour_cost(left, "people"))
    if use == "apostrophe":
        return 0 if left in NOMINAL else 5
    if use == "compound":
        return 0 if left in NOMINAL else _NO_COMPOUND
    if use == "relative" and left not in NOMINAL and left != "comma:noun":
        return _NO_RELATIVE - 2 * (left == "ing")
    use = {"relative": "who", "anyone": "name", "half-modal": "modal"}.get(use, use)
    row = _neighbours().get(left) or _neighbours()[_ALIKE[left]]
    return row.get(use, row["*"]) + _NO_OBJECT * (left == PASSIVE and use in _OBJECTS)


_ALIKE = {
    "participle-adjective": "adjective",
    "ing-adjective": "adjective",
    "compound": "adjective",
    "people": "plural",
    "be": "is",
    "been": "is",
    "being": "is",
    "have": "has",
    "having": "has",
    "passive": "participle",
    "stop": "start",
    "half-modal": "modal",
    "relative": "who",
}
"""Uses after which the same may follow as after another."""


def _family(left: str) -> str:
    """The kind of thing that and or a comma joins on to."""
    if left in NOMINAL:
        return "noun"
    if left in ADJECTIVAL:
        return "adjective"
    if left in ("be", "have"):
        return "base"
    if left == PASSIVE:
        return "participle"
    return left if left in VERBAL else "other"


def _joint(left: str, mark: str) -> str:
    """What comes last once and or a comma has come after `left`."""
    family = left.partition(":")[2] or _family(left)
    if mark == "comma" and family in ("present", "s", "past"):
        family = "verb"
    if mark == "and" and family == "verb":
        family = "other"
    return f"{mark}:{family}"


def step(state: State, use: Use) -> tuple[State, int]:
    """Where `use` leads from `state`, and what that costs."""
    name = use.name
    if name == "aside":
        return state, 0
    cost = _neighbour_cost(state.left, name)
    if name == "adverb":
        return state, cost
    if name == "stop":
        return BEGINNING, cost + owing(state)
    if name in ("possessive", "apostrophe"):
        return state._replace(left="determiner"), cost
    if name in ("and", "comma"):
        joins = state.owed == 0 and state.let == _NOTHING
        return state._replace(left=_joint(state.left, name), let=_CLAUSE if joins else state.let), cost
    (_, owed, let, verb), cost = _clause_step(state, name, cost)
    let = let or (_BASE if use.helps else _CLAUSE if use.says else _NOTHING)
    left = "asking" if name == "modal" and let == _BASE_DUE else name
    if name == "participle":
        passive = state.left in _BE or (":" in state.left and state.verb == PASSIVE)
        left, name = (PASSIVE if passive and ":" in state.left else left), (PASSIVE if passive else name)
    return State(left, owed, let, name if name in VERBAL or name == PASSIVE else verb), cost


def _clause_step(state: State, name: str, cost: int) -> tuple[State, int]:
    """What a word does to the clauses that are open, and what it then costs."""
    if ":" in state.left and name == (state.verb if state.verb != PASSIVE else "participle"):
        return state, 0
    if name in FINITE:
        state, extra = _finite(state, name)
        return state, cost + extra
    if name in ("base", "be", "have"):
        return _bare(state, cost)
    if state.let == _ASKED and name in ("participle", "ing", "adjective"):
        return state._replace(let=_NOTHING), min(cost, LET_THROUGH)
    return state._replace(owed=_owed(state, name), let=_let(state, name)), cost


def _let(state: State, name: str) -> int:
    """What is let through once a word that is no verb has come."""
    if state.left == "start" and name in ("preposition", "by", "of"):
        return _FRONTED
    used_up = (state.let == _CLAUSE and name in _OPENERS) or (state.let == _FRONTED and name in _SUBJECTS)
    return _NOTHING if used_up else state.let


def _finite(state: State, name: str) -> tuple[State, int]:
    """A verb that a clause owes; before its subject it makes a question."""
    left, owed, let, _ = state
    if left in _FRESH and name in _INVERTING:
        return state._replace(owed=max(owed - 1, 0), let=_BASE_DUE if name == "modal" else _ASKED), 0
    if owed:
        return state._replace(owed=owed - 1, let=_NOTHING if let == _FRONTED else let), 0
    if let == _CLAUSE and not left.startswith("comma:"):
        return state._replace(let=_NOTHING), JOINED_VERB if ":" in left else 0
    return state, JOINED_VERB if left.startswith("and:") else EXTRA_VERB


def _bare(state: State, cost: int) -> tuple[State, int]:
    """A verb as it stands in the dictionary: after to or will, after help, in a question, or as a command."""
    left, owed, let, _ = state
    if left in ("to", "modal", "half-modal", "asking", "please"):
        answered = left == "asking"
        return state._replace(owed=owed - (left == "please" and owed > 0), let=_NOTHING if answered else let), cost
    if let in (_BASE, _BASE_DUE) and cost > LET_THROUGH:
        return state._replace(let=_NOTHING), LET_THROUGH if let == _BASE else 0
    commands = owed > 0 and (left == "start" or left.startswith("comma:"))
    return state._replace(owed=owed - commands), cost


def _owed(state: State, name: str) -> int:
    """How many verbs are owed once `name` has come: subjects, who and when open clauses."""
    left, owed, let, _ = state
    if name == "when":
        more = owed + 1
    elif name in ("who", "relative"):
        more = owed + 1 if left in NOMINAL or left in ("comma:noun", "preposition", "of") else max(owed, 1)
    elif name == "how":
        more = max(owed, 1)
    elif name in _SUBJECTS and let != _BASE_DUE and left not in _NOT_BEFORE_A_CLAUSE:
        behind = left in NOMINAL or left in VERBAL or left in ADJECTIVAL
        more = owed + 1 if behind and let != _FRONTED else max(owed, 1)
    elif left == "when" and name in ("participle", "ing", "adjective"):
        more = max(owed - 1, 0)
    else:
        more = owed
    return min(more, _MOST_OWED)


def owing(state: State, each: int = LEFT_OWING) -> int:
    """The cost of stopping here: clauses whose verb never came."""
    return each * (state.owed + (state.let == _BASE_DUE))
