"""Every word of a text is in the report or in its notes, however messy the text."""

import re
import unicodedata
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.importers.plain_text import blocks_from_text, report_from_text
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.full_text import printed_texts
from danvan_desktop.report.model import Paragraph, Report, plain
from danvan_desktop.report.text.normalise import normalise

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)

ON_EVERY_PAPER = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: ngày tháng năm Kính gửi: "
    "Nơi nhận: Như trên Lưu: VT Phụ lục PHỤ LỤC DỰ THẢO LẦN"
)
# Signs that print adds again, and a number's own: nothing that is left of a word without them is a word.
SIGNS = " ./;,:-–—−•●▪*+()[]“”\"'…_=~/!?"

VIETNAMESE = """
công tác dân vận năm thực hiện nhiệm vụ tuyên truyền vận động Nhân dân Đảng ủy chính quyền Văn phòng đã
được và của trong các những với khéo mô hình kết quả Tỉnh ủy cán bộ kinh tế xã hội quốc phòng an ninh sơ
kết ƯU ĐIỂM ĐẶC TÌNH HÌNH KẾT QUẢ ĐÁNH GIÁ CHUNG
"""
ODD = """
20/11/2025 03/6/2013 25-NQ/TW 33/CT- TTg 2021- 2030, “Dân khéo” (sửa đổi) thiên... ngạch.... … 85,9%
1.386 12.5 320m2 VP1; LĐVP, tế. mới”. sau: gồm; KT. TM. Q. A. B. C I II V. X 3, 4. 2025 2026. ./.
báo/./. @ # & = 05 (05). § ½ ² x\u200by e\u0301\u0302 \u00d0 Nguyễn Trần Hương Giang, /BC-VP 12/BC-VP
"""
LINE_STARTS = """
I- |II. |III/ |IV) |V. KIẾN NGHỊ |PHẦN THỨ NHẤT|PHẦN THỨ HAI: |Phần I |A. |B- TÌNH HÌNH |1. |2.|3/ |
4) |1.1. |1.2 |3.1 |3.1.1. |a) |b. |c/ |đ) |- |-|+ |• |– |* |BÁO CÁO|BÁO CÁO KẾT QUẢ |Kính gửi: |
Căn cứ |Thực hiện |Trên đây là báo cáo |Nơi nhận: |Nơi nhận:|- Lưu: VT, VP1. |- Như trên; |
KT. CHÁNH VĂN PHÒNG|PHÓ GIÁM ĐỐC |Nguyễn Văn A|PHỤ LỤC I |Phụ lục 2: |
(Kèm theo Báo cáo số 1/BC-VP) |Số: 12/BC-VP |Số:      /BC-VP      |
Hương Giang, ngày 5 tháng 12 năm 2025 |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|
UBND TỈNH HƯƠNG GIANG      CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|_______|
* * *|2|- 3 -|Trang 4|\f|(Đã ký) |                    |DỰ THẢO LẦN 2|x\u00a0y
"""

words = st.one_of(st.sampled_from(VIETNAMESE.split()), st.sampled_from(ODD.split()))
starts = st.sampled_from([start for start in LINE_STARTS.strip("\n").replace("|\n", "|").split("|") if start])
sentence = st.lists(words, max_size=16).map(" ".join)
gapped = st.tuples(sentence, sentence).map("      ".join)
line = st.one_of(
    sentence,
    sentence.map(lambda text: text.capitalize() + "."),
    st.tuples(starts, sentence).map("".join),
    starts,
    gapped,
)
messy = st.lists(st.tuples(line, st.sampled_from(["\n", "\n", "\n\n", " \n", "\r\n", " \n \n"])), max_size=40)


def missing(text: str, report: Report) -> list[str]:
    """Name the words of ``text`` that are neither printed nor in a note."""
    notes = [note.text for note in report.import_notes]
    kept = " ".join([*printed_texts(report), *notes, str(report.marks.draft), *[ON_EVERY_PAPER] * 9])
    left = Counter(_cores(kept))
    lost = []
    for raw in normalise(text).splitlines():
        tokens = raw.split()
        text_of_line = [t for place, t in enumerate(tokens) if place > 1 or not _looks_like_a_number(t)]
        for core in (core for token in text_of_line for core in _cores(token)):
            if not left[core]:
                lost.append(core)
            left[core] -= 1
    return lost


def _looks_like_a_number(token: str) -> bool:
    return re.match(r"([IVX]+|[A-HĐa-zđ]|\d{1,2}(\.\d{1,2})*)\s*([-./)–]|$)", token) is not None


def _cores(text: str) -> list[str]:
    """The words between signs; "12/BC-VP" is a number and a symbol in the report, "05" a day."""
    return [
        part.strip(SIGNS).lstrip("0") for part in re.split(r"[\s/:]+", text) if part.strip(SIGNS).lstrip("0")
    ]


@settings(max_examples=300)
@given(messy)
def test_no_word_of_a_messy_text_is_lost(lines: list[tuple[str, str]]) -> None:
    text = "".join(part for pair in lines for part in pair)
    report = report_from_text(text, NOW)
    assert missing(text, report) == []
    assert [note.text for note in report.import_notes if note.kind == "unplaced"] == []
    assert from_json(to_json(report)) == report


@given(messy)
def test_no_word_of_a_pasted_text_is_lost_and_the_order_is_kept(lines: list[tuple[str, str]]) -> None:
    text = "".join(part for pair in lines for part in pair)
    ids = iter(range(1, 10_000))
    blocks = blocks_from_text(text, lambda: next(ids))
    pasted = [b for b in blocks if isinstance(b, Paragraph)]
    assert len(pasted) == len(blocks)
    joined = "".join((b.number or "") + plain(b.runs) for b in pasted)
    letters = "".join(c for c in joined if c.isalpha())
    assert letters == "".join(c for c in normalise(text) if c.isalpha())


def test_the_real_report_loses_no_word(real_samples: Path) -> None:
    text = (real_samples / "bao-cao-dan-van-2025.txt").read_text(encoding="utf-8")
    report = report_from_text(text, NOW)
    assert missing(text, report) == []


def test_the_real_report_keeps_every_sign_of_its_text_in_order(real_samples: Path) -> None:
    text = (real_samples / "bao-cao-dan-van-2025.txt").read_text(encoding="utf-8")
    report = report_from_text(text, NOW)
    body = unicodedata.normalize("NFC", text[text.index("\nThực hiện ") : text.index("Nơi nhận:")])
    dashes = [
        ("- " if b.role == "item" else "")
        for s in report.sections
        for b in s.blocks
        if isinstance(b, Paragraph)
    ]
    assert dashes.count("- ") == 9
    printed: list[str] = []
    for block in report.opening:
        printed += _text(block)
    for section in report.sections:
        printed += [f"{(section.number or '')[:-1]}-", plain(section.title)]
        for block in section.blocks:
            printed += _text(block)
    for block in report.closing:
        printed += _text(block)
    assert " ".join(" ".join(printed).split()) + "./." == " ".join(body.split())


def _text(block: object) -> list[str]:
    assert isinstance(block, Paragraph)
    mark = "-" if block.role == "item" else block.number or ""
    return [mark, plain(block.runs)]


@pytest.mark.parametrize("text", ["", "\n\n", "x", "-", "1.", "BÁO CÁO", "Nơi nhận:", "PHỤ LỤC", "\f", "./."])
def test_the_shortest_texts_become_reports_too(text: str) -> None:
    report = report_from_text(text, NOW)
    assert report.year == 2026
    assert missing(text, report) == []
