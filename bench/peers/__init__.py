"""The same numbers in other ways: by SQL written by hand, by Polars and by pandas.

Each peer is given the folder of the fact tables and the question, reads the same Parquet files, and gives
for every period and gemeente the parts of the six indicators with the persons behind them. What the
definitions leave out it drops; Wijzer counts that too.
"""
