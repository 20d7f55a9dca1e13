"""Three-way patches of texts and tables."""
