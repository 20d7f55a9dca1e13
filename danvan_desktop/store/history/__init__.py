"""The history of stored reports: versions, which of them are kept, and the files that were exported."""
