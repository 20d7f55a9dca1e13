"""Makes files/*.docx with LibreOffice out of the .html and .fodt beside them.

Run as ``python -m tests.importers.docx.make_files``.
The results are committed, so that the tests need no LibreOffice.
"""

import subprocess
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent / "files"


def main() -> None:
    for source in sorted(FOLDER.iterdir()):
        if source.suffix == ".docx":
            continue
        with tempfile.TemporaryDirectory() as place:
            kind = ["--infilter=HTML (StarWriter)"] if source.suffix == ".html" else []
            profile = f"-env:UserInstallation={Path(place, 'profile').as_uri()}"
            command = ["soffice", profile, "--headless", *kind, "--convert-to", "docx:MS Word 2007 XML"]
            subprocess.run([*command, "--outdir", place, str(source)], check=True, timeout=120)
            made = Path(place, source.stem + ".docx").read_bytes()
        (FOLDER / f"{source.stem}-{source.suffix[1:]}.docx").write_bytes(made)


if __name__ == "__main__":
    main()
