"""What a page shows can be copied word for word, and every stroke of it is tagged or an artifact."""

import re

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.exporters.pdf import pdf_bytes
from danvan_desktop.exporters.pdf.content_stream import page_content
from danvan_desktop.exporters.pdf.embedded_fonts import EmbeddedFaces
from danvan_desktop.exporters.pdf.objects import PdfFile, dictionary
from danvan_desktop.exporters.pdf.structure_tree import Tags
from danvan_desktop.exporters.prepared_report import PreparedReport
from danvan_desktop.layout.document import Span
from danvan_desktop.layout.pages import Pages
from tests.builders import set_pages
from tests.builders.full_report import report


def _copied(pages: Pages) -> list[str]:
    with pypdfium2.PdfDocument(pdf_bytes(pages, set_pages.fonts())) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def _content(pages: Pages, number: int = 0) -> str:
    file = PdfFile()
    tags = Tags(file, pages.document)
    reference = file.add(dictionary())
    contents = []
    for page in pages.pages:
        tags.open_page()
        contents.append(page_content(page, reference, EmbeddedFaces(set_pages.fonts()), tags))
    return contents[number].decode("latin-1")


def test_copied_words_do_not_run_together_at_a_line_end() -> None:
    first, second = _copied(set_pages.two_pages())
    assert first.split()[-6:] == ["12/ABC", "về", "việc", "báo"][-4:] or "về việc báo" in " ".join(
        first.split()
    )
    assert "cáo kết quả." in " ".join(second.split())


def test_a_word_broken_after_its_hyphen_stays_one_word() -> None:
    owner = set_pages.paragraph("Chỉ thị số 25-NQ/TW")
    cut = owner.text.index("NQ")
    lines = [
        set_pages.line(owner, (0, 0), 2000, (0, cut)),
        set_pages.line(owner, (0, 0), 2400, (cut, len(owner.text))),
    ]
    pages = Pages(set_pages.document(owner), (set_pages.page(lines),))
    assert "(25-) Tj" not in _content(pages)
    assert re.search(r"25-\) Tj", _content(pages))
    assert not re.search(r"25- \) Tj", _content(pages))


def test_a_justified_line_ends_where_the_layout_says() -> None:
    owner = set_pages.paragraph("một hai ba bốn năm")
    line = set_pages.line(owner, (0, 0), 2000, word_space=57.5)
    data = pdf_bytes(Pages(set_pages.document(owner), (set_pages.page([line]),)), set_pages.fonts())
    with pypdfium2.PdfDocument(data) as pdf:
        text = pdf[0].get_textpage()
        boxes = [text.get_charbox(index, loose=True) for index in range(len(owner.text))]
    fragment = line.fragments[0]
    assert abs(boxes[0][0] - fragment.x / 20) < 0.1
    assert abs(boxes[-1][2] - (fragment.x + fragment.width) / 20) < 0.1


def test_a_superscript_stands_above_the_baseline() -> None:
    pages = PreparedReport(report()).pages
    shown = [f for page in pages.pages for line in page.lines for f in line.fragments if f.rise]
    assert [f.text for f in shown] == ["2"]
    with pypdfium2.PdfDocument(pdf_bytes(pages, set_pages.fonts())) as pdf:
        text = pdf[0].get_textpage()
        start = text.get_text_range().index("120 m2")
        m, two = (text.get_charbox(start + offset) for offset in (4, 5))
    assert two[1] > m[1] + 2


def test_underlined_words_have_a_stroke_that_is_no_content() -> None:
    owner = set_pages.paragraph("gạch chân")
    underlined = type(owner)(owner.style, (Span("gạch chân", underline=True),))
    content = _content(set_pages.simple(underlined))
    assert re.search(
        r"/Artifact <</Type /Layout>> BDC\n0\.7 w [\d.]+ [\d.]+ m [\d.]+ [\d.]+ l S\nEMC", content
    )


def test_everything_on_a_page_is_marked() -> None:
    for number in (0, 1):
        depth, loose = 0, []
        for operator in _content(set_pages.two_pages(), number).splitlines():
            if operator.endswith("BDC"):
                assert depth == 0, "marked content inside marked content"
                depth += 1
            elif operator == "EMC":
                depth -= 1
            elif depth == 0 and operator.endswith(("Tj", " S", " f")):
                loose.append(operator)
        assert loose == []
        assert depth == 0


def test_a_page_number_and_repeated_heads_are_artifacts() -> None:
    artifacts = re.findall(
        r"/Artifact <</Type /Pagination>> BDC\n(.*?)EMC", _content(set_pages.two_pages(), 1), re.DOTALL
    )
    assert len(artifacts) == 2
    assert "(2) Tj" in artifacts[0]
    assert len(re.findall("Tj", artifacts[1])) >= 2


def test_a_list_label_is_marked_apart_from_its_text() -> None:
    content = _content(set_pages.two_pages(), 1)
    assert re.search(
        r"/Lbl <</MCID \d+>> BDC\n.*?\(-\) Tj\nEMC\n/LBody <</MCID \d+>> BDC\n\( T", content, re.DOTALL
    )


def test_every_word_of_a_report_can_be_copied_in_order() -> None:
    source = PreparedReport(report(4))
    with pypdfium2.PdfDocument(pdf_bytes(source.pages, source.fonts)) as pdf:
        copied = [page.get_textpage().get_text_range() for page in pdf]
    assert len(copied) == len(source.pages.pages) > 2
    for page, text in zip(source.pages.pages, copied, strict=True):
        shown = ["".join(fragment.text for fragment in line.fragments) for line in page.lines]
        # Page number and repeated table heads come first; the rest is the page's own text, to the letter.
        assert "".join(text.split()).endswith("".join("".join(shown).split()))
        # pdfium makes "m2 ," of a raised 2 before a comma.
        missing = {word for line in shown for word in line.split()} - set(text.split()) - {"m2,"}
        assert missing == set()


@settings(max_examples=30)
@given(st.text(st.sampled_from("aáàạắừụƯđ ()\\<>\r25-–“”…"), min_size=1).filter(lambda t: t.split()))
def test_any_text_is_copied_as_it_was(text: str) -> None:
    clean = " ".join(text.replace("\r", " ").split())
    (copied,) = _copied(set_pages.simple(set_pages.paragraph(clean)))
    assert copied.split() == clean.split()
