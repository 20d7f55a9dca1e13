"""Plain text in TCVN3 or VNI becomes Unicode by the vote of its syllables, and the notes say so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from danvan_desktop.importers import read
from danvan_desktop.report.model import Paragraph, plain

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
TCVN3 = """b¸o c¸o
KÕt qu¶ thùc hiÖn c«ng t¸c d©n vËn n¨m 2025

I. §ÆC §IÓM T×NH H×NH
V¨n phßng h\xadíng dÉn ng\xadêi d©n.
"""
VNI = """BAÙO CAÙO
Keát quaû thöïc hieän coâng taùc daân vaän naêm 2025

I. ÑAËC ÑIEÅM TÌNH HÌNH
Vaên phoøng höôùng daãn ngöôøi daân.
"""


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(("code", "text"), [("TCVN3", TCVN3), ("VNI", VNI)])
def test_an_old_code_is_converted_and_told(tmp_path: Path, code: str, text: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    report = read(path, NOW)
    assert report.subject == "Kết quả thực hiện công tác dân vận năm 2025"
    (section,) = report.sections
    assert section.number == "I."
    assert plain(section.title).upper() == "ĐẶC ĐIỂM TÌNH HÌNH"
    (body,) = section.blocks
    assert isinstance(body, Paragraph)
    assert plain(body.runs) == "Văn phòng hướng dẫn người dân."
    assert [note.text for note in report.import_notes if note.kind == "encoding"] == [
        f"Tệp dùng bảng mã cũ {code}, đã được chuyển sang Unicode; xin đọc lại một lượt."
    ]


def test_a_lost_letter_is_feared_aloud(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((TCVN3 + "C«ng t¸c d©n vËn ®¹t kÕt qu¶ tèt. " * 8).replace("\xad", "").encode("cp1252"))
    notes = [note.text for note in read(path, NOW).import_notes if note.kind == "encoding"]
    assert len(notes) == 2
    assert "“ư”" in notes[1]
