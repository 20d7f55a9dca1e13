"""Make files/*.docx with LibreOffice out of the .html, .fodt and .odt beside them.

Run as ``python -m tests.importers.docx.make_files``.
The results are committed, so that the tests need no LibreOffice.
"""

import tempfile
from pathlib import Path

from tests.builders.libreoffice import convert

FOLDER = Path(__file__).parent / "files"


def main() -> None:
    for source in sorted(FOLDER.iterdir()):
        if source.suffix == ".docx":
            continue
        options = ["--infilter=HTML (StarWriter)"] if source.suffix == ".html" else []
        with tempfile.TemporaryDirectory() as place:
            (made,) = convert([source], Path(place), "docx:MS Word 2007 XML", *options)
            (FOLDER / f"{source.stem}-{source.suffix[1:]}.docx").write_bytes(made.read_bytes())


if __name__ == "__main__":
    main()
