"""Everything that visitors see: the booth's window, its QML, and what reaches QML."""
