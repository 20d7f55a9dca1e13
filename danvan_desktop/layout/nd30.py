"""The numbers of Nghị định 30/2020/NĐ-CP, each beside its clause, its range and our default.

"PL I, II.6.e" is điểm e khoản 6 Mục II Phần I Phụ lục I. This is the only module with such numbers;
what the decree leaves open is marked "custom" or "house choice".
"""

from danvan_desktop.frozen import frozen

Twips = int


def mm(length: float) -> Twips:
    """Millimetres as twips (1/1440 inch)."""
    return round(length * 1440 / 25.4)


def pt(length: float) -> Twips:
    """Points as twips."""
    return round(length * 20)


@frozen
class Range:
    """What the decree leaves to the office: from ``low`` to ``high``, and what we propose."""

    low: float
    high: float
    default: float
    clause: str
    """As people cite it."""

    def holds(self, value: float) -> bool:
        """Whether ``value`` is lawful."""
        return self.low <= value <= self.high

    def nearest(self, value: float) -> float:
        """``value``, or what comes nearest to it within the range."""
        return min(max(value, self.low), self.high)


DECREE = "Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP"

# ---------------------------------------------------------------------------------- paper: PL I, I.1-I.3, I.7

_MARGINS = f"khoản 3 Mục I {DECREE}"
MARGIN_TOP_MM = Range(20, 25, 20, _MARGINS)
"""PL I, I.3."""
MARGIN_BOTTOM_MM = Range(20, 25, 20, _MARGINS)
"""PL I, I.3."""
MARGIN_LEFT_MM = Range(30, 35, 30, _MARGINS)
"""PL I, I.3."""
MARGIN_RIGHT_MM = Range(15, 20, 20, _MARGINS)
"""PL I, I.3."""

PAPER_WIDTH = mm(210)
"""A4, PL I, I.1."""
PAPER_HEIGHT = mm(297)
"""Portrait, PL I, I.2."""
PAGE_NUMBER_TOP = mm(10)
"""The page number stands within the top margin, PL I, I.7; the decree's own samples: 10 mm."""
PAGE_NUMBER_SIZE = 28
"""13-14 pt upright, Arabic, centred, hidden on the first page, PL I, I.7."""

# ---------------------------------------------------------------------------------- text: PL I, II.6.e

TEXT_CLAUSE = f"điểm e khoản 6 Mục II {DECREE}"
SIZE_SETS = (14, 13)
"""The body's size in points, 13-14; the others follow it (:data:`SIZES`), PL I, II.6.e."""
FIRST_LINES_MM = (10.0, 12.7)
"""Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm: two values, not a range, PL I, II.6.e."""
SPACE_BEFORE_PT = Range(6, 24, 6, TEXT_CLAUSE)
"""Between paragraphs: at least 6 pt, PL I, II.6.e; the upper end is custom."""
LINE_PITCH_PT = {14: Range(16.1, 24.15, 17, TEXT_CLAUSE), 13: Range(14.95, 22.4, 17, TEXT_CLAUSE)}
"""From dòng đơn (1.15 times the size) to 1.5 lines, by size set, PL I, II.6.e."""

# ---------------------------------------------------------------------------------- words: PL I, II.1

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
"""Quốc hiệu, PL I, II.1.a."""
MOTTO = "Độc lập - Tự do - Hạnh phúc"
"""Tiêu ngữ, PL I, II.1.b."""
END_MARK = "./."
"""Closes the text, Phụ lục III, Mẫu 1.4."""
RECIPIENTS_LABEL = "Nơi nhận:"
"""PL I, II.9.d."""
AS_ABOVE = "Như trên"
"""First of the recipients where there is a Kính gửi, PL I, II.9.b."""
ADDRESS_LABEL = "Kính gửi:"
"""PL I, II.9.b."""
FILING_OFFICE = "VT"
"""Văn thư, always first on the Lưu line, PL I, II.9.d."""


# ---------------------------------------------------------------------------------- sizes in half-points


@frozen
class Sizes:
    """Font sizes in half-points. The decree gives ranges; an office keeps to one set throughout."""

    national_name: int
    """12-13 pt upper bold, PL I, II.1.a."""
    motto: int
    """13-14 pt bold, PL I, II.1.b."""
    agency: int
    """12-13 pt upper; the superior regular, the issuer bold, PL I, II.2.b."""
    number: int
    """13 pt upright, PL I, II.3.c."""
    date: int
    """13-14 pt italic, PL I, II.4.c."""
    title: int
    """Tên loại and trích yếu, 13-14 pt bold, PL I, II.5.b."""
    body: int
    """13-14 pt, PL I, II.6.e; headings alike, II.6.đ and V."""
    signing: int
    """Quyền hạn, chức vụ and name, 13-14 pt bold, PL I, II.7.đ."""
    table: int
    """12-13 pt: custom, the decree sets no table style."""


SIZES = {
    14: Sizes(
        national_name=26, motto=28, agency=26, number=26, date=28, title=28, body=28, signing=28, table=26
    ),
    13: Sizes(
        national_name=24, motto=26, agency=24, number=26, date=26, title=26, body=26, signing=26, table=24
    ),
}
DATE_SIZE_MIN = 26
"""A place with a long name sets the date at 13 pt, the lower end of PL I, II.4.c."""
RECIPIENTS_LABEL_SIZE = 24
"""12 pt bold italic, PL I, II.9.d."""
RECIPIENTS_SIZE = 22
"""11 pt upright, PL I, II.9.d."""
ANNEX_LABEL_SIZE = 28
"""14 pt bold centred, PL I, III.1.b."""

SINGLE = 1.15
"""Dòng đơn: baseline to baseline as a multiple of the size, by the font's own measures."""


def single_pitch(size: int) -> Twips:
    """The exact pitch of "dòng đơn" for a size in half-points."""
    return round(size * 10 * SINGLE)


# ---------------------------------------------------------------------------------- head: PL I, II.1-II.5

LETTERHEAD_COLUMNS = (mm(60), mm(100))
"""House choice within PL I, IV: the national name at 13 pt (95.7 mm) stays on one line."""
LETTERHEAD_LOAN = mm(3)
"""What the left column lends the right one, so that a long place and its date stay on one line."""
RULE_THICKNESS = pt(0.5)
"""Nét liền; its weight is custom, 0.5-0.75 pt."""
RULE_GAP = pt(2)
"""Between a line of letters and the rule under it: custom, 1-3 pt under the letters."""
AGENCY_RULE_SHARE = 0.4
"""1/3-1/2 of the issuer's line, PL I, II.2.b."""
SUBJECT_RULE_SHARE = 0.4
"""1/3-1/2 of the trích yếu's line, PL I, II.5.b."""
RULE_LENGTH_UNKNOWN = mm(10)
"""For a name that is not known yet."""
NUMBER_GAP = pt(3)
"""Under the rules; the letters of the next line then stand about 7 pt below them: custom."""
NUMBER_BLANK = mm(12)
"""Room for the number, given after signing (Điều 15): custom, at least 12 mm."""
ANNEX_BLANK = mm(6)
"""Where the line under an annex's title leaves number, day, month or year blank: custom."""
DAY_BLANK = mm(7)
"""Room for the day, and for the month: custom, at least 7 mm each."""
TITLE_BEFORE = pt(15)
"""Above the tên loại: custom, 12-18 pt."""
SUBJECT_AFTER = pt(6)
"""Between the rule under the trích yếu and the space before the text: custom."""
ADDRESS_LEFT = mm(20)
"""Where Kính gửi begins when it names several, right of the text's edge: house choice."""

# ---------------------------------------------------------------------------------- stamps: PL I, III.2

STAMPS_MM = {"HỎA TỐC": (30, 8), "THƯỢNG KHẨN": (40, 8), "KHẨN": (20, 8)}
"""Width and height of the urgency stamps, single box, 13-14 pt upper bold, bright red, PL I, III.2.b."""
STAMP_HEIGHT = mm(8)
"""PL I, III.2.b."""
STAMP_PADDING = pt(3)
"""Between the box and its letters: house choice that makes the height."""
STAMP_BEFORE = pt(6)
"""Between the number and the stamp: custom."""
CIRCULATIONS = ("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")
"""Chỉ dẫn về phạm vi lưu hành as the decree words them, PL I, III.3."""
CIRCULATION_SIDE = pt(8)
"""Left and right of the words in the box of a circulation mark (PL I, III.2.c): custom."""

LINE_NUMBER_SIZE = 18
"""Numbers of lines on a draft, for remarks to refer to; the decree knows no drafts, so all is custom."""
LINE_NUMBER_GAP = mm(5)
"""Between such a number and the text: custom."""

# ---------------------------------------------------------------------------------- tables: custom

TABLE_PADDING = mm(1.5)
"""Left and right in the cells of a table in the text: custom."""
TABLE_CELL_GAP = pt(2)
"""Above and below each paragraph in such a cell: custom."""
TABLE_AROUND = pt(6)
"""Above and below such a table: custom."""
LAST_ROWS = 2
"""Rows at the end of a table that go on to a new page only together: custom, as for lines of a paragraph."""
LAST_ROWS_LINES = 6
"""Higher rows may stand alone: holding them would leave too much of a page empty: custom."""
HELD_ROWS_HEIGHT = mm(80)
"""Rows under one cell stand on one page; higher than this they may be parted: custom, for the same reason."""

# ---------------------------------------------------------------------------------- end: PL I, II.7, II.9

CLOSING_COLUMNS = (mm(65), mm(95))
"""House choice within PL I, IV: the signing block is centred at 142.5 mm."""
CLOSING_BEFORE = pt(5.6)
"""Between the text and Nơi nhận: custom, 6-12 pt between the letters; the text's pitch has 0.4 of them."""
CLOSING_AFTER = pt(1)
"""Word needs a paragraph after a table: as low as can be, so that it starts no page of its own."""
SIGNING_PITCH_SHARE = 1.115
"""Baseline to baseline in the signing block, to the size: just the letters' own height (1.107): custom."""
SIGNATURE_ROOM = mm(25) + 1
"""Between the signing lines and the name: 25-30 mm clear, custom; the seal covers a third (Điều 33.1.b)."""
LINES_WITH_CLOSING = 2
"""Lines of text that go with the signing block onto its page: custom, it never stands alone."""
MOST_RECIPIENT_LINES = 42
"""Lines of Nơi nhận beside the signing block; more may go on to the next page: custom, a page has room for
them below the last lines of the text whatever the margins."""
