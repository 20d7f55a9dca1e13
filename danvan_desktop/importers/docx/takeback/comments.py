"""Comments (ý kiến) of a Word file: author, time, words, whether they are settled."""

from danvan_desktop.reading.docx.elements import Element, children, letters_of, local, value
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.reading.docx.package import WordPackage
from danvan_desktop.report.takeback.model import ReturnedComment
from danvan_desktop.report.text.normalise import one_line

_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WORD_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def comments_of(package: WordPackage) -> dict[str, ReturnedComment]:
    """Return the comments by their ids; one without a word is none."""
    settled = _settled(package.part("commentsExtended"))
    found = {}
    for comment in children(package.part("comments")):
        text = one_line(" ".join(map(_text, comment.iter(w("p")))))
        if local(comment) != "comment" or not text:
            continue
        paragraphs = {each.get(_WORD_2010 + "paraId") for each in comment.iter(w("p"))}
        author = one_line(value(comment, "author") or "")
        date = value(comment, "date") or ""
        found[value(comment, "id") or ""] = ReturnedComment(author, date, text, bool(paragraphs & settled))
    return found


def _text(paragraph: Element) -> str:
    return "".join(letters_of(each) for each in paragraph.iter(w("t")))


def _settled(extended: Element | None) -> set[str | None]:
    """The last paragraphs of comments that somebody marked as done (Word 2012 and later)."""
    return {
        entry.get(_WORD_2012 + "paraId")
        for entry in children(extended)
        if entry.get(_WORD_2012 + "done") in {"1", "true"}
    }
