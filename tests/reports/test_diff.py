from __future__ import annotations

from plainspeak.reports.diff import unified_diff


def test_lines_before_and_after() -> None:
    assert list(unified_diff("a.txt", "one\ntwo\nthree\nfour\n", "one\ntwo\nTHREE\nfour\n")) == [
        "--- a.txt (before)\n",
        "+++ a.txt (after)\n",
        "@@ -2,3 +2,3 @@\n",
        " two\n",
        "-three\n",
        "+THREE\n",
        " four\n",
    ]


def test_nothing_when_nothing_changes() -> None:
    assert list(unified_diff("a.txt", "one\n", "one\n")) == []


def test_a_last_line_without_an_end() -> None:
    assert list(unified_diff("a", "one", "two"))[3:] == [
        "-one\n\\ No newline at end of file\n",
        "+two\n\\ No newline at end of file\n",
    ]


def test_line_ends_of_windows_stay_and_odd_separators_are_no_line_ends() -> None:
    assert list(unified_diff("a", "one\x0c\u2028one\r\n", "one\x0c\u2028two\r\n"))[3:] == [
        "-one\x0c\u2028one\r\n",
        "+one\x0c\u2028two\r\n",
    ]


def test_the_name_is_made_safe() -> None:
    assert next(unified_diff("a\x1b.txt", "one\n", "two\n")) == "--- a\\x1b.txt (before)\n"
