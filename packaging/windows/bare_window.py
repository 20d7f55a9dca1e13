"""A window and nothing else: what check.sh compares the program's start with."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Bare window")
window.showMaximized()
sys.exit(application.exec())
