"""Bold and italic that came and went are said in Vietnamese."""

from danvan_desktop.report.model import Run
from danvan_desktop.report.takeback.look_names import look_text


def test_looks_have_names() -> None:
    assert look_text((Run("chữ"),), (Run("chữ", bold=True),)) == "in đậm"
    assert look_text((Run("chữ", italic=True),), (Run("chữ", underline=True),)) == "gạch chân, bỏ nghiêng"
    assert look_text((Run("2", vertical="super"),), (Run("2"),)) == "bỏ chỉ số trên"
