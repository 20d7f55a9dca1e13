"""How lines of the sheet are measured: judgement, formatting, lengths, and parts of the file they share."""
