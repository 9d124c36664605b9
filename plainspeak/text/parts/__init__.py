"""What part of speech each word of a sentence is: words, grammar and the cheapest path through both."""
