"""Deciding: a person's choices about the findings of one document, without any way of asking for them.

The app and `plainspeak review` are two ways to ask; what is chosen, undone and remembered is here, so that whatever can
be decided in one can be decided in the other.

To go through a text that does not change underneath (`plainspeak review`):

    review = Review.of(text, checked.findings)          # frozen; each choice gives another
    steps = Steps(review)                               # undo and redo
    steps = steps.then(review.swap(0, review.wordings(0)[0]))
    steps = steps.then(steps.now.swap_safe())           # all the safe ones: one step, one undo
    index = steps.now.next_open(0)                      # finding 3 of 12 is index 2 of len(review.findings)
    steps.now.new_text()

To remember what was left in a draft that is being written (the app), whose findings come and go:

    decisions = Decisions()                             # frozen; holds hashes, no word of the draft
    decisions = decisions.leave_here(finding, findings, text)
    decisions = decisions.leave_term(finding)           # wherever it stands in this draft
    decisions.settled(findings, text)                   # {index: "left by you" | "dealt with"}: show the others
    keep = Steps(decisions)                             # its own undo and redo, if wanted

    memory = DecisionMemory()                           # in the user's data folder
    memory.remember(text, path, decisions)              # whenever the file or the safety copy is saved
    decisions = memory.recall(text, path)               # when a document is opened; empty when nothing is known

To leave a word always, for this person: `LeftWordsFile().add("holistic")`, and `.remove` to take it back. The file is
`left-words.txt` in the folder of their own settings, one word or phrase a line; `plainspeak.settings` reads it.
"""
