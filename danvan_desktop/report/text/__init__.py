"""Vietnamese text: Unicode normalisation, search folding, syllables, legacy encodings, figures, dates."""
