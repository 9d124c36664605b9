"""Noun or verb here? The part of speech of a word from the words around it, by rule.

What each word can be comes from word lists (data/parts_of_speech), which use fits where from a table of neighbours and
from the verbs that a clause owes (parts/grammar.py). Of all ways to read the stretch the likeliest is taken; how far
behind the next best answer lies says whether the answer is sure.
"""

from __future__ import annotations


