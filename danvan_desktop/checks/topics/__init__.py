"""The topics of the rules on content, one a module: each gives its ``RULES``."""
