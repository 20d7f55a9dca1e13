"""Pages of HTML as programs put them on the clipboard."""
# ruff: noqa: E501 - samples read best in lines as long as they are

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>Tên tệp</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<link rel=File-List href="file:///C:/clip_filelist.xml"><style><!-- @font-face {font-family:"Cambria Math";}
p.MsoNormal {mso-style-name:"Chữ thường"; margin:0cm;} --></style>
<!--[if gte mso 10]><style> table.MsoNormalTable {mso-style-name:"Bảng thường";} </style><![endif]--></head>
<body lang=VI><!--StartFragment-->
<p class=MsoNormal style='text-align:justify'><b><span lang=VI>1.</span></b><span lang=VI><span
style='mso-spacerun:yes'>&nbsp;&nbsp; </span>Đã tổ chức
thực hiện 57&#8239;% việc<span style='display:none;mso-hide:all'>ẩn</span>; xem “Phụ&shy;lục”<o:p></o:p></span></p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>a)<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Nghị quyết s\u1ed1&nbsp;25-NQ/TW &amp; 49 &lt;a&gt;<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Việc</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""
EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {mso-number-format:"Short Date";} --></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse: collapse'>
<col width=64 span=2 style='width:48pt'><!--StartFragment-->
<tr height=20><td height=20 class=xl65 x:num="45292">1/1/2024</td><td colspan=2>Tổng&nbsp;số</td></tr>
<tr height=20><td align=right x:num>1</td><td align=right>1</td><td rowspan=2>11</td></tr>
<tr height=20><td></td><td>-</td></tr><!--EndFragment--></table></body></html>"""
GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"
style="line-height:1.38;"><span style="font-size:11pt;white-space:pre-wrap;">Báo cáo  kết quả</span></p><br />
<ol style="padding-inline-start:48px;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Một</span></p></li>
<li dir="ltr"><p><span>2. Hai</span></p></li></ol><div dir="ltr"><table><colgroup><col width="312"/></colgroup><tbody><tr><td><p>ô</p></td>
<td><p>kề</p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">"""
LIBREOFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.4 (Linux)"/><style type="text/css">p { line-height: 115% }</style></head><body>
<h1 class="western">I. KẾT QUẢ</h1><p>- Việc thứ nhất;<br/>
+ Việc con</p><ul><li><p>mục</p><ul><li><p>mục con</p></li></ul></li></ul><dl><dt>Từ</dt><dd>Nghĩa</dd></dl></body></html>"""
BROWSER = """<meta http-equiv="content-type" content="text/html; charset=utf-8"><div style="color: rgb(0, 0, 0)"><h2>Tin
 mới</h2><a href="https://a.vn/?a=1&amp;b=2">Xem thêm</a> <img src="data:image/png;base64,AAAA" alt="ảnh"><span>x<sup>2</sup></span>
<select><option>Hà Nội</option><option selected>Huế</option></select><button>Gửi</button><noscript>Bật</noscript>
<pre>mã
  lệnh</pre><div hidden>ẩn</div><blockquote>Co\u0302ng ta\u0301c d\u00e2n v\u1ea1\u0302n, Ti\u1ebfng</blockquote><script>var a = "<p>b</p>";</script>
<ruby>漢<rt>Hán</rt></ruby> &copy; 2024 &hellip; 5 &lt; 6 &#x1F600; Đổi&zwnj;mới <wbr>th\u00f4ng<b>tin</b></div>"""
CLIPBOARDS = {
    "Word": WORD,
    "Excel": EXCEL,
    "Google Docs": GOOGLE,
    "LibreOffice": LIBREOFFICE,
    "a browser": BROWSER,
}
