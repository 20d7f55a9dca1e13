"""Capitals after the decree: names of bodies, titles, documents, and the words it names (PL II)."""

import re
from collections.abc import Iterator

from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.names import names
from danvan_desktop.checks.patterns import LOWER, UPPER, by_pattern
from danvan_desktop.checks.rule import Match, Rule
from danvan_desktop.checks.sentences import is_inside, is_quoted
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.model import Paragraph
from danvan_desktop.report.office.provinces import MERGED, PROVINCES
from danvan_desktop.report.walk import every_block

_KINDS = (
    "nghị quyết|nghị định|chỉ thị|kết luận|quyết định|thông tư|kế hoạch|công văn|hướng dẫn|quy định|thông báo"
    "|tờ trình|báo cáo|chương trình|công điện|đề án|pháp lệnh|bộ luật|luật"
)
_TITLED = _KINDS.title()
"""The same with a capital in each word: "Nghị Quyết"."""
_SYMBOL = r"\d+(?:/\d{4})?[-/]\s?[A-ZĐ]"
_ACTS = "Luật|Nghị định|Bộ luật|Thông tư|Quy chế|Quy định"
_PARTY_WORDS = "bộ|ủy|uỷ|viên|đoàn|phí|tịch|vụ|phái|văn|tính|trị"
_PLACES = "|".join(sorted({*PROVINCES, *MERGED} - {"Thành phố Hồ Chí Minh"}, key=len, reverse=True))
_OF_OTHERS = "tệ|các nước|thế giới|nước bạn|hai nước|Lào|Campuchia|Cuba|Trung Quốc"
_BEFORE_PEOPLE = (
    "với|của|cho|trong|vì|do|từ|để|bởi|giúp|tầng lớp|phục vụ|vận động|động viên|quần chúng|hướng dẫn"
    "|tuyên truyền"
)


def _wrong_names(manuscript: Manuscript) -> Iterator[Match]:
    for text in manuscript.texts:
        for wrong in names().wrong_in(text.text):
            if wrong.is_general and not is_inside(text.text, wrong.start):
                continue  # "Chánh văn phòng …" at the beginning: of offices in general
            found = text.text[wrong.start : wrong.end]
            message = f"“{found}”: tên cơ quan, chức danh, địa danh này viết là “{wrong.right}”."
            yield Match(message, text, wrong.start, wrong.end, wrong.right)


def _capitalised(hit: "re.Match[str]") -> str | None:
    """Give the second group its capital."""
    if is_quoted(hit.string, hit.start(), hit.end()):
        return None
    return hit[1] + hit[2][0].upper() + hit[2][1:]


def _as_kind(hit: "re.Match[str]") -> str | None:
    """Write the kind of a document with one capital."""
    return None if is_quoted(hit.string, hit.start(), hit.end()) else hit[0].capitalize()


def _small(hit: "re.Match[str]") -> str | None:
    """Take the capital from the first letter, inside a sentence."""
    if not is_inside(hit.string, hit.start()) or is_quoted(hit.string, hit.start(), hit.end()):
        return None
    return hit[0][0].lower() + hit[0][1:]


def _is_no_table(text: PlacedText) -> bool:
    return text.place.cell is None


def _begins_small(manuscript: Manuscript) -> Iterator[Match]:
    blocks = {block.id: block for _, block in every_block(manuscript.report)}
    for text in manuscript.texts:
        block = blocks.get(text.place.block)
        if not isinstance(block, Paragraph) or block.role not in {"body", "heading", "clause"}:
            continue
        word = re.match(rf"[{LOWER}]+(?![\w/@.)-])", text.text)
        if word:
            better = word[0].capitalize()
            message = f"Xuống dòng thì viết hoa: “{better}”; nếu đoạn bị ngắt dòng, hãy nối với đoạn trên."
            yield Match(message, text, 0, word.end(), better)


RULES = (
    Rule(
        "sentence-begins-small",
        "error",
        "Viết hoa sau dấu chấm câu",
        "Mục I PL II",
        by_pattern(
            rf"(?<=[{LOWER}]{{2}}[.!?] )(?<!v\.v\. )(?<!vv\. )[{LOWER}]+(?![\w/@])",
            "Sau dấu chấm câu viết hoa: “{better}”; nếu câu chưa hết, hãy thay dấu chấm.",
            lambda hit: hit[0].capitalize(),
        ),
        bad=("Đã hoàn thành nhiệm vụ. kết quả được đánh giá tốt.",),
        good=(
            "Sách, báo, v.v. và tài liệu khác.",
            "Sách, báo vv. được cấp phát.",
            "Hoàn thành nhiệm vụ. Kết quả tốt.",
            "Xem tr. 5",
        ),
    ),
    Rule(
        "line-begins-small",
        "warning",
        "Viết hoa khi xuống dòng",
        "Mục I PL II",
        _begins_small,
        bad=("tổ chức hội nghị quán triệt.",),
        good=("- tổ chức hội nghị;", "Tổ chức hội nghị.", "a) Đã tiếp dân"),
    ),
    Rule(
        "capitals-of-names",
        "error",
        "Viết hoa tên cơ quan, tổ chức, chức danh, địa danh",
        "Mục III, IV, V PL II",
        _wrong_names,
        bad=(
            "Ủy ban Nhân dân tỉnh",
            "Thủ tướng chính phủ",
            "của thủ tướng chính phủ",
            "Ban chấp hành Trung ương",
            "Bộ giáo dục và đào tạo",
            "Mặt trận tổ quốc",
            "tại thành phố Hồ Chí Minh",
            "Phó chủ tịch UBND tỉnh",
            "Đảng Ủy cơ quan",
            "tư tưởng Hồ Chí minh",
            "ngày quốc khánh 02/9",
            "Ngày Quốc tế phụ nữ 08/3",
        ),
        good=(
            "Ủy ban nhân dân tỉnh, Uỷ ban nhân dân xã",
            "ỦY BAN NHÂN DÂN TỈNH",
            "Mặt trận Tổ quốc",
            "ủy ban nhân dân các cấp",
            "Chánh văn phòng là người giúp việc.",
            "UBND Thành phố Hồ Chí Minh",
        ),
        safe=True,
    ),
    Rule(
        "document-kind-small",
        "error",
        "Viết hoa tên loại của văn bản cụ thể",
        "khoản 6 Mục V PL II",
        by_pattern(
            rf"(?<![^\W_])(?<!các )(?<!những )(?<!Thông báo )(?:(?:{_KINDS})(?= số {_SYMBOL})"
            rf"|(?:{_TITLED})(?= (?:số )?{_SYMBOL}))",
            "Tên loại của một văn bản cụ thể viết hoa chữ đầu: “{better}”.",
            _as_kind,
        ),
        bad=("Thực hiện chỉ thị số 33/CT-TTg", "theo Nghị Quyết số 25-NQ/TW ngày 03/6/2013"),
        good=(
            "Thực hiện Chỉ thị số 33/CT-TTg",
            "Ban hành 05 chỉ thị, 12 kế hoạch",
            "các kế hoạch số 1/KH-VP",
            "Thông báo kết luận số 45-TB/TU",
        ),
        safe=True,
    ),
    Rule(
        "state-small",
        "error",
        "Viết hoa “Nhà nước”",
        "khoản 1 Mục V PL II",
        by_pattern(
            r"(\b(?:của (?:Đảng và |Đảng, )?|Đảng, |Đảng và |Đảng - ))(nhà nước)(?!\w)",
            "“Nhà nước” là danh từ riêng, hãy viết hoa: “{better}”.",
            _capitalised,
        ),
        bad=("Chính sách, pháp luật của nhà nước", "Đảng và nhà nước luôn quan tâm"),
        good=("Cơ quan hành chính nhà nước", "quản lý nhà nước", "pháp luật của Nhà nước"),
        safe=True,
    ),
    Rule(
        "people-small",
        "error",
        "Viết hoa “Nhân dân”",
        "khoản 1 Mục V PL II",
        by_pattern(
            rf"(\b(?i:{_BEFORE_PEOPLE}) )(nhân dân)(?! (?:{_OF_OTHERS}))(?!\w)",
            "“Nhân dân” là danh từ riêng, hãy viết hoa: “{better}”.",
            _capitalised,
        ),
        bad=("Gần gũi với nhân dân", "Các tầng lớp nhân dân", "Phục vụ nhân dân"),
        good=(
            "Ủy ban nhân dân",
            "với nhân dân Lào",
            "Ban Thanh tra nhân dân",
            "Công an nhân dân",
            "đồng nhân dân tệ",
        ),
        safe=True,
    ),
    Rule(
        "party-small",
        "error",
        "Viết hoa “Đảng”",
        "khoản 4 Mục V PL II",
        by_pattern(
            rf"(\b(?:của|theo|lãnh đạo của|ơn) )(đảng)(?! (?:{_PARTY_WORDS})\b)(?!\w)",
            "“Đảng” (chỉ Đảng Cộng sản Việt Nam) viết hoa: “{better}”.",
            _capitalised,
        ),
        bad=("Chủ trương, đường lối của đảng", "theo đảng"),
        good=("Công tác của đảng bộ, của đảng viên", "đường lối của Đảng", "cấp ủy đảng"),
        safe=True,
    ),
    Rule(
        "deputy-small",
        "warning",
        "Viết hoa chức danh cấp phó",
        "khoản 3 Mục V PL II",
        by_pattern(
            r"(?<!\w)()(phó)(?= (?:Chủ tịch|Giám đốc|Chánh|Trưởng|Bí thư|Cục trưởng|Thủ tướng|Tổng)(?!\w))",
            "Chức danh này viết hoa cả chữ đầu: “{better}”.",
            _capitalised,
        ),
        bad=("Đồng chí phó Chủ tịch UBND tỉnh", "phó Giám đốc Sở"),
        good=("Phó Chủ tịch UBND tỉnh", "cấp phó", "các phó trưởng phòng"),
        safe=True,
    ),
    Rule(
        "province-kind-capital",
        "error",
        "Chữ “tỉnh”, “thành phố” không viết hoa",
        "điểm a khoản 1 Mục III PL II",
        by_pattern(
            rf"(?<!\w)(?:Tỉnh|Thành phố)(?= (?:{_PLACES})(?!\w))"
            r"|(?:(?<=UBND )|(?<=HĐND )|(?<=nhân dân )|(?<=Công an ))Tỉnh(?!\w| [ủuđ])",
            "Danh từ chung chỉ đơn vị hành chính không viết hoa: “{better}”.",
            _small,
            where=_is_no_table,
        ),
        bad=("UBND Tỉnh Bắc Ninh", "Tham mưu cho UBND Tỉnh.", "Tại Thành phố Đà Nẵng"),
        good=("tỉnh Bắc Ninh", "Tỉnh Bắc Ninh có 99 xã.", "Thành phố Hồ Chí Minh", "Tỉnh ủy Bắc Ninh"),
        safe=True,
    ),
    Rule(
        "ward-kind-capital",
        "warning",
        "Chữ “xã”, “phường” trước tên riêng",
        "khoản 1 Mục III PL II",
        by_pattern(
            rf"(?:(?<=[{LOWER}] )|(?<=[{LOWER}], ))(?:Xã|Phường|Huyện|Quận|Đặc khu)"
            rf"(?= [{UPPER}][{LOWER}]+ [{UPPER}])",
            "Danh từ chung trước tên riêng không viết hoa (“{better}”), trừ tên là số, tên người, sự kiện.",
            _small,
            where=_is_no_table,
        ),
        bad=("tổ chức tại Phường Hồng Hà Nam", "ở xã Hồng Hà, Xã Thanh Lâm"),
        good=("tổ chức tại phường Hồng Hà Nam", "tại Phường 12", "- Phường Hồng Hà Nam"),
    ),
    Rule(
        "clause-capital",
        "error",
        "“khoản”, “điểm” không viết hoa giữa câu",
        "khoản 7 Mục V PL II",
        by_pattern(
            r"(?<!\w)(?:Khoản(?= \d+,? (?:Điều|của|Mục))|Điểm(?= [a-zđ],? [Kk]hoản))",
            "Khi viện dẫn, “khoản”, “điểm” không viết hoa: “{better}”.",
            _small,
        ),
        bad=("theo Khoản 4 Điều 32", "tại Điểm a khoản 2 Điều 5"),
        good=("theo khoản 4 Điều 32", "Khoản 4 Điều 32 quy định", "đạt 95 điểm"),
        safe=True,
    ),
    Rule(
        "article-small",
        "error",
        "“Điều” viết hoa khi viện dẫn",
        "khoản 7 Mục V PL II",
        by_pattern(
            rf"((?<!\w)(?:khoản \d+,? )?)(điều)(?= \d+,? (?:của )?(?:{_ACTS}))",
            "Khi viện dẫn, “Điều” viết hoa: “{better}”.",
            _capitalised,
        ),
        bad=("theo khoản 2 điều 5 Luật Thực hiện dân chủ ở cơ sở", "điều 7 Nghị định số 59/2023/NĐ-CP"),
        good=("theo khoản 2 Điều 5 Luật Đất đai", "có 03 điều 5 khoản"),
        safe=True,
    ),
)
