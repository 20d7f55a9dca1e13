"""Terms, names of offices and documents that were given up, by the paper's own date.

What they are and since when stands in ``resources/checks/terms.json``. What a sentence tells of the past,
quotes or cites stays as it was.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from danvan_desktop.checks.facts import facts
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.patterns import LOWER, UPPER
from danvan_desktop.checks.rule import Match, Rule
from danvan_desktop.checks.sentences import is_quoted, sentence_at
from danvan_desktop.frozen import frozen
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.model import PartialDate
from danvan_desktop.report.office.provinces import MERGED, MERGED_ON, RENAMED
from danvan_desktop.report.text.dates import short_date

_OF_THE_PAST = re.compile(
    r"trước đây|trước khi|trước ngày|trước thời điểm|\bcũ\b|sáp nhập|sắp xếp|hợp nhất|giải thể|kết thúc"
    r"|(?<!tài )\bnguyên (?:là |phó |chủ tịch|bí thư|trưởng|giám đốc|cán bộ|lãnh đạo)"
    r"|tiền thân|bãi bỏ|thay thế|hết hiệu lực|không còn|không tổ chức|chuyển giao|bàn giao|tiếp nhận từ"
    r"|tháng đầu năm|quý I\b"
    r"|tháng [1-6]/2025|năm 20(?:[01]\d|2[0-4])|chấm dứt|đến hết",
    re.IGNORECASE,
)
_NAMED = rf"(?: [{UPPER}][{LOWER}]+)+"
"""Behind words that are wrong before a name only: "huyện Thanh Sơn"."""
_IF_EARLIER = "nếu nói về thời gian trước đó thì giữ nguyên."
_LAW = re.compile(r"(?:Luật|Pháp lệnh|Quy chế|dân chủ ở)[^.;,]{0,60}$")


@frozen
class Term:
    """Words that are no longer right since a day, and what is."""

    rule: str
    pattern: "re.Pattern[str]"
    since: date
    now: str
    source: str
    after: "re.Pattern[str] | None"
    """Words that stand before it in its sentence; None: it needs none."""


@frozen
class ReplacedDocument:
    """A document that another replaced on a day."""

    pattern: "re.Pattern[str]"
    symbol: str
    now: str
    since: date


@lru_cache(maxsize=1)
def _facts() -> tuple[tuple[Term, ...], tuple[ReplacedDocument, ...]]:
    with facts("terms.json") as known:
        terms = tuple(
            Term(
                each["rule"],
                re.compile(
                    rf"(?<![\w-])(?:{'|'.join(map(re.escape, each['words']))})"
                    + (_NAMED if each.get("named") else r"(?![\w&-])")
                ),
                date.fromisoformat(each["since"]),
                each["now"],
                each["source"],
                re.compile(each["after"]) if "after" in each else None,
            )
            for each in known["terms"]
        )
        documents = tuple(
            ReplacedDocument(
                re.compile(rf"(?<![\w/-]){re.escape(each['symbol'])}(?![\w/])"),
                each["symbol"],
                each["now"],
                date.fromisoformat(each["since"]),
            )
            for each in known["documents"]
            if each.get("flagged", True)  # what is uncertain is kept with its reason and not told
        )
        return terms, documents


def _written(day: date) -> str:
    return short_date(PartialDate(day.year, day.month, day.day))


def _is_of_the_past(manuscript: Manuscript, text: PlacedText, start: int, end: int) -> bool:
    """Tell whether words are of the past, quoted, or in the name of a document."""
    first, last = sentence_at(text.text, start)
    return (
        _OF_THE_PAST.search(text.text, first, last) is not None
        or is_quoted(text.text, start, end)
        or _LAW.search(text.text[first:start]) is not None
        or any(each.start <= start < each.end for each in manuscript.citations[text.place])
    )


def _terms(manuscript: Manuscript, rule: str) -> Iterator[Match]:
    terms = [term for term in _facts()[0] if term.rule == rule and manuscript.day >= term.since]
    for text in manuscript.texts:
        for term in terms:
            for hit in term.pattern.finditer(text.text):
                first, _ = sentence_at(text.text, hit.start())
                wanted = term.after is None or term.after.search(text.text, first, hit.start())
                if wanted and not _is_of_the_past(manuscript, text, hit.start(), hit.end()):
                    told = f"Từ ngày {_written(term.since)} không còn “{hit[0]}” mà là {term.now}"
                    message = f"{told} ({term.source}); {_IF_EARLIER}"
                    yield Match(message, text, hit.start(), hit.end())


def _online_services(manuscript: Manuscript) -> Iterator[Match]:
    return _terms(manuscript, "term-online-service")


def _districts(manuscript: Manuscript) -> Iterator[Match]:
    return _terms(manuscript, "term-district")


def _departments(manuscript: Manuscript) -> Iterator[Match]:
    return _terms(manuscript, "term-department")


def _provinces(manuscript: Manuscript) -> Iterator[Match]:
    gone = {name: (now, MERGED_ON) for name, now in MERGED.items()} | RENAMED
    pattern = re.compile(rf"(?<!\w)tỉnh ({'|'.join(sorted(gone, key=len, reverse=True))})(?!\w)")
    for text in manuscript.texts:
        for hit in pattern.finditer(text.text):
            now, since = gone[hit[1]]
            if manuscript.day >= since and not _is_of_the_past(manuscript, text, hit.start(), hit.end()):
                message = f"Từ ngày {_written(since)} {hit[0]} thuộc đơn vị mới là {now}; {_IF_EARLIER}"
                yield Match(message, text, hit.start(), hit.end())


def _replaced_documents(manuscript: Manuscript) -> Iterator[Match]:
    documents = [each for each in _facts()[1] if manuscript.day >= each.since]
    for text in manuscript.texts:
        for document in documents:
            for hit in document.pattern.finditer(text.text):
                if not _OF_THE_PAST.search(text.text, *sentence_at(text.text, hit.start())):
                    message = (
                        f"Văn bản số {document.symbol} đã được thay bằng {document.now} từ ngày "
                        f"{_written(document.since)}; hãy xem có cần viện dẫn văn bản mới."
                    )
                    yield Match(message, text, hit.start(), hit.end())


RULES = (
    Rule(
        "term-online-service",
        "warning",
        "Dịch vụ công trực tuyến “mức độ 3, 4”",
        "Nghị định số 42/2022/NĐ-CP",
        _online_services,
        bad=("Ngày: 24/11/2025\nCung cấp dịch vụ công trực tuyến mức độ 3, 4 đạt 98%.",),
        good=(
            "Ngày: 24/11/2021\nCung cấp dịch vụ công trực tuyến mức độ 3, 4.",
            "Hoàn thành ở mức độ 4.",
            "Trước đây dịch vụ công trực tuyến mức độ 3 là chủ yếu.",
        ),
    ),
    Rule(
        "term-district",
        "warning",
        "Cấp huyện, thị trấn sau ngày 01/7/2025",
        "Luật số 72/2025/QH15",
        _districts,
        bad=(
            "Ngày: 24/11/2025\nPhối hợp với UBND cấp huyện.",
            "Ngày: 10/12/2025\nTại các xã, phường, thị trấn.",
            "Ngày: 10/12/2026\nKhảo sát tại huyện Thanh Lâm.",
        ),
        good=(
            "Ngày: 24/5/2025\nPhối hợp với UBND cấp huyện.",
            "Từ ngày 01/7/2025 kết thúc hoạt động của cấp huyện.",
            "Ngày: 10/12/2026\nKhảo sát tại xã Thanh Lâm (huyện Thanh Lâm cũ).",
            "Ngày: 24/11/2025\nĐồng chí Nguyễn Văn A, nguyên Phó Chủ tịch UBND huyện, dự.",
            "Kế hoạch số 12/KH-UBND ngày 10/3/2025 của UBND huyện Hồng Hà",
        ),
    ),
    Rule(
        "term-province",
        "warning",
        "Tên tỉnh trước khi sắp xếp",
        "Nghị quyết số 202/2025/QH15",
        _provinces,
        bad=("Ngày: 24/11/2025\nHọc tập kinh nghiệm tại tỉnh Bắc Giang.",),
        good=(
            "Ngày: 24/6/2025\nHọc tập kinh nghiệm tại tỉnh Bắc Giang.",
            "Hợp nhất tỉnh Bắc Giang và tỉnh Bắc Ninh.",
            "xã Hòa Bình, phường Bắc Giang",
        ),
    ),
    Rule(
        "term-department",
        "warning",
        "Tên bộ, sở, ban trước khi sắp xếp",
        "Nghị quyết số 176/2025/QH15, Nghị định số 150/2025/NĐ-CP, Kết luận số 121-KL/TW",
        _departments,
        bad=(
            "Ngày: 24/11/2025\nPhối hợp với Sở TN&MT.",
            "Ngày: 24/11/2025\ntheo hướng dẫn của Bộ Giao thông vận tải",
            "Ngày: 24/11/2025\nPhối hợp với Ban Dân vận Tỉnh ủy tổ chức hội nghị.",
        ),
        good=(
            "Ngày: 24/01/2025\nPhối hợp với Sở Tài nguyên và Môi trường.",
            "Thông tư số 12/2020/TT-BGTVT ngày 29/5/2020 của Bộ Giao thông vận tải quy định về vận tải",
            "Sở Nông nghiệp và Môi trường",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "Ngày: 24/01/2025\nPhối hợp với Ban Dân vận Tỉnh ủy tổ chức hội nghị.",
        ),
    ),
    Rule(
        "document-replaced",
        "warning",
        "Văn bản viện dẫn đã được thay thế",
        "Điều khoản thi hành của văn bản mới",
        _replaced_documents,
        bad=("theo Nghị định số 110/2004/NĐ-CP về công tác văn thư",),
        good=(
            "Ngày: 24/7/2024\ntheo Luật Đất đai số 45/2013/QH13",
            "Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP",
            "theo Nghị định số 61/2018/NĐ-CP về cơ chế một cửa",
        ),
    ),
)
