"""Page settings of the open report: dialogs "Trình bày" and "Thu gọn cho vừa trang"."""
