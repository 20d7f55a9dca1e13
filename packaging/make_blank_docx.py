"""Write resources/blank.docx: the empty A4 file every exported Word file starts from.

python-docx's own template would bring its styles, theme fonts and the date it was made. This one holds
what the decree's form needs and nothing else. Run it after a change here; a test compares the bytes.
"""

import io
import sys
import zipfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "blank.docx"

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONT = "Times New Roman"

_CONTENT_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_WML}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_WML}.settings+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="{_WML}.fontTable+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/docProps/app.xml"
 ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
</Types>"""

_PACKAGE_RELATIONS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>
</Relationships>"""

_DOCUMENT_RELATIONS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/relationships/settings" Target="settings.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/relationships/fontTable" Target="fontTable.xml"/>
</Relationships>"""

_DOCUMENT = f"""<w:document {_W} {_R}><w:body><w:sectPr>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"
 w:header="567" w:footer="567" w:gutter="0"/>
</w:sectPr></w:body></w:document>"""

# PL I, I.4: Times New Roman, black. No theme fonts, no kerning; widow control only where a style asks.
_STYLES = f"""<w:styles {_W}>
<w:docDefaults>
<w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{_FONT}" w:eastAsia="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>
<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr>
<w:widowControl w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>
</w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:pPr><w:widowControl w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
<w:rPr>
<w:rFonts w:ascii="{_FONT}" w:eastAsia="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>
<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>
<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>
</w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
</w:styles>"""

# compatibilityMode 14: later modes let Word squeeze spaces to fit one word more on a line.
# doNotUseHTMLParagraphAutoSpacing: space after and space before add up, as they do in our own typesetting.
_SETTINGS = f"""<w:settings {_W}>
<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat>
<w:doNotUseHTMLParagraphAutoSpacing/>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"/>
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification"
 w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
</w:compat>
<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>
</w:settings>"""

_FONTS = f"""<w:fonts {_W}><w:font w:name="{_FONT}">
<w:panose1 w:val="02020603050405020304"/><w:charset w:val="A3"/><w:family w:val="roman"/>
<w:pitch w:val="variable"/></w:font></w:fonts>"""

_CORE = f"""<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>"""

_APP = f"""<Properties xmlns="{_OFFICE}/extended-properties">
<Application>Danvan Desktop</Application></Properties>"""

PARTS = {
    "[Content_Types].xml": _CONTENT_TYPES,
    "_rels/.rels": _PACKAGE_RELATIONS,
    "word/document.xml": _DOCUMENT,
    "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
    "word/styles.xml": _STYLES,
    "word/settings.xml": _SETTINGS,
    "word/fontTable.xml": _FONTS,
    "docProps/core.xml": _CORE,
    "docProps/app.xml": _APP,
}


def blank_docx() -> bytes:
    """Return the file; stored, not deflated, so that its bytes are the same with every zlib."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, xml in PARTS.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            package.writestr(entry, (_XML + xml).encode())
    return buffer.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(blank_docx())
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size} bytes\n")
