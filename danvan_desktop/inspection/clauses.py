"""The 56 lines of the sheet and the clause each one stands on.

In each row, ``|`` parts what is looked at from what the decree asks of it. "PL I" is Phần I Phụ lục I.
Lines of section E have no clause: they are custom, and the sheet says so.
"""

import re

from danvan_desktop.frozen import frozen

DECREE = "Nghị định số 30/2020/NĐ-CP"
CUSTOM = "Thông lệ (không phải quy định của Nghị định)"

SECTIONS: dict[str, tuple[int, int]] = {
    "A. Trang giấy và phông chữ": (1, 10),
    "B. Phần đầu văn bản": (11, 27),
    "C. Nội dung": (28, 39),
    "D. Ký, nơi nhận": (40, 44),
    "Đ. Phụ lục (nếu có)": (45, 48),
    "E. " + CUSTOM: (49, 56),
}


@frozen
class Clause:
    """One line of the sheet before anything is measured."""

    number: int
    subject: str
    """Nội dung kiểm tra: what is looked at; may be empty where the rule names it."""
    rule: str
    """Quy định: what is asked of it."""
    text: str
    """Both together, as a văn thư reads the line."""
    citation: str
    """Căn cứ."""
    short: str
    """The same with PL I for Phần I Phụ lục I, as on the printed sheet."""

    @property
    def is_custom(self) -> bool:
        """Whether this line is custom and not law."""
        return self.citation == CUSTOM


def _cited(short: str) -> str:
    long = re.sub(r"\bPL I\b", "Phần I Phụ lục I", short)
    return "; ".join(f"{part.strip()} {DECREE}" for part in long.split(";"))


def _clause(number: int, row: str, short: str | None) -> Clause:
    subject, _, rule = row.rpartition("|")
    citation = CUSTOM if short is None else _cited(short)
    return Clause(number, subject, rule.lstrip(" :,;"), subject + rule, citation, short or "Thông lệ")


_ROWS: tuple[tuple[str, str | None], ...] = (
    ("Khổ giấy| A4 (210 x 297 mm) ở tất cả các trang", "khoản 1 Mục I PL I"),
    (
        "Trình bày theo chiều dài|; trang ngang chỉ khi có bảng, biểu không tách thành phụ lục",
        "khoản 2 Mục I PL I",
    ),
    ("Lề trên| 20-25 mm", "khoản 3 Mục I PL I"),
    ("Lề dưới| 20-25 mm", "khoản 3 Mục I PL I"),
    ("Lề trái| 30-35 mm", "khoản 3 Mục I PL I"),
    ("Lề phải| 15-20 mm", "khoản 3 Mục I PL I"),
    ("Phông chữ| Times New Roman trong toàn văn bản, kể cả bảng, đầu trang", "khoản 4 Mục I PL I"),
    (
        "Mã ký tự| Unicode TCVN 6909:2001, không còn chữ TCVN3/VNI, không lẫn ký tự lạ",
        "khoản 4 Mục I PL I",
    ),
    ("Chữ| màu đen", "khoản 4 Mục I PL I"),
    (
        "Số trang|: chữ số Ả Rập, cỡ 13-14, đứng, giữa lề trên; không hiện ở trang 1; trang 2 mang số 2",
        "khoản 7 Mục I PL I",
    ),
    (
        "Quốc hiệu| đúng chữ, in hoa, cỡ 12-13, đứng, đậm, một dòng, phía trên bên phải",
        "điểm a khoản 1 Mục II PL I",
    ),
    (
        "Tiêu ngữ| đúng chữ, cỡ 13-14, đứng, đậm, canh giữa dưới Quốc hiệu; có cách chữ hai bên gạch nối",
        "điểm b khoản 1 Mục II PL I",
    ),
    (
        "Đường kẻ dưới Tiêu ngữ|: nét liền, dài bằng dòng chữ (không dùng dấu gạch dưới)",
        "điểm b khoản 1 Mục II PL I",
    ),
    ("Quốc hiệu và Tiêu ngữ| cách nhau dòng đơn", "điểm c khoản 1 Mục II PL I"),
    (
        "Tên cơ quan chủ quản trực tiếp|: in hoa, cỡ 12-13, đứng, không đậm, có tên tỉnh (thành phố)",
        "điểm a, b khoản 2 Mục II PL I",
    ),
    (
        (
            "Tên cơ quan ban hành|: tên chính thức, in hoa, cỡ 12-13, đứng, đậm, canh giữa dưới tên cơ quan "
            "chủ quản, cách nhau dòng đơn"
        ),
        "điểm a, b khoản 2 Mục II PL I",
    ),
    (
        "Đường kẻ dưới tên cơ quan ban hành|: nét liền, bằng 1/3-1/2 dòng chữ, cân đối",
        "điểm b khoản 2 Mục II PL I",
    ),
    (
        (
            'Số, ký hiệu|: "Số:" cỡ 13, đứng; dấu "/" và "-" không cách chữ; ký hiệu in hoa, bắt đầu bằng '
            '"BC-"; số dưới 10 có số 0; canh giữa dưới tên cơ quan (để trống số: đạt)'
        ),
        "điểm b, c khoản 3 Mục II PL I; Mục I Phụ lục III",
    ),
    (
        "Địa danh| đúng tên gọi chính thức, viết hoa chữ cái đầu, sau có dấu phẩy",
        "điểm a, c khoản 4 Mục II PL I",
    ),
    (
        "Ngày, tháng, năm| viết đầy đủ; ngày dưới 10 và tháng 1, 2 có số 0 (để trống ngày, tháng: đạt)",
        "điểm b khoản 4 Mục II PL I",
    ),
    (
        (
            "Địa danh, ngày tháng|: cỡ 13-14, nghiêng, cùng dòng với số, ký hiệu, canh giữa dưới Quốc hiệu, "
            "Tiêu ngữ"
        ),
        "điểm c khoản 4 Mục II PL I",
    ),
    ('Tên loại "BÁO CÁO"|: in hoa, cỡ 13-14, đứng, đậm, canh giữa', "điểm b khoản 5 Mục II PL I"),
    (
        (
            "Trích yếu|: ngay dưới tên loại, chữ thường, cỡ 13-14, đứng, đậm, canh giữa, là một câu hoặc "
            "cụm từ ngắn gọn"
        ),
        "điểm a, b khoản 5 Mục II PL I",
    ),
    ("Đường kẻ dưới trích yếu|: nét liền, bằng 1/3-1/2 dòng chữ, cân đối", "điểm b khoản 5 Mục II PL I"),
    (
        (
            '"Kính gửi"| (khi báo cáo gửi cơ quan cấp trên): cỡ 13-14, đứng, có dấu hai chấm; từ hai nơi trở '
            'lên mỗi nơi một dòng, gạch đầu dòng thẳng dưới dấu hai chấm, ";" và "."'
        ),
        "điểm b, d khoản 9 Mục II PL I",
    ),
    ('Có "Kính gửi"| thì Nơi nhận có "- Như trên;" và ngược lại', "điểm b khoản 9 Mục II PL I"),
    (
        (
            "Dấu chỉ mức độ khẩn (nếu có)|: đúng chữ, khung đơn, đúng kích thước, cỡ 13-14, đậm; văn bản "
            "giấy để trống chỗ đóng dấu"
        ),
        "điểm b khoản 2 Mục III PL I",
    ),
    (
        'Căn cứ (nếu có)|: nghiêng, cỡ 13-14, mỗi căn cứ một dòng, cuối dòng ";", dòng cuối "."',
        "điểm a khoản 6 Mục II PL I",
    ),
    (
        (
            "Viện dẫn lần đầu| ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành, trích yếu; lần sau "
            "chỉ ghi tên loại, số và ký hiệu"
        ),
        "điểm b khoản 6 Mục II PL I",
    ),
    (
        (
            'Phần (nếu có)|: "Phần I" dòng riêng, canh giữa, chữ thường, đậm, số La Mã; tiêu đề in hoa, đậm '
            "ngay dưới"
        ),
        "điểm đ khoản 6 Mục II PL I",
    ),
    (
        "Mục|: số La Mã, sau có dấu chấm, số và tiêu đề in hoa, cỡ 13-14, đứng, đậm",
        "điểm đ khoản 6 Mục II và hàng 6b Mục V PL I",
    ),
    ("Phần, mục| đều có tiêu đề", "điểm d khoản 6 Mục II PL I"),
    (
        (
            "Khoản|: số Ả Rập, sau có dấu chấm; có tiêu đề thì dòng riêng, đậm; không có tiêu đề thì không "
            "đậm; số liên tục, không trùng, không nhảy"
        ),
        "điểm đ khoản 6 Mục II PL I",
    ),
    (
        "Điểm|: chữ cái tiếng Việt theo thứ tự (a, b, c, d, đ, e, g…), dấu đóng ngoặc đơn, đứng",
        "điểm đ khoản 6 Mục II PL I",
    ),
    ("Lời văn|: cỡ 13-14 thống nhất, đứng, canh đều hai lề", "điểm e khoản 6 Mục II PL I"),
    ("Chữ đầu đoạn| lùi 1 cm hoặc 1,27 cm, thống nhất", "điểm e khoản 6 Mục II PL I"),
    ("Khoảng cách giữa các đoạn| tối thiểu 6 pt", "điểm e khoản 6 Mục II PL I"),
    ("Giãn dòng| từ dòng đơn đến 1,5 lines", "điểm e khoản 6 Mục II PL I"),
    ('Kết thúc nội dung| bằng dấu "./."', "Mẫu 1.4 Phụ lục III"),
    (
        (
            'Quyền hạn, chức vụ|: đúng "TM.", "KT.", "TL.", "TUQ.", "Q."; in hoa, cỡ 13-14, đứng, đậm; Văn '
            'phòng không dùng "TM."'
        ),
        "điểm b, đ khoản 7 Mục II PL I; Điều 13",
    ),
    (
        (
            "Họ và tên|: chữ thường, cỡ 13-14, đứng, đậm, canh giữa dưới quyền hạn, chức vụ; không ghi học "
            "hàm, học vị, danh hiệu"
        ),
        "điểm c, đ khoản 7 Mục II PL I",
    ),
    (
        '"Nơi nhận:"| dòng riêng, ngang hàng dòng quyền hạn, chức vụ, sát lề trái, cỡ 12, nghiêng, đậm',
        "điểm d khoản 9 Mục II PL I",
    ),
    (
        'Danh sách nơi nhận|: cỡ 11, đứng, mỗi nơi một dòng, gạch đầu dòng sát lề trái, cuối dòng ";"',
        "điểm d khoản 9 Mục II PL I",
    ),
    (
        'Dòng cuối "- Lưu: VT, <đơn vị soạn thảo>."| kết thúc bằng dấu chấm',
        "điểm d khoản 9 Mục II PL I",
    ),
    (
        "Trong văn bản có chỉ dẫn đến từng phụ lục|; từ hai phụ lục trở lên đánh số La Mã",
        "điểm a khoản 1 Mục III PL I",
    ),
    (
        '"Phụ lục …"| dòng riêng, canh giữa, cỡ 14, đứng, đậm; tên phụ lục in hoa, cỡ 13-14, đậm',
        "điểm b khoản 1 Mục III PL I",
    ),
    (
        (
            'Dòng "(Kèm theo Báo cáo số …)"| canh giữa, cỡ 13-14, nghiêng; văn bản giấy ghi đủ, văn bản điện '
            "tử để trống số và ngày, tháng, năm"
        ),
        "điểm c khoản 1 Mục III PL I; Mẫu 2.1, 2.2 Phụ lục III",
    ),
    ("Số trang| đánh riêng theo từng phụ lục", "điểm đ khoản 1 Mục III PL I"),
    (
        (
            "Chỗ ký| giữa chức vụ và họ tên từ 25 mm, bên trái trống để đóng dấu (dấu trùm khoảng 1/3 chữ ký "
            "về bên trái: điểm b khoản 1 Điều 33)"
        ),
        None,
    ),
    (
        "Khối ký và Nơi nhận| không bị ngắt trang, không đứng một mình (có ít nhất 02 dòng nội dung)",
        None,
    ),
    ("Không có đề mục ở cuối trang|; không có dòng lẻ", None),
    ("Chữ| không bị co giãn (khoảng cách ký tự bình thường)", None),
    (
        (
            'Dấu vết của bản thảo|: không còn chữ "DỰ THẢO", chỗ đánh dấu, "…" chưa điền, ý kiến, vết sửa '
            "(theo dõi thay đổi)"
        ),
        None,
    ),
    ("Số và ngày| để trống đủ chỗ (số từ 12 mm; ngày, tháng từ 7 mm)", None),
    (
        "Chữ đặt dấu thống nhất một kiểu (ủy/uỷ)|; viết tắt (UBND, CCHC…) được giải thích lần đầu",
        None,
    ),
    (
        "Tệp PDF|: nhúng phông, không mật khẩu, không JavaScript, tên tệp không dấu, không quá 50 ký tự",
        None,
    ),
)

CLAUSES = {number: _clause(number, row, short) for number, (row, short) in enumerate(_ROWS, start=1)}
"""Every line of the sheet by its number."""
