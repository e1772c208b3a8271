"""Many inputs → a plan each: the pipeline run over folders, archives, lists and object stores.

    sources ──inputs──▶ Found ──run──▶ Job ──engine──▶ Outcome ──run──▶ Entry of the ledger

inputs.py finds what the sources stand for, index.py keeps it on disk, run.py decides what is to be
done and writes the ledger, an engine (pool.py on this machine, ray.py on a cluster) has convert.py
do it. Nothing but ray.py knows of a cluster, nothing but store.py and remote.py of where things
are written.

When all inputs have ended, assembly.py and parquet.py put the plans together (rows.py fills the
columns that codebook.py explains), and same.py tells which inputs have one plan. reading.py gives
other stages what a batch has written.
"""
