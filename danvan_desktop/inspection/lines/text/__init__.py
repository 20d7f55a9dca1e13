"""C. Nội dung: legal bases, citations, headings, khoản, điểm, running text, end mark."""
