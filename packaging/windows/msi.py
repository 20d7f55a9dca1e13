"""Writes the MSI's source (.wxs): msi.py VERSION PAYLOAD FILE wixl|wix3.

For the office's IT: per machine, `msiexec /i danvan-desktop.msi /qn`, with NOASSOC=1 where .danvan files are
to be left alone. Every file is a component of its own, whose identity comes from its path: the same in each
version. wixl 0.106 knows no letters but those of Western Europe (it crashes in libmsi_database_commit): its
messages go without their marks, and a release is made with WiX 3.
"""

import sys
import unicodedata
import uuid
import xml.etree.ElementTree as ET
from itertools import count
from pathlib import Path

NAMESPACE = uuid.UUID("6f0a1d0e-3a0b-4f57-9d0a-2c3b1a5f8e11")
UPGRADE_CODE = uuid.uuid5(NAMESPACE, "upgrade")
"""What all versions have in common, by which a newer one finds the older one."""
PROGRAM = "danvan-desktop.exe"
ICON = Path(__file__).resolve().parents[2] / "resources" / "icons" / "danvan-desktop.ico"
PROGID = "DanvanDesktop.Report"
OLDEST_BUILD = 17763
TOO_OLD = (
    "Danvan Desktop cần Windows 10 phiên bản 1809 trở lên, bản 64 bit. "
    "Máy này dùng Windows cũ hơn hoặc bản 32 bit nên không cài được."
)
DOWNGRADE = "Máy này đã có Danvan Desktop mới hơn."


def identity(of: str) -> str:
    """Return the GUID that is the same for the same thing in every version."""
    return str(uuid.uuid5(NAMESPACE, of)).upper()


def without_marks(text: str) -> str:
    """Return Vietnamese ``text`` in ASCII."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def component(parent: ET.Element, of: str, number: int) -> ET.Element:
    """Add a component to ``parent``."""
    return ET.SubElement(parent, "Component", Id=f"c{number}", Guid=identity(of), Win64="yes")


class Source:
    """The tree of one .wxs."""

    def __init__(self, version: str, payload: Path, *, for_wixl: bool) -> None:
        self._payload = payload
        self._says = without_marks if for_wixl else str
        self._numbers = count(1)
        self._components: list[str] = []
        self.root = ET.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
        product = ET.SubElement(
            self.root,
            "Product",
            Id=identity(f"product {version}"),
            Name="Danvan Desktop",
            Language="1066",
            Codepage="1252" if for_wixl else "65001",
            Version=version,
            Manufacturer="The Danvan Desktop developers",
            UpgradeCode=str(UPGRADE_CODE).upper(),
        )
        ET.SubElement(product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine")
        self._conditions(product)
        ET.SubElement(product, "MajorUpgrade", DowngradeErrorMessage=self._says(DOWNGRADE))
        ET.SubElement(product, "Media", Id="1", Cabinet="files.cab", EmbedCab="yes")
        ET.SubElement(product, "Icon", Id="icon.ico", SourceFile=str(ICON))
        ET.SubElement(product, "Property", Id="ARPPRODUCTICON", Value="icon.ico")
        top = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
        programs = ET.SubElement(top, "Directory", Id="ProgramFiles64Folder")
        folder = ET.SubElement(programs, "Directory", Id="INSTALLDIR", Name="Danvan Desktop")
        self._files(folder, payload)
        self._association(folder)
        menu = ET.SubElement(top, "Directory", Id="ProgramMenuFolder")
        self._shortcut(menu)
        feature = ET.SubElement(product, "Feature", Id="Program", Level="1")
        for name in self._components:
            ET.SubElement(feature, "ComponentRef", Id=name)

    def _conditions(self, product: ET.Element) -> None:
        build = ET.SubElement(product, "Property", Id="WINDOWSBUILDNUMBER", Secure="yes")
        ET.SubElement(
            build,
            "RegistrySearch",
            Id="build",
            Root="HKLM",
            Key=r"SOFTWARE\Microsoft\Windows NT\CurrentVersion",
            Name="CurrentBuildNumber",
            Type="raw",
        )
        condition = ET.SubElement(product, "Condition", Message=self._says(TOO_OLD))
        condition.text = f"Installed OR (VersionNT64 AND WINDOWSBUILDNUMBER >= {OLDEST_BUILD})"

    def _component(self, parent: ET.Element, of: str) -> ET.Element:
        made = component(parent, of, next(self._numbers))
        self._components.append(made.attrib["Id"])
        return made

    def _files(self, parent: ET.Element, folder: Path) -> None:
        for path in sorted(folder.iterdir()):
            inner = path.relative_to(self._payload).as_posix()
            number = next(self._numbers)
            if path.is_dir():
                self._files(ET.SubElement(parent, "Directory", Id=f"d{number}", Name=path.name), path)
            else:
                made = self._component(parent, inner)
                ET.SubElement(made, "File", Id=f"f{number}", Name=path.name, Source=str(path), KeyPath="yes")

    def _shortcut(self, menu: ET.Element) -> None:
        made = self._component(menu, "shortcut")
        ET.SubElement(
            made,
            "Shortcut",
            Id="shortcut",
            Name="Danvan Desktop",
            Target=f"[INSTALLDIR]{PROGRAM}",
            WorkingDirectory="INSTALLDIR",
        )
        self._value(made, r"Software\DanvanDesktop", "[INSTALLDIR]", name="InstallDir", KeyPath="yes")

    def _association(self, folder: ET.Element) -> None:
        made = self._component(folder, "association")
        ET.SubElement(made, "Condition").text = "NOT NOASSOC"
        classes = r"Software\Classes"
        self._value(made, rf"{classes}\.danvan", PROGID, KeyPath="yes")
        self._value(made, rf"{classes}\{PROGID}", "Báo cáo Danvan")
        self._value(made, rf"{classes}\{PROGID}\DefaultIcon", f"[INSTALLDIR]{PROGRAM},0")
        self._value(made, rf"{classes}\{PROGID}\shell\open\command", f'"[INSTALLDIR]{PROGRAM}" "%1"')

    def _value(self, parent: ET.Element, key: str, value: str, name: str = "", **more: str) -> None:
        attributes = {"Root": "HKLM", "Key": key, "Type": "string", "Value": value, **more}
        if name:
            attributes["Name"] = name
        ET.SubElement(parent, "RegistryValue", attributes)


def main() -> None:
    """Write the file."""
    version, payload, target = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3])
    tree = ET.ElementTree(Source(version, payload, for_wixl=sys.argv[4] == "wixl").root)
    ET.indent(tree)
    tree.write(target, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
