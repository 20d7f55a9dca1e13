"""The order of elements that Word insists on, taken from the sequences of ECMA-376 part 1, annex A (wml.xsd).

Only the elements that a report's file may hold are listed; one that is not listed is an error as well.
"""

from collections.abc import Iterator

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RPR = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_BORDERS = "top left start bottom right end insideH insideV between bar tl2br tr2bl"
SEQUENCES = {
    tag: names.split()
    for tag, names in {
        "pPr": _PPR,
        "rPr": _RPR,
        "pBdr": "top left bottom right between bar",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
        "tblBorders": _BORDERS,
        "tblCellMar": "top left start bottom right end",
        "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
        "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
        "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        "tr": "tblPrEx trPr tc",
        "docDefaults": "rPrDefault pPrDefault",
        "settings": "view zoom mirrorMargins proofState defaultTabStop autoHyphenation evenAndOddHeaders "
        "characterSpacingControl footnotePr endnotePr compat rsids themeFontLang decimalSymbol listSeparator",
        "compat": "doNotUseHTMLParagraphAutoSpacing compatSetting",
    }.items()
}
_FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr"}


def order_faults(root: etree._Element) -> Iterator[str]:
    """Say of each element whose children stand in another order than the schema's what is wrong."""
    for element in root.iter(f"{{{W}}}*"):
        tag = etree.QName(element).localname
        names = [etree.QName(child).localname for child in element]
        if tag in SEQUENCES:
            unknown = [name for name in names if name not in SEQUENCES[tag]]
            if unknown:
                yield f"{tag} may not hold {unknown}"
            elif names != sorted(names, key=SEQUENCES[tag].index):
                yield f"{tag} holds {names}"
        elif _FIRST.get(tag) in names[1:]:
            yield f"{tag}: {_FIRST[tag]} is not first"
        if tag == "tc" and (not names or names[-1] != "p"):
            yield "a cell must end in a paragraph"
