"""OpenDocument texts (.odt): what of them is read beside what Word or LibreOffice makes of them."""
