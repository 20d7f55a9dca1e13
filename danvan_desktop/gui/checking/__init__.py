"""The panel "Soát lỗi" (F7): slips of typing and violations of rules, found while a report is written."""
