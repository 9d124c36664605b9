from __future__ import annotations

import pytest

from plainspeak.reports.place import place_of, places_of


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (None, "line 3, column 9"),
        ({"page": 2, "paragraph": 14, "heading": "Our plan"}, "page 2, paragraph 14"),
        ({"slide": 4, "paragraph": 2}, "slide 4, paragraph 2"),
        ({"chapter": 1, "paragraph": 2, "heading": "One"}, 'chapter 1, paragraph 2 under "One"'),
        ({"paragraph": 14, "heading": "Our plan"}, 'paragraph 14 under "Our plan"'),
        ({"paragraph": 1, "part": "footnotes"}, "paragraph 1, in the footnotes"),
        ({"paragraph": 2, "heading": "One", "attachment": "a.docx"}, 'attachment a.docx, paragraph 2 under "One"'),
        ({"page": 3, "paragraph": 2, "attachment": "a.pdf in\nb"}, "attachment a.pdf in b, page 3, paragraph 2"),
        ({"paragraph": 1, "heading": "a\x1b[2J\nb"}, r'paragraph 1 under "a\x1b[2J b"'),
    ],
)
def test_where_a_finding_stands(make, place, said) -> None:
    assert place_of(make.finding(place=place)) == said


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([None, None], "line 3"),
        ([{"page": 2, "paragraph": 1}, {"page": 4, "paragraph": 9}, {"page": 2, "paragraph": 3}], "pages 2, 4"),
        ([{"page": 10, "paragraph": 1}, {"paragraph": 9}], "paragraphs 1, 9"),
        ([{"page": 2, "attachment": "a"}, {"page": 3, "attachment": "a"}], "attachment a, pages 2, 3"),
        ([{"paragraph": 1}, {"page": 3, "attachment": "a"}], "the message itself, attachment a"),
        ([{"page": 1, "attachment": name} for name in "abcd"], "attachment a, attachment b, attachment c, …"),
        ([{"paragraph": 1}, {"paragraph": 2}, {"paragraph": 3}, {"paragraph": 4}], "paragraphs 1, 2, 3, …"),
    ],
)
def test_where_many_stand(make, places, said) -> None:
    assert places_of([make.finding(place=place) for place in places], 3) == said
