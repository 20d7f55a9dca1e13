"""The proof-reader (soát lỗi gõ): finds mistyped syllables, offline and with the standard library alone."""
