"""Copy, cut and paste: between reports, from other programs, in old encodings, into table cells."""
