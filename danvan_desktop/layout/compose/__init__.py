"""REPORT -> DOCUMENT: the report as styled flow by Nghị định 30/2020/NĐ-CP."""
