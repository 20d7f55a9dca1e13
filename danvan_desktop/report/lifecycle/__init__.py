"""A report through the year: outline, request, review, states, outgoing copies, next year."""
