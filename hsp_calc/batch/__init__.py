"""Scores of many persons at once: a rule table as one SQL query, and the command that runs it with DuckDB.

- ``table_query``: the query of a table, from the parsed rules that the engine uses;
- ``scoring``: ``score_file`` and ``compare_file`` read CSV, Parquet and JSON Lines of any length;
- ``arrow``: ``score_batch(table, on=…)``, a pure function of an Arrow table, for Spark, Dask and the like.

DuckDB comes with the extra ``batch``; the query alone needs nothing beyond the program.
"""
