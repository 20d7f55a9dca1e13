"""A file that shows a defect is made as small as the defect allows."""

from tests.builders.word_file import p, word_file
from tests.fuzz.mutation.package import parts_of
from tests.fuzz.running.minimise import fewest, smallest


def test_only_what_is_needed_is_left() -> None:
    needed = {3, 70}
    assert fewest(range(100), lambda kept: needed <= set(kept), 200) == [3, 70]


def test_no_more_is_tried_than_allowed() -> None:
    asked: list[int] = []

    def never(kept: list[int]) -> bool:
        asked.append(len(kept))
        return False

    assert fewest(range(1_000), never, 9) == list(range(1_000))
    assert len(asked) == 9


def test_of_a_word_file_the_paragraph_with_the_defect_is_left() -> None:
    file = word_file(p("một") + p("hai", "<w:r><w:cr/></w:r>") + p("ba") * 20)
    small = smallest("docx", file, lambda data: b"<w:cr/>" in parts_of(data)["word/document.xml"], 300)
    document = parts_of(small)["word/document.xml"]
    assert document.count(b"<w:p") == document.count(b"<w:r>") == document.count(b"<w:cr/>") == 1


def test_of_a_page_the_tags_with_the_defect_are_left() -> None:
    page = b"<p>" * 30 + b"<table>" + b"<b>a</b>" * 30
    assert smallest("html", page, lambda data: b"<table>" in data, 300) == b"<table>"
