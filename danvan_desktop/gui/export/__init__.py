"""The dialog "Xuất bản": which paper, which files, where, what is unfinished, and the result."""
