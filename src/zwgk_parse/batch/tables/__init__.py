"""The plans of a finished batch together: lines, Parquet tables with a codebook, same plans."""
