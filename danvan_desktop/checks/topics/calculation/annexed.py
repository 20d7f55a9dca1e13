"""Figures of the text against the annexes: what is counted there, what a row of a table says too."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from danvan_desktop.checks.figures import value_of
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import CUSTOM, Match, Rule
from danvan_desktop.checks.topics.calculation.amounts import ENDS, EXACT, NUMBER
from danvan_desktop.checks.topics.calculation.tables import column_heads
from danvan_desktop.frozen import frozen
from danvan_desktop.report.column_titles import head_rows
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.location import ANNEXES
from danvan_desktop.report.model import Annex, Cell, Paragraph, Table, plain
from danvan_desktop.report.text.figures import parse_figure

_ANNEX = r"[Pp]hụ lục(?:\s+(?P<{}>[IVX]+|\d+)(?!\w))?"
_LISTED = re.compile(
    r"(?<![\d/.,-])(?P<said>\d{1,3}(?:\.\d{3})+|\d+)(?: [^\W\d_]+){1,6}?(?: “[^”]*”)?"
    rf"(?: \((?:[^()]{{0,40}}\s)?{_ANNEX.format('number')}[^()]{{0,30}}\)"
    rf"|, (?:chi tiết|cụ thể) (?:tại|theo|ở|xem) {_ANNEX.format('other')})"
)
"""A count of what is listed in an annex: "07 mô hình (danh mục tại Phụ lục I kèm theo)"."""
_COUNT = re.compile(rf"(?<![\d/.,-]){EXACT}{NUMBER}{ENDS}(?= (?P<first>[^ ]+) )", re.IGNORECASE)
"""A figure and the first of at least two words behind it."""
_NO_LABEL = re.compile(r"^(?:tổng số|số lượng|tổng|số)\s+|\s*\(.*$|[:;.]+$", re.IGNORECASE)
_LISTING = {"clause", "point", "item"}
_COUNTED_FIGURE = re.compile(NUMBER)
_FIGURES = re.compile(r"[\d.,%\s+-]*")
_LONGEST_LABEL, _SHORTEST_LABEL = 3, 2
"""Words of a row's label that have to follow its figure in a sentence."""
_NEAR = Decimal("0.25")
"""What misses the annex by a larger part counts something else: a village's share of all."""
_TABLE = "Phụ lục: DANH MỤC\n| STT | Tên\n| 1 | A\n| 2 | B\n| 3 | C"
_TWO_YEARS = "Phụ lục: A\n| Nội dung | Năm 2024 | Năm 2025\n| Hội nghị đối thoại | 12 | 14"
_RESULTS = "Phụ lục: KẾT QUẢ\n| STT | Nội dung | Kết quả\n| 1 | Số lượt công dân được tiếp | 1.386"


def _annex_disagrees(manuscript: Manuscript) -> Iterator[Match]:
    annexes = manuscript.report.annexes
    held: dict[int, set[Decimal]] = {}
    for text in _sentences(manuscript):
        for hit in _LISTED.finditer(text.text):
            annex = _annex_meant(annexes, hit["number"] or hit["other"])
            if annex is None:
                continue
            if annex.id not in held:
                held[annex.id] = _figures_of(annex)
            if held[annex.id] and value_of(hit["said"]) not in held[annex.id]:
                message = f"Số {hit['said']} không có trong phụ lục được dẫn; hãy đối chiếu hai nơi."
                yield Match(message, text, hit.start(), hit.end())


def _sentences(manuscript: Manuscript) -> Iterator[PlacedText]:
    for text in manuscript.texts:
        if text.place.tab != ANNEXES and text.place.cell is None:
            yield text


def _annex_meant(annexes: tuple[Annex, ...], number: str | None) -> Annex | None:
    """Give the annex of that number; the only one where none is named."""
    if len(annexes) == 1 and (number is None or not annexes[0].number):
        return annexes[0]
    return next((annex for annex in annexes if number and (annex.number or "").strip(". ") == number), None)


def _figures_of(annex: Annex) -> set[Decimal]:
    """Give the figures of an annex, the sums of its columns, and how many rows and numbered lines it has."""
    found: set[Decimal] = set()
    lines = [block for block in annex.blocks if isinstance(block, Paragraph)]
    roles = Counter(block.role for block in lines if block.role in _LISTING)
    if roles:
        found |= {Decimal(count) for count in roles.values()}
        found |= {value_of(hit[0]) for line in lines for hit in _COUNTED_FIGURE.finditer(plain(line.runs))}
    for table in _tables(annex):
        rows = table.rows[head_rows(table) :]
        found |= {Decimal(len(rows)), Decimal(len(rows) - 1)}
        for column in range(len(table.columns)):
            figures = [_figure(row[column]) for row in rows if column < len(row)]
            known = [figure for figure in figures if figure is not None]
            found |= {*known, sum(known, Decimal(0))}
    return found


def _tables(annex: Annex) -> Iterator[Table]:
    yield from (block for block in annex.blocks if isinstance(block, Table))


def _text(cell: Cell | None) -> str:
    """Give the first line of a cell; "" where another covers it or it has none."""
    return plain(cell.paragraphs[0]).strip() if cell is not None and cell.paragraphs else ""


def _figure(cell: Cell | None) -> Decimal | None:
    figure = parse_figure(_text(cell))
    return figure.value if figure is not None and not figure.percent else None


@frozen
class AnnexRow:
    """A row of an annex that says how many there are of something."""

    words: tuple[str, ...]
    """What it counts, in small letters."""
    printed: str

    @property
    def key(self) -> tuple[str, ...]:
        """The words that have to follow a figure in a sentence that counts the same."""
        return self.words[:_LONGEST_LABEL]


def _rows(annexes: Iterable[Annex], year: int) -> Iterator[AnnexRow]:
    """Give the rows with a label and one figure, or with one of the report's year; of like labels none."""
    found = [
        row
        for annex in annexes
        for table in _tables(annex)
        for row in _rows_of(table, year)
        if len(row.words) >= _SHORTEST_LABEL
    ]
    often = Counter(row.key for row in found)
    yield from (row for row in found if often[row.key] == 1)


def _rows_of(table: Table, year: int) -> Iterator[AnnexRow]:
    first = head_rows(table)
    heads = column_heads(table, first)
    of_year = [x for x, head in enumerate(heads) if str(year) in head and str(year - 1) not in head]
    for row in table.rows[first:]:
        figures = [x for x, cell in enumerate(row) if x and _figure(cell) is not None]
        labels = [text for text in map(_text, row) if not _FIGURES.fullmatch(text)]
        wanted = [x for x in of_year if x in figures] or figures
        if labels and len(wanted) == 1:
            words = _NO_LABEL.sub("", labels[0]).casefold().split()
            yield AnnexRow(tuple(words), _text(row[wanted[0]]))


def _row_disagrees(manuscript: Manuscript) -> Iterator[Match]:
    rows = tuple(_rows(manuscript.report.annexes, manuscript.report.year))
    counts = _counts(manuscript) if rows else {}
    for row in rows:
        if not (near := counts.get(row.words[0])):
            continue
        words = _counted(row)
        hits = [(text, hit, behind) for text, hit in near if (behind := words.match(text.text, hit.end()))]
        if len(hits) != 1:
            continue  # said more than once: of which of them the annex speaks, a person knows
        ((text, hit, behind),) = hits
        of_annex = value_of(row.printed)
        if 0 < abs(value_of(hit[0]) - of_annex) <= max(of_annex * _NEAR, Decimal(1)):
            said = f"{hit[0]}{behind[0]}"
            message = f"Ở đây ghi “{said}”, trong phụ lục ghi {row.printed}; hãy đối chiếu hai nơi."
            yield Match(message, text, hit.start(), behind.end())


def _counts(manuscript: Manuscript) -> dict[str, list[tuple[PlacedText, "re.Match[str]"]]]:
    """Give the figures of the sentences by the first word behind them, in small letters."""
    found: dict[str, list[tuple[PlacedText, re.Match[str]]]] = {}
    for text in _sentences(manuscript):
        for hit in _COUNT.finditer(text.text):
            found.setdefault(hit["first"].casefold(), []).append((text, hit))
    return found


def _counted(row: AnnexRow) -> "re.Pattern[str]":
    """Make the pattern of what the row counts, as much of its words as the sentence has."""
    more = ""
    for word in reversed(row.words[_LONGEST_LABEL:]):
        more = rf"(?: {re.escape(word)}{more})?"
    return re.compile(rf" {re.escape(' '.join(row.key))}{more}(?!\w)", re.IGNORECASE)


RULES = (
    Rule(
        "annex-disagrees",
        "warning",
        "Số liệu trong câu không có ở phụ lục được dẫn",
        CUSTOM,
        _annex_disagrees,
        bad=(
            f"Công nhận 07 mô hình (danh mục tại Phụ lục kèm theo).\n{_TABLE}",
            f"Công nhận 07 mô hình “Dân vận khéo” (Phụ lục I kèm theo).\n{_TABLE}",
            f"Công nhận 07 mô hình, chi tiết tại Phụ lục.\n{_TABLE}",
            "Công nhận 07 mô hình (Phụ lục kèm theo).\nPhụ lục: DANH MỤC\n- Mô hình A;\n- Mô hình B.",
        ),
        good=(
            f"Công nhận 03 mô hình (Phụ lục kèm theo).\n{_TABLE}",
            "Công nhận 02 mô hình (Phụ lục kèm theo).\nPhụ lục: DANH MỤC\n- Mô hình A;\n- Mô hình B.",
            "Công nhận 07 mô hình (Phụ lục kèm theo).\nPhụ lục: DANH MỤC\nCông nhận các mô hình sau.",
            f"Có 27 thôn chưa có sóng, danh sách trạm tại Phụ lục.\n{_TABLE}",
            "Có 100 hộ tham gia (Phụ lục kèm theo).\nPhụ lục: DANH MỤC\n| Tên | Số hộ\n| A | 20\n| B | 80",
        ),
    ),
    Rule(
        "annex-row-disagrees",
        "warning",
        "Số liệu trong câu khác số liệu ở phụ lục",
        CUSTOM,
        _row_disagrees,
        bad=(
            f"Văn phòng đã tiếp 1.368 lượt công dân.\n{_RESULTS}",
            f"Tổ chức 15 hội nghị đối thoại.\n{_TWO_YEARS}",
        ),
        good=(
            f"Văn phòng đã tiếp 1.386 lượt công dân.\n{_RESULTS}",
            f"Riêng lãnh đạo tiếp 88 lượt công dân.\n{_RESULTS}",
            f"Tiếp 1.386 lượt công dân, trong đó thường xuyên 1.298 lượt công dân.\n{_RESULTS}",
            f"Tiếp gần 1.400 lượt công dân.\n{_RESULTS}",
        ),
    ),
)
