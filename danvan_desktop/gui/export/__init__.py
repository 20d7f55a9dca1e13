"""The dialog "Xuất tệp": which paper, which files, where, what is unfinished, and the result."""
