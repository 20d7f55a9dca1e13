"""The states of a report (Tình trạng): request, signing, issue (ban hành)."""
