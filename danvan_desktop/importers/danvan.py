"""Import of ``.danvan`` files: the codec reads them; errors say what to do."""

from datetime import datetime

from danvan_desktop.errors import UserError
from danvan_desktop.importers.input_file import InputFile, foreign_kind
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.model import Report


def read(source: InputFile, now: datetime) -> Report:  # noqa: ARG001 - every importer is called alike
    """Read a ``.danvan`` file; its own ``modified`` stays.

    Raises:
        UserError: it is something else under that name, damaged, cut off, or from a newer release.
    """
    name = source.path.name
    if kind := foreign_kind(source.data):
        raise UserError(
            f"Tệp “{name}” có đuôi .danvan nhưng nội dung là {kind}. "
            "Hãy đổi lại đúng đuôi của tệp hoặc chọn tệp khác."
        )
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(
            f"Tệp “{name}” bị hỏng hoặc không phải báo cáo của Danvan Desktop. "
            "Hãy lấy lại báo cáo từ bản sao (menu Tệp, mục Sao lưu và khôi phục…) hoặc chọn tệp khác."
        ) from error
    if not text.strip().startswith("{"):
        raise UserError(
            f"Tệp “{name}” có đuôi .danvan nhưng không phải báo cáo của Danvan Desktop. "
            "Nếu là văn bản thuần, hãy đổi đuôi tệp thành .txt rồi nhập lại."
        )
    return from_json(text)
