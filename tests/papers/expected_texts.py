"""The words and paragraphs that a made paper holds, and those that a report has of it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from danvan_desktop.report.full_text import printed_texts
from danvan_desktop.report.model import Block, Paragraph, Report, Run, Table, plain
from danvan_desktop.report.walk import every_block
from tests.builders.papers.page import Grid, Line, PageText, Span

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"^[-–+•*]\s*")
_END = re.compile(r"[\s./;:]+$")
_NUMBER = re.compile(r"^\w+[.)]")
_EVERYWHERE = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập Tự do Hạnh phúc ĐẢNG CỘNG SẢN VIỆT NAM Số ngày tháng năm "
    "Nơi nhận Như trên Lưu VT Kính gửi Phụ lục V v công văn"
)
"""What a report need not keep: every paper bears it."""


def normal(text: str) -> str:
    """``text`` in one form of its letters, with single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def same_text(text: str) -> str:
    """What must come in of a paragraph: no blanks, no dash before it, no signs at its end.

    A number has the sign of the decree, whatever the paper has: "1)", "1/" and "1-" are "1.", "a/" is "a)".
    """
    bare = _END.sub("", _MARK.sub("", normal(text).replace("\t", " ")))
    signed = re.sub(r"^([a-zđ])/ ", r"\1) ", re.sub(r"^(\d+)(?:\)|[/-] )", r"\1.", bare))
    return re.sub(r"\s", "", signed)


def lines_of(page: PageText) -> Iterator[Line]:
    """Every paragraph of a paper, those of tables too."""
    for part in page.parts:
        if isinstance(part, Line):
            yield part
        elif isinstance(part, Grid):
            yield from (line for row in part.rows for cell in row if cell for line in cell.lines)


def words_lost(page: PageText, report: Report) -> list[str]:
    """The words of the paper that stand nowhere in the report or in what the user is told."""
    texts = [line.text for line in lines_of(page)]
    texts += [span.footnote for line in lines_of(page) for span in line.spans]
    had = _counted(texts) - _counted([_EVERYWHERE])
    kept = _counted([*printed_texts(report), *(note.text for note in report.import_notes)])
    return sorted((had - kept).elements())


def _counted(texts: list[str]) -> Counter[str]:
    return Counter(
        word.casefold().lstrip("0") or "0"
        for text in texts
        for word in _WORD.findall(unicodedata.normalize("NFC", text))
        if not re.fullmatch("_+", word)
    )


def broken_paragraphs(page: PageText, report: Report) -> list[str]:
    """The paragraphs of the text that did not come in as one paragraph each."""
    had = Counter(same_text(part.text) for part in page.parts if isinstance(part, Line) and part.body)
    found = list(_without_footnotes(page, report))
    unnumbered = {_NUMBER.sub("", text) for text in found}
    numbered = {same_text(line.text) for line in lines_of(page) if line.listed is not None}
    return sorted(
        text for text in (had - Counter(found)).elements() if text not in numbered or text not in unnumbered
    )


def strange_paragraphs(page: PageText, report: Report) -> list[str]:
    """The paragraphs of the report that are none of the paper's text: what belongs elsewhere, or pieces."""
    own = Counter(
        same_text(part.text)
        for part in page.parts
        if isinstance(part, Line) and (part.body or part.optional or (part.align not in {"center", "right"}))
    )
    numbered = {same_text(line.text) for line in lines_of(page) if line.listed is not None}
    found = (Counter(_without_footnotes(page, report)) - own).elements()
    return sorted(text for text in found if _NUMBER.sub("", text) not in numbered)


def _without_footnotes(page: PageText, report: Report) -> Iterator[str]:
    """The paragraphs of the report; a footnote may stand in brackets where it is referred to."""
    notes = [
        re.sub(r"\s", "", span.footnote) for line in lines_of(page) for span in line.spans if span.footnote
    ]
    for text in _block_texts(report):
        bare = text
        for note in notes:
            bare = bare.replace(f"[{note}]", "")
        yield bare


def _block_texts(report: Report) -> Iterator[str]:
    for _, block in every_block(report):
        yield from filter(None, map(same_text, _texts(block)))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        number = "" if block.role == "item" else block.number or ""
        yield f"{number} {plain(block.runs)}"
    elif isinstance(block, Table) and block.caption:
        yield plain(block.caption)


def changed_emphasis(page: PageText, report: Report) -> list[str]:
    """What is bold, italic or underlined in a paragraph of the paper, and otherwise in the report."""
    had = {
        same_text(part.text): _emphasis(part.spans)
        for part in page.parts
        if isinstance(part, Line) and part.body
    }
    return [
        same_text(plain(block.runs))[:40]
        for _, block in every_block(report)
        if isinstance(block, Paragraph) and block.role in {"body", "item"}
        if had.get(key := same_text(plain(block.runs))) not in {None, _emphasis(block.runs)} and key
    ]


def _emphasis(runs: Iterable[Span | Run]) -> tuple[str, str, str]:
    """The letters that are bold, those that are italic, and those that are underlined."""
    styled = [(run.text, run.bold, run.italic, run.underline) for run in runs]
    bold = "".join(text for text, is_bold, _, _ in styled if is_bold)
    italic = "".join(text for text, _, is_italic, _ in styled if is_italic)
    underlined = "".join(text for text, _, _, is_underlined in styled if is_underlined)
    return same_text(bold), same_text(italic), same_text(underlined)


def structure(report: Report) -> list[str]:
    """Parts, Mục and khoản with a title, in order."""
    found = _titles(report.opening)
    for section in report.sections:
        if section.part:
            found.append(f"{section.part.number} {plain(section.part.title)}")
        if section.number or section.title:
            found.append(f"{section.number or ''} {plain(section.title)}")
        found += _titles(section.blocks)
    return [heading(text) for text in (*found, *_titles(report.closing))]


def _titles(blocks: tuple[Block, ...]) -> list[str]:
    headings = (block for block in blocks if isinstance(block, Paragraph) and block.role == "heading")
    return [f"{block.number or ''} {plain(block.runs)}" for block in headings]


def heading(text: str) -> str:
    """A heading as it is compared: the sign behind its number and at its end are not looked at."""
    marker, _, title = normal(text).partition(" ")
    return f"{marker.strip('.-/):')} {_END.sub('', title)}".strip()


def tables(report: Report) -> int:
    return sum(isinstance(block, Table) for _, block in every_block(report))
