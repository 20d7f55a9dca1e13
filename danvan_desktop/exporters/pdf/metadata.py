"""PDF metadata, twice as PDF/A asks: the information dictionary and the XMP packet."""

from datetime import datetime
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFString

from danvan_desktop import __version__
from danvan_desktop.exporters.pdf.objects import Dictionary, dictionary, string
from danvan_desktop.layout.document import Metadata

_PROGRAM = f"Danvan Desktop {__version__}"
_PRODUCER = "ReportLab PDF Library"
_EXTENSION_SCHEMA = """
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>"""


def information(metadata: Metadata) -> Dictionary:
    """The information dictionary; dates are the report's, never the clock's."""
    date = _pdf_date(metadata.modified)
    entries = dictionary(
        Title=string(metadata.title),
        Creator=string(_PROGRAM),
        Producer=string(_PRODUCER),
        CreationDate=date,
        ModDate=date,
    )
    if metadata.author:
        entries["Author"] = string(metadata.author)
    return entries


def xmp(metadata: Metadata) -> bytes:
    """The XMP packet: PDF/A-2a, PDF/UA-1 and the same facts as :func:`information`."""
    date = metadata.modified.replace(microsecond=0).isoformat()
    author = ""
    if metadata.author:
        author = f"<dc:creator><rdf:Seq><rdf:li>{_xml(metadata.author)}</rdf:li></rdf:Seq></dc:creator>"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_xml(metadata.title)}</rdf:li></rdf:Alt></dc:title>
   {author}
   <dc:language><rdf:Bag><rdf:li>{metadata.language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>{_PROGRAM}</xmp:CreatorTool>
   <xmp:CreateDate>{date}</xmp:CreateDate>
   <xmp:ModifyDate>{date}</xmp:ModifyDate>
   <pdf:Producer>{_PRODUCER}</pdf:Producer>
  </rdf:Description>{_EXTENSION_SCHEMA}
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""".encode()


def _xml(text: str) -> str:
    """``text`` for an XML element, without the control characters XML cannot hold."""
    return escape("".join(character for character in text if character >= " "))


def _pdf_date(moment: datetime) -> PDFString:
    """``D:20251124103205+07'00'`` (ISO 32000-1, 7.9.4)."""
    zone = moment.strftime("%z") or "+0000"
    return string(f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'")
