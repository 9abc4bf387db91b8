"""Facts: what holds, since when it holds and since when it was known, folded from messages and tables.

``tables`` declares what every fact table holds, ``records`` what the folding reads, ``folding`` makes the
one from the other, ``store`` keeps them as Parquet. Nothing here knows a database.
"""
