"""Titles of cited documents: what they are known by, and the symbols of others that they name."""

import re

TYPES = (
    "Nghị quyết liên tịch|Nghị quyết|Nghị định|Chỉ thị|Kết luận|Quyết định|Thông tư liên tịch|Thông tư"
    "|Công văn|Công điện|Kế hoạch|Quy định|Quy chế|Hướng dẫn|Chương trình|Thông báo|Đề án|Tờ trình"
    "|Báo cáo|Văn bản"
)
TITLE = re.compile(
    r"\b(?:về|quy định|hướng dẫn|ban hành|sửa đổi|bổ sung|phê duyệt|triển khai|thực hiện|tăng cường|phát động"
    r"|tổ chức|đẩy mạnh|công bố|giao|kiểm tra|rà soát|tuyên truyền|nâng cao|xây dựng|phân công|cử|kiện toàn"
    r"|thành lập|điều chỉnh|thay thế|bãi bỏ|khen thưởng|tặng|bảo đảm|đảm bảo|phối hợp|tiếp tục|chỉ đạo"
    r"|thông qua|giải quyết|quản lý|hỗ trợ|phát triển|đổi mới|sắp xếp|cung cấp|đánh giá|tổng kết|sơ kết"
    r"|chấn chỉnh|khắc phục|ứng phó|phòng, chống|cải cách|chuyển đổi|học tập|liên quan|đề nghị|mời|yêu cầu"
    r"|góp ý|hưởng ứng|vận động|thi đua|chi tiết|kèm theo|thi hành|quán triệt)\b|[“\"]",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.;:](?=\s)")
_AMENDING = re.compile(
    r"\b(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hướng dẫn|chi tiết|thi hành|triển khai|thực hiện"
    r"|ban hành kèm theo|quán triệt|tổng kết|sơ kết|một số điều|(?:điều|khoản|nội dung)(?:\s+\S+)?)"
    r"(?:\s+(?:của|theo|tại))?\s*(?:các\s*)?$",
    re.IGNORECASE,
)
"""Right before a symbol that the title of another document names: "… sửa đổi Nghị định số 12/…"."""
_RELATED = re.compile(r"\b(?:theo|tại|của|về|việc|quy định)\s*(?:các\s*)?$", re.IGNORECASE)
"""The same where no comma parts them: "về xử phạt theo Nghị định số 12/…"."""
_UNNUMBERED = re.compile(
    rf"\b(?:Luật|Pháp lệnh|Bộ luật|{TYPES})\b[^.;,]*"
    r"\b(?:sửa đổi|bổ sung|thay thế|bãi bỏ|chi tiết|thi hành)\b[^.;]*$",
    re.IGNORECASE,
)
"""The title of a document that is cited without a number: "Luật sửa đổi, bổ sung …"."""
_APART = re.compile(r"[.;](?:\s|$)|\b(?:để|nhằm|đồng thời|căn cứ|trên cơ sở)\b", re.IGNORECASE)


def is_in_title(before: str, between: str | None, *, within: bool) -> bool:
    """Whether a symbol stands in the title of another document, given all words before it.

    ``between`` are those after the symbol cited before it, None where there is none; ``within``: that one
    does so itself, and what "và" adds to it is in the same title.
    """
    quoted = before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1
    if between is None:
        sentence = SENTENCE.split(before)[-1]
        return quoted or bool(_UNNUMBERED.search(sentence) and _AMENDING.search(sentence))
    if _APART.search(between):
        return quoted
    if within and re.fullmatch(r"[^.;]*(?:\bvà|,)\s*(?:các\s+)?", between):
        return True
    related = _RELATED.search(between) and "," not in between
    return quoted or bool(TITLE.search(between) and (_AMENDING.search(between) or related))
