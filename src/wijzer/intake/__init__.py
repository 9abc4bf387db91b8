"""Taking in: an outside file becomes records without names, or is set aside with a clear reason.

The only room that reads foreign files. Originals are kept encrypted, the journal says what counts.
"""
