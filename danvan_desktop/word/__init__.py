"""What every reader of a Word file needs: names of its XML, and the numbers Word makes itself."""
