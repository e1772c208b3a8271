"""Many inputs → a plan each: the pipeline run over folders, archives, lists and object stores.

    sources ──inputs──▶ Found ──run──▶ Job ──engine──▶ Outcome ──run──▶ Entry of the ledger

inputs.py finds what the sources stand for, index.py keeps it on disk, run.py decides what is to be
done and writes the ledger, an engine (pool.py on this machine, ray.py on a cluster) has convert.py
do it. Nothing but ray.py knows of a cluster, nothing but store.py and remote.py of where things
are written.
"""
