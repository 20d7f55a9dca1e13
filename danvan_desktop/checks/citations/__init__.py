"""Citations of documents (viện dẫn): read from text, registered, and completed from earlier reports."""
