from plainspeak.text.lazy_attribute import lazy_attribute


class Line:
    def __init__(self, text: str) -> None:
        self.text = text
        self.counted = 0

    @lazy_attribute
    def words(self) -> list[str]:
        """The words of the line."""
        self.counted += 1
        return self.text.split()


def test_it_is_worked_out_once_for_each_object_when_asked() -> None:
    line, other = Line("one two"), Line("three")
    assert line.counted == 0
    assert line.words is line.words
    assert (line.counted, other.counted) == (1, 0)
    assert other.words == ["three"]


def test_its_class_shows_what_it_is() -> None:
    assert Line.words.__doc__ == "The words of the line."
