"""The outline beside the text: its entries, how they are shown, and where one of them may be moved."""
