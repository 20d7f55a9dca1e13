"""Document structure recognition: the parts of a report in a flow of paragraphs from any kind of file."""
