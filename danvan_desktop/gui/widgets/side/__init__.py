"""The side of the text: its panels, their common header, and the tabs where several are open."""
