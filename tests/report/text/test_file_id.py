"""What users call a thing becomes the name of its file, in plain letters."""

import pytest

from danvan_desktop.report.text.file_id import file_id


@pytest.mark.parametrize(
    ("name", "identity"), [("Biểu số liệu của Sở (mới)", "bieu-so-lieu-cua-so-moi"), ("…", "mau-rieng")]
)
def test_a_file_is_called_in_plain_letters(name: str, identity: str) -> None:
    assert file_id(name, "mau-rieng") == identity
