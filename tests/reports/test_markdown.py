from __future__ import annotations

from plainspeak.reports.markdown import print_markdown
from plainspeak.reports.report import DocumentReport
from plainspeak.text.readability import Readability

EXPECTED = """\
## Jargon report

3 findings in 2 documents: 2 must, 1 should. 1 document could not be read.

| Document | Must | Should | Could | Words | Per 1,000 words |
| --- | ---: | ---: | ---: | ---: | ---: |
| my\\_letter.txt | 2 | 1 | 0 | 1,500 | 2 |
| gone.txt | 0 | 0 | 0 | 0 | – |

### my\\_letter.txt

- **must**: "service users" – say: people (People.) – line 3, column 9, and 1 more: line 5
- **should**: "utilise" – say: people (People.) – page 2, paragraph 3

### gone.txt

Not checked: Gone.
"""


def test_a_table_and_a_list_for_each_document(make) -> None:
    utilise = make.finding("utilise", level="should", place={"page": 2, "paragraph": 3})
    findings = (make.finding(), utilise, make.finding(line=5))
    documents = (
        DocumentReport("my_letter.txt", "txt", findings, readability=Readability(100, 1500, 15.0, 8.0, 13)),
        DocumentReport("fine.txt", "txt"),
        DocumentReport("gone.txt", "", error="Gone."),
    )
    assert "".join(print_markdown(make.report(*documents))) == EXPECTED


def test_nothing_found(make) -> None:
    text = "".join(print_markdown(make.report(DocumentReport("a.txt", "txt"))))
    assert text == "## Jargon report\n\nNothing found in 1 document.\n"


def test_it_fits_into_a_comment_on_a_pull_request(make) -> None:
    findings = tuple(make.finding(f"term {number}", what_we_mean="Long. " * 20) for number in range(20))
    documents = [DocumentReport(f"folder/{number}.txt", "txt", findings) for number in range(200)]
    text = "".join(print_markdown(make.report(*documents)))
    assert len(text) < 65_536
    left_out = 200 - text.count("### folder/")
    assert text.endswith(f"\nThe findings of {left_out} more documents are left out here: there is no room for them.\n")
    assert "\n100 more documents with less jargon in 1,000 words left out of this table.\n" in text
