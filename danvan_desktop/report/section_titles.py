"""Classification of section titles: which of the four sections a heading opens, without regard to tone marks.

The words are those of real outlines (state, Party, school). Where a heading names two things
("Kết quả thực hiện nhiệm vụ năm 2025") the one it names first decides.
"""

from danvan_desktop.report.model import SectionKey
from danvan_desktop.report.text.fold_diacritics import fold

_WORDS: tuple[tuple[SectionKey, tuple[str, ...]], ...] = (
    (
        "situation",
        (
            "đặc điểm tình hình",
            "đặc điểm chung",
            "đặc điểm của",
            "khái quát",
            "tình hình chung",
            "thuận lợi",
            "tình hình",
        ),
    ),
    (
        "implementation",
        (
            "công tác lãnh đạo",
            "lãnh đạo, chỉ đạo",
            "công tác chỉ đạo",
            "sự lãnh đạo",
            "ban hành văn bản",
            "quán triệt",
            "triển khai thực hiện",
            "tình hình triển khai",
            "tình hình thực hiện",
            "công tác triển khai",
            "công tác tuyên truyền",
            "tuyên truyền, phổ biến",
            "kết quả",
            "công tác dân vận",
            "hoạt động của",
            "cải cách hành chính",
            "dân chủ ở cơ sở",
            "tiếp công dân",
            "phong trào thi đua",
            "mô hình",
        ),
    ),
    (
        "assessment",
        (
            "đánh giá",
            "ưu điểm",
            "nhận xét",
            "tồn tại",
            "hạn chế",
            "khó khăn",
            "vướng mắc",
            "nguyên nhân",
            "bài học kinh nghiệm",
        ),
    ),
    (
        "tasks",
        (
            "phương hướng",
            "nhiệm vụ",
            "định hướng",
            "chương trình công tác",
            "kế hoạch công tác",
            "kế hoạch năm",
            "giải pháp trọng tâm",
        ),
    ),
    ("other", ("kiến nghị", "đề xuất", "tổ chức thực hiện")),
)


def _plain(text: str) -> str:
    """Fold tone marks and capitals away and leave one space where signs and spaces were."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


_TABLE: tuple[tuple[str, SectionKey], ...] = tuple((_plain(w), key) for key, words in _WORDS for w in words)


def section_key(title: str) -> SectionKey:
    """Name the section that ``title`` (without its number) opens; "other" where it fits none."""
    padded = f" {_plain(title)} "
    found = [(place, -len(words), key) for words, key in _TABLE if (place := padded.find(f" {words} ")) >= 0]
    return min(found)[2] if found else "other"
