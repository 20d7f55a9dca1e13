"""The panel "Lịch sử sửa đổi": versions of the open report, how they differ, and restoring them."""
