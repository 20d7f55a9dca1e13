"""Import notes on the parts around the text: what is not known, what print leaves out or adds."""

import re

from danvan_desktop.importers.recognition.import_notes import Notes, listed
from danvan_desktop.importers.recognition.lines.text_lines import CleanedLines
from danvan_desktop.importers.recognition.parts.closing import Closing
from danvan_desktop.importers.recognition.parts.letterhead import Head
from danvan_desktop.importers.recognition.parts.paragraphs import Joined
from danvan_desktop.importers.recognition.parts.title_and_addressees import Title
from danvan_desktop.layout.nd30 import MOTTO, NATIONAL_NAME
from danvan_desktop.report.agency_names import has_no_parent
from danvan_desktop.report.document_kinds import LETTER, REPORT
from danvan_desktop.report.import_note_kinds import OTHER_KIND

_FIELDS = {
    "parent_agency": "tên cơ quan chủ quản",
    "agency": "tên cơ quan ban hành",
    "symbol": "ký hiệu văn bản",
    "place": "địa danh",
}
_WHERE = "xin nhập ở thẻ Thông tin chung"
_WHERE_SIGNED = "xin nhập ở thẻ Nơi nhận và ký"
_KEPT = (
    "Tên loại, phần đầu, trích yếu và chữ của lời văn được lấy theo tệp, còn cách trình bày (dòng ở giữa, "
    "chữ đậm, căn cứ) được lập lại theo thể thức của báo cáo, nên xin xem lại cả văn bản."
)
_NO_NAME = (
    "Công văn không ghi tên loại và ghi “V/v …” dưới số: lấy vào đây thì tên loại “CÔNG VĂN” và trích yếu "
    "được in ở giữa trang như của báo cáo."
)
_COPIES = re.compile(r"\([^()]*\)")
"""Print says it as "(05)"."""
_FILED_WITH_CLERK = re.compile(r"\s*(?:VT|Văn thư)\b", re.IGNORECASE)


def note_residue(page: CleanedLines, notes: Notes) -> None:
    """Name what belonged to the printed page, not to the text."""
    if page.page_numbers:
        notes.add("unprinted", f"Đã bỏ số trang: {listed(list(page.page_numbers), 1000)}.")
    if page.contents:
        notes.add("unprinted", f"Đã bỏ mục lục, vì số trang sẽ khác: {listed(list(page.contents), 1000)}.")
    if page.rules:
        notes.add("unprinted", f"Đã bỏ {len(page.rules)} dòng kẻ: {listed(list(page.rules), 1000)}.")


def note_joined(joined: Joined, notes: Notes) -> None:
    """Name the document numbers that were put together again and the tables that lost their columns."""
    if joined.mended:
        pairs = "; ".join(f"“{end}” với “{start}”" for end, start in joined.mended)
        notes.add(
            "mended", f"Số, ký hiệu bị ngắt ở cuối dòng được nối liền: {pairs}.", near=joined.mended_texts
        )
    if joined.rows:
        notes.add(
            "table",
            f"Có bảng, biểu dạng chữ ({joined.rows} dòng): mỗi dòng thành một đoạn, xin kẻ lại bảng.",
            near=joined.row_texts,
        )


def note_letterhead(title: Title, head: Head, notes: Notes) -> None:
    """Say what of the letterhead and the title is not known or was left out."""
    for name, label in _FIELDS.items():
        is_due = name != "parent_agency" or not has_no_parent(head.letterhead.agency)
        if getattr(head.letterhead, name) is None and is_due:
            notes.add("unknown", f"Không thấy {label} trong tệp, sẽ in “…”; {_WHERE}.", f"letterhead.{name}")
    note_kind(title, notes)
    _note_party(head, notes)
    if not title.subject:
        notes.add("unknown", f"Không thấy trích yếu; {_WHERE}.", "subject")
    if head.left_open:
        notes.add(
            "letterhead",
            f"Chỗ chấm trong phần đầu được hiểu là để trống: {listed(head.left_open)}.",
            "letterhead.agency",
        )
    if head.others:
        notes.add(
            "letterhead",
            f"Chưa hiểu trong phần đầu, không đưa vào báo cáo: {listed(head.others, 1000)}.",
            "letterhead.agency",
        )
    for fixed in head.fixed:
        if fixed.upper().replace("–", "-") not in (NATIONAL_NAME, MOTTO.upper()):
            own = NATIONAL_NAME if fixed[:1] in "Cc" else MOTTO
            notes.add("letterhead", f"“{fixed}” được in là “{own}” theo Nghị định 30/2020/NĐ-CP.")


def _note_party(head: Head, notes: Notes) -> None:
    """Say what print adds to and changes of a paper of the Party or of a mass organisation."""
    symbol = head.letterhead.symbol
    if symbol is None:
        return
    if not head.fixed:
        notes.add(
            "letterhead",
            "Tệp không có Quốc hiệu, Tiêu ngữ (như văn bản của Đảng, đoàn thể); báo cáo vẫn in hai dòng này, "
            "dấu cuối dòng ở Nơi nhận và “./.” theo Nghị định 30/2020/NĐ-CP, không in dấu sao.",
            "letterhead.agency",
        )
    if "/" in symbol:
        number = f"{head.letterhead.number or '…'}/{symbol}"
        notes.add(
            "letterhead", f"Số, ký hiệu sẽ được in là “Số: {number}”; xin xem lại.", "letterhead.symbol"
        )


def note_kind(title: Title, notes: Notes) -> None:
    """Say that a document is no report, or that it does not say what it is."""
    if title.kind == LETTER and not title.has_kind:
        notes.add(OTHER_KIND, f"Tệp này là CÔNG VĂN, không phải báo cáo. {_NO_NAME}", "kind")
    elif not title.has_kind:
        notes.add("unknown", f"Không thấy tên loại văn bản, tạm ghi “{title.kind}”.", "kind")
    if title.kind not in {REPORT, LETTER}:
        notes.add(OTHER_KIND, f"Tệp này là {title.kind}, không phải báo cáo. {_KEPT}", "kind")


def note_closing(title: Title, tail: Closing, notes: Notes) -> None:
    """Say what of Nơi nhận and the signing block is not known, was left out, or is added."""
    if not tail.sign_lines:
        notes.add(
            "unknown", f"Không thấy quyền hạn, chức vụ của người ký; {_WHERE_SIGNED}.", "signature.lines"
        )
    if not tail.signer:
        notes.add("unknown", f"Không thấy họ và tên người ký; {_WHERE_SIGNED}.", "signature.signer")
    if not tail.recipients and tail.filing is None:
        notes.add("unknown", f"Không thấy Nơi nhận; {_WHERE_SIGNED}.", "recipients")
    if tail.as_above and not title.addressees:
        notes.add(
            "recipients", "Nơi nhận có “Như trên” mà không có Kính gửi: đã bỏ “Như trên”.", "addressees"
        )
    if title.addressees and not tail.as_above:
        notes.add("recipients", "Có Kính gửi nên Nơi nhận được thêm “Như trên”.", "recipients")
    if tail.filing_text and not _FILED_WITH_CLERK.match(tail.filing_text):
        notes.add("recipients", f"Dòng Lưu “{tail.filing_text}” được ghi lại với “VT” đứng đầu.", "filing")
    if tail.filing is not None and tail.filing.copies is not None:
        notes.numbers += _COPIES.findall(tail.filing_text)
    _note_signing(tail, notes)


def _note_signing(tail: Closing, notes: Notes) -> None:
    """Say what of the signing block was not taken."""
    if tail.other_signing:
        notes.add(
            "structure",
            f"Tệp có hai người ký cạnh nhau, phần mềm chỉ lập chỗ ký cho một người (bên phải); chưa nhận: "
            f"{listed(tail.other_signing, 1000)}. Xin xem lại chức vụ và họ tên người ký.",
            "signature.signer",
        )
    if tail.unprinted:
        notes.add("unprinted", f"Đã bỏ ở phần ký: {listed(tail.unprinted, 1000)}.", "signature.lines")
    if tail.before:
        notes.add(
            "structure",
            "Có chữ ở phần ký chưa hiểu, được đưa vào phần Kết thúc; xin xem lại.",
            near=[line.text for line in tail.before],
        )
