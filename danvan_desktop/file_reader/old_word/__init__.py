"""Old Word files (.doc): Word or LibreOffice, where one is installed, saves them as .docx."""
