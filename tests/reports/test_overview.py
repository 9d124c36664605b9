from __future__ import annotations

import pytest

from plainspeak.checking.finding import Suggestion
from plainspeak.reports.first_steps import first_steps
from plainspeak.reports.overview import Overview, mean
from plainspeak.reports.report import Detail, DocumentReport
from plainspeak.text.readability import Readability

ASK = Suggestion("ask", "Who?", 8, 21)


def measured(words: int, age: int = 16) -> Readability:
    return Readability(words // 20, words, 20.0, age - 5.0, age)


def overview_of(*documents: DocumentReport) -> Overview:
    overview = Overview()
    for document in documents:
        overview.add(document)
    return overview


def document(make, path: str, words: int, *findings) -> DocumentReport:
    detail = Detail(tuple(0 for _ in findings), measured(words, 14))
    return DocumentReport(path, "txt", findings, readability=measured(words), detail=detail)


def test_figures_of_a_run(make) -> None:
    asks = make.finding("stakeholders", question="Who?", suggestions=(ASK,))
    overview = overview_of(
        document(make, "a", 1000, make.finding(), make.finding(start=90, end=103, suggestions=()), asks),
        document(make, "b", 500, make.finding("recieve", check="spelling", level="could")),
        DocumentReport("c", "", error="Gone."),
    )
    assert (overview.jargon, overview.safe, overview.questions) == (3, 1, 1)
    assert overview.failed == [("c", "Gone.")]
    assert overview.density() == 2.0
    assert overview.rows[0].density == 3.0
    assert overview.rows[0].density_after == 2.0
    assert [row.path for row in overview.densest()] == ["a", "b"]
    assert mean((row.after for row in overview.rows), "reading_age") == 14.0


def test_a_term_is_called_by_the_form_that_is_met_most(make) -> None:
    def found(words: str, say: str, sentence: str = "", start: int = 8):
        swap = Suggestion("swap", say, 8, 8 + len(words))
        wide = Suggestion("swap", f"{say} it", start, 11 + len(words))
        return make.finding(words, entry="utilise", sentence=sentence or f"Ask x {words}.", suggestions=(wide, swap))

    overview = overview_of(
        document(make, "a", 10, found("utilised", "used"), found("Utilise", "Use", "Utilise it.")),
        document(make, "b", 10, found("utilise", "use")),
    )
    (term,) = overview.commonest(9)
    assert (term.words, term.times, term.documents) == ("utilise", 3, 2)
    assert term.wordings == ["use"]


def test_terms_in_order_of_how_often_and_how_bad(make) -> None:
    many = [make.finding("hub", level="should")] * 2
    overview = overview_of(document(make, "a", 10, make.finding("b", level="could"), make.finding("c"), *many))
    assert [term.words for term in overview.commonest(9)] == ["hub", "c", "b"]
    assert [term.words for term in overview.commonest(9, ["must", "could"])] == ["c", "b"]
    assert len(overview.commonest(1)) == 1


def test_what_to_do_first(make) -> None:
    findings = [
        make.finding(),
        make.finding(start=90, end=103, suggestions=(make.finding().suggestions[0]._replace(start=90, end=103),)),
        make.finding("NCAG", entry="", check="acronym", suggestions=()),
        make.finding("stakeholders", question="Who?", suggestions=(ASK,)),
    ]
    documents = [document(make, f"{name}.txt", 100, *findings) for name in "abcd"]
    steps = list(first_steps(overview_of(*documents, DocumentReport("e", "", error="Gone."))))
    assert [step.to_do for step in steps] == [
        "Agree on plain words for what comes up most.",
        "Make the swaps that are safe: 8 of 16.",
        "Start with the documents that hold the most jargon.",
        "Spell out initials where they first stand.",
        "Let the writers answer what only they can.",
        "Look at 1 document that could not be read.",
    ]
    assert steps[0].how.startswith("“service users” 8 times: say “people”; “NCAG” 4 times: say what it means; ")
    assert steps[1].how.endswith("from 40 to 20 in 1,000 words.")
    assert steps[2].how == "a.txt (4 places); b.txt (4 places); c.txt (4 places)."
    assert steps[4].how == "In 4 places no other words will do by themselves."


@pytest.mark.parametrize(
    ("formats", "commands"),
    [
        (["txt"], ["plainspeak rewrite 'a 0' --in-place"]),
        (["docx"], ["plainspeak mark 'a 0' -o COPY"]),
        (["pptx"], []),
        (["md", "pdf"], ["plainspeak rewrite FILE --in-place", "plainspeak mark FILE -o COPY"]),
    ],
)
def test_the_commands_are_those_that_the_formats_have(make, formats, commands) -> None:
    documents = [
        document(make, f"a {number}", 10, make.finding())._replace(format=name) for number, name in enumerate(formats)
    ]
    _, swaps = first_steps(overview_of(*documents))
    assert [command for _, command in swaps.commands] == commands


def test_nothing_found_is_nothing_to_do(make) -> None:
    assert list(first_steps(overview_of(document(make, "a", 10)))) == []


def test_words_that_can_go(make) -> None:
    overview = overview_of(document(make, "a", 10, make.finding(suggestions=(Suggestion("delete", "", 8, 21),))))
    step = next(first_steps(overview))
    assert step[:3] == (
        "Change what most people outside would not understand.",
        "“service users” once: leave it out.",
        (),
    )


def test_piped_text_has_a_name(make) -> None:
    overview = overview_of(document(make, "-", 10, make.finding()))
    assert overview.rows[0].path == "piped text"
    _, swaps = first_steps(overview)
    assert [command for _, command in swaps.commands] == ["plainspeak rewrite FILE --in-place"]
