"""What an export does not use is not loaded by it, and is there when somebody does use it."""

import subprocess
import sys

SCRIPT = """
import sys
from danvan_desktop.exporters.pdf import pdf_bytes
from tests.builders import set_pages
assert pdf_bytes(set_pages.two_pages(), set_pages.fonts()).startswith(b"%PDF")
print("PIL._imaging" in sys.modules)
from PIL import Image
import PIL.Image
print(Image.new("1", (2, 3)).size == PIL.Image.new("1", (2, 3)).size == (2, 3), "PIL._imaging" in sys.modules)
"""


def test_an_export_loads_no_pictures_until_one_is_drawn() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["False", "True True"]
