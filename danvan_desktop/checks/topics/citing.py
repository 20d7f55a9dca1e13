"""Citations: their form, what a first one has to say, and one document with two dates."""

from collections.abc import Iterator

from danvan_desktop.checks.citations.citation import Citation
from danvan_desktop.checks.citations.register import complete, full_citation
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.patterns import by_pattern
from danvan_desktop.checks.rule import CUSTOM, Match, Rule
from danvan_desktop.report.document_kinds import kind_of_symbol
from danvan_desktop.report.lifecycle.request_letter import document_type
from danvan_desktop.report.model import PartialDate
from danvan_desktop.report.text.dates import short_date

CITING = "điểm b khoản 6 Mục II PL I"
KINDS_OF_SYMBOLS = "Mục I PL III"
_IN_FULL = "Kế hoạch số 18/KH-VP ngày 20/01/2025 của Văn phòng về công tác dân vận."
_UNLIKE = {("kết luận", "thông báo"), ("quy định", "quyết định"), ("quy chế", "quyết định")}
"""Kinds that bear another's symbol by custom: the Party's quy định, what is issued with a decision."""


def _every(manuscript: Manuscript) -> Iterator[Citation]:
    for found in manuscript.citations.values():
        yield from found


def _without_so(manuscript: Manuscript) -> Iterator[Match]:
    for each in _every(manuscript):
        if not each.has_so:
            written = each.text.text[each.start : each.symbol_end]
            better = f"{each.kind} số{written[len(each.kind) :]}"
            message = f"Viện dẫn thiếu chữ “số”, hãy viết “{better}”."
            yield Match(message, each.text, each.start, each.symbol_end, better)


def _other_kind(manuscript: Manuscript) -> Iterator[Match]:
    for each in _every(manuscript):
        symbol = each.symbol.split("/" if "/" in each.symbol else "-", 1)[1]
        party = each.symbol.split("/")[0].split("-")[1:]
        named = kind_of_symbol("-".join(party) if party else symbol)
        if named is None or each.kind == "Văn bản" or each.symbol.endswith("/TW"):
            continue
        kind, told = each.kind.casefold(), named.casefold()
        if not kind.startswith(told) and (kind, told) not in _UNLIKE:
            message = (
                f"“{each.short}”: ký hiệu này là của {told}, tên loại lại ghi {kind}; hãy xem lại tên loại "
                "hoặc ký hiệu."
            )
            yield Match(message, each.text, each.start, each.symbol_end)


def _unnamed_kind(manuscript: Manuscript) -> Iterator[Match]:
    for each in _every(manuscript):
        if each.kind == "Văn bản":
            better = (
                document_type(each.symbol) + each.text.text[each.start + len(each.kind) : each.symbol_end]
            )
            message = f"Khi viện dẫn phải ghi tên loại văn bản, hãy viết “{better}”."
            yield Match(message, each.text, each.start, each.symbol_end, better)


def _incomplete(manuscript: Manuscript) -> Iterator[Match]:
    for document in manuscript.cited_documents:
        lacks = [lack for lack in document.lacks if lack != "số"]
        if lacks:
            first, better = document.first, complete(document, manuscript.known)
            better = "" if better == full_citation(first) else better  # "số" alone is another rule's matter
            to_do = f"có thể ghi “{better}”" if better else "hãy ghi đủ"
            message = f"“{first.short}” viện dẫn lần đầu còn thiếu {', '.join(lacks)}; {to_do}."
            yield Match(message, first.text, first.start, first.end, better)


def _in_full_again(manuscript: Manuscript) -> Iterator[Match]:
    for document in manuscript.cited_documents:
        for again in document.mentions[1:]:
            is_whole = again.issued_on == document.first.issued_on != PartialDate() and again.title
            if is_whole and not document.lacks:
                message = f"Văn bản này đã viện dẫn đầy đủ ở trên; từ lần sau chỉ cần ghi “{again.short}”."
                yield Match(message, again.text, again.start, again.end, again.short)


def _two_dates(manuscript: Manuscript) -> Iterator[Match]:
    for document in manuscript.cited_documents:
        if len(document.days) > 1:
            days = " và ".join(sorted(short_date(day) for day in document.days))
            message = (
                f"“{document.first.short}” được ghi hai ngày khác nhau ({days}); hãy xem lại ngày hoặc số."
            )
            yield Match(message, document.first.text, document.first.start, document.first.end)


def _from_the_future(manuscript: Manuscript) -> Iterator[Match]:
    for each in _every(manuscript):
        if each.day is not None and each.day > manuscript.day:
            day = short_date(each.issued_on)
            message = f"“{each.short}” ghi ngày {day}, sau ngày của báo cáo; hãy xem lại ngày."
            yield Match(message, each.text, each.start, each.end)


RULES = (
    Rule(
        "citation-so",
        "warning",
        "Thiếu chữ “số” khi viện dẫn",
        CITING,
        _without_so,
        bad=("Thực hiện Nghị quyết 25-NQ/TW của Ban Chấp hành Trung ương.", "theo Chỉ thị 33/CT-TTg"),
        good=("Thực hiện Nghị quyết số 25-NQ/TW", "Luật Đất đai năm 2024", "Luật 72/2025/QH15"),
        safe=True,
    ),
    Rule(
        "citation-kind",
        "error",
        "Tên loại không khớp với ký hiệu",
        KINDS_OF_SYMBOLS,
        _other_kind,
        bad=("Kế hoạch số 12/BC-UBND ngày 10/02/2025", "Tờ trình số 11/KH-SNV", "Thông báo số 15-KH/TU"),
        good=(
            "Tờ trình số 11/TTr-SNV; Kế hoạch số 12/KH-UBND; Quyết định số 23-QĐ/TW; Công văn số 45/SNV-XDCQ",
            "Chương trình hành động số 05-CTr/TU",
            "Kết luận số 15/TB-VP",
        ),
    ),
    Rule(
        "citation-paper",
        "error",
        "“Văn bản số …”: cần ghi tên loại",
        CITING,
        _unnamed_kind,
        bad=("Thực hiện Văn bản số 4378/SNV-XDCQ ngày 20/11/2025 của Sở Nội vụ",),
        good=("Thực hiện Công văn số 4378/SNV-XDCQ", "các văn bản số hóa"),
        safe=True,
    ),
    Rule(
        "citation-year",
        "error",
        "Thiếu năm trong số, ký hiệu văn bản quy phạm pháp luật",
        CITING,
        by_pattern(
            r"(?<![\d/])\d+/(?:NĐ-CP|TT-B[A-ZĐ]+|QH\d+)\b",
            "“{found}” thiếu năm ban hành, ví dụ 30/2020/NĐ-CP; hãy ghi đủ.",
        ),
        bad=("Nghị định số 30/NĐ-CP của Chính phủ",),
        good=("Nghị định số 30/2020/NĐ-CP của Chính phủ", "Nghị quyết số 76/NQ-CP"),
    ),
    Rule(
        "citation-detailing",
        "warning",
        "“về Quy định chi tiết”",
        "khoản 6 Mục V PL II",
        by_pattern(
            r"\bvề (?:Quy|quy) định chi tiết\b",
            "Trích yếu của văn bản này là “quy định chi tiết …”; hãy bỏ chữ “về”, không viết hoa.",
            "quy định chi tiết",
        ),
        bad=("Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ về Quy định chi tiết một số điều",),
        good=("của Chính phủ quy định chi tiết một số điều",),
        safe=True,
    ),
    Rule(
        "citation-incomplete",
        "warning",
        "Viện dẫn lần đầu chưa đủ",
        CITING,
        _incomplete,
        bad=(
            "theo Nghị định số 111/2022/NĐ-CP của Chính phủ",
            "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, cơ quan đã tổ chức.",
        ),
        good=(
            "Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về đổi mới công tác dân vận.",
            "Văn phòng ban hành Kế hoạch số 18/KH-VP ngày 20/01/2025 về công tác dân vận năm 2025.",
            "Ban hành Kế hoạch số 8/KH-VP ngày 20/01/2025 về dân vận, Báo cáo số 4/BC-VP ngày 2/2/2025 về….",
            "Công văn số 12/SNV-XD ngày 05/11/2025 của Sở Nội vụ V/v báo cáo kết quả dân vận, đã có.",
            "Nghị quyết số 60-NQ/TW ngày 12/4/2025 Hội nghị lần thứ 11 Ban Chấp hành Trung ương khóa XIII.",
            "Thông báo số 12-TB/VPTU ngày 02/4/2025 của Văn phòng Tỉnh ủy thông báo kết luận.",
            "Theo Kế hoạch số 18/KH-VP ban hành ngày 20/01/2025 của Văn phòng về công tác dân vận.",
            "Nghị quyết số 18-NQ/TW, ngày 25-10-2017 của Ban Chấp hành Trung ương về đổi mới bộ máy.",
        ),
    ),
    Rule(
        "citation-again",
        "info",
        "Viện dẫn lại đầy đủ lần thứ hai",
        CITING,
        _in_full_again,
        bad=(f"{_IN_FULL}\nThực hiện {_IN_FULL}",),
        good=(
            f"{_IN_FULL}\nKế hoạch số 18/KH-VP đã hoàn thành.",
            f"{_IN_FULL}\nKế hoạch số 18/KH-VP ngày 22/3/2024 của Văn phòng về công tác dân vận.",
        ),
    ),
    Rule(
        "citation-dates",
        "error",
        "Một văn bản ghi hai ngày khác nhau",
        CITING,
        _two_dates,
        bad=(
            "Kế hoạch số 18/KH-VP ngày 20/01/2025.\nKế hoạch số 18/KH-VP ngày 21/01/2025.",
            "Kế hoạch số 18/KH-VP ngày 20/01/2025.\nKế hoạch số 18/KH-VP ngày 20/01/2024.",
        ),
        good=(
            "Kế hoạch số 18/KH-VP ngày 20/01/2025.\nKế hoạch số 19/KH-VP ngày 21/01/2025.",
            "Kế hoạch số 8/KH-UBND ngày 2/2/2025 của xã A; Kế hoạch số 8/KH-UBND ngày 3/3/2025 của xã B",
            "Kế hoạch số 18/KH-VP ngày 20/01/2024.\nKế hoạch số 18/KH-VP ngày 22/3/2025.",
            "Kế hoạch số 18/KH-VP ngày 20/01/2025.\nKế hoạch số 18/KH-VP ban hành ngày 20 tháng 01 năm 2025.",
        ),
    ),
    Rule(
        "citation-future",
        "warning",
        "Văn bản viện dẫn có ngày sau ngày báo cáo",
        CUSTOM,
        _from_the_future,
        bad=("Ngày: 24/11/2025\nThực hiện Kế hoạch số 18/KH-VP ngày 20/01/2026 về công tác dân vận.",),
        good=("Ngày: 24/11/2025\nThực hiện Kế hoạch số 18/KH-VP ngày 20/01/2025 về công tác dân vận.",),
    ),
)
