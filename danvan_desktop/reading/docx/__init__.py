"""Parser of Word files (WordprocessingML, ECMA-376): package, styles, numbering, tables, drawings.

Import its modules where they are used: they load lxml, which takes a while.
"""
