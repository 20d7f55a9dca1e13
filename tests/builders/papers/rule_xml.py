"""Drawn lines in a Word file, in the ways in which Word's users draw them."""

from tests.builders.papers.page import Rule

_EMU = 36000
_PT = 72 / 25.4


def rule_xml(rule: Rule, width_mm: float, drop_mm: float = 0.4) -> str:
    """A run with the line, centred in a column ``width_mm`` wide, so far below the top of its paragraph."""
    if rule.kind == "border":
        return ""
    left = (width_mm - rule.mm) / 2
    if rule.kind == "vml":
        return _vml(left, rule.mm, drop_mm)
    return _drawing(rule, left, drop_mm)


def _vml(left: float, length: float, drop: float) -> str:
    start, end, y = left * _PT, (left + length) * _PT, drop * _PT
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:line id="_x0000_s1026" '
        'style="position:absolute;left:0;text-align:left;z-index:251658240" '
        f'from="{start:.1f}pt,{y:.1f}pt" to="{end:.1f}pt,{y:.1f}pt" strokeweight=".75pt"/></w:pict></w:r>'
    )


def _drawing(rule: Rule, left: float, drop: float) -> str:
    length = round(rule.mm * _EMU)
    preset = {"shape": "line", "connector": "straightConnector1"}.get(rule.kind)
    geometry = f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>' if preset else _path(length)
    across, down = round(left * _EMU), round(drop * _EMU)
    return (
        "<w:r><w:rPr><w:noProof/></w:rPr><w:drawing>"
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        'relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{across}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{down}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="3" name="Straight Connector 3"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        f'{geometry}<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def _path(length: int) -> str:
    return (
        f'<a:custGeom><a:avLst/><a:pathLst><a:path w="{length}" h="1">'
        '<a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
        f'<a:lnTo><a:pt x="{length}" y="0"/></a:lnTo></a:path></a:pathLst></a:custGeom>'
    )
