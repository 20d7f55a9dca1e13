"""What fields of a report are called in Vietnamese."""

from collections.abc import Mapping

_FIELDS: Mapping[str, str] = {
    "letterhead.parent_agency": "Cơ quan chủ quản",
    "letterhead.agency": "Cơ quan ban hành",
    "letterhead.number": "Số",
    "letterhead.symbol": "Ký hiệu",
    "letterhead.place": "Địa danh",
    "letterhead.issued_on": "Ngày ban hành",
    "kind": "Tên loại",
    "subject": "Trích yếu",
    "year": "Năm",
    "period": "Kỳ báo cáo",
    "medium": "Văn bản giấy, điện tử",
    "state": "Tình trạng",
    "request": "Yêu cầu báo cáo",
    "marks": "Độ khẩn, dự thảo",
    "settings": "Trình bày",
    "addressees": "Kính gửi",
    "legal_bases": "Căn cứ",
    "recipients": "Nơi nhận",
    "filing": "Lưu",
    "signature.lines": "Quyền hạn, chức vụ",
    "signature.other_position": "Chức vụ khác",
    "signature.signer": "Họ và tên người ký",
}


def field_name(name: str) -> str:
    """Name a field of the report."""
    while name and name not in _FIELDS:
        name = name.rpartition(".")[0]
    return _FIELDS.get(name, "Thông tin khác")
