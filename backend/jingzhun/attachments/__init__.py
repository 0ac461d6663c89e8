"""Files people upload as evidence: scans of decisions. Sealed at rest, read by who may read them.

Knows no record: the package that takes a file says which permission opens it. Never serves a file
inline and never believes what a browser says about its type.
"""
