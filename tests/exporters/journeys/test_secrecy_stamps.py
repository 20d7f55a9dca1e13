"""A report that bears a secrecy stamp goes into no file."""

from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.exporters import EXPORTERS, export
from danvan_desktop.report.model import Marks, Run
from tests.builders.reports import block, report


@pytest.mark.parametrize("suffix", sorted(EXPORTERS))
def test_no_kind_of_file_is_written(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"mat{suffix}"
    for stamped in (
        report((block(1, "MẬT"),)),
        replace(report(), marks=Marks(urgency="TUYỆT MẬT")),
        replace(report(), legal_bases=((Run("Tối mật"),),)),
    ):
        with pytest.raises(UserError, match="không xuất, không in văn bản bí mật nhà nước"):
            export(stamped, [path])
    assert not path.exists()


def test_words_about_secrecy_are_written(tmp_path: Path) -> None:
    path = tmp_path / "thuong.txt"
    export(report((block(1, "Thực hiện tốt việc bảo vệ bí mật nhà nước."),)), [path])
    assert "bí mật nhà nước" in path.read_text("utf-8")
