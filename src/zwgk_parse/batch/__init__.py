"""Many inputs → a plan each: the pipeline run over folders, archives, lists and object stores.

    sources ──inputs──▶ Input ──run──▶ Job ──engine──▶ Outcome ──run──▶ Entry of the ledger

sources.py finds what the sources stand for, index.py keeps it on disk, run.py decides what is to be
done and writes the ledger, an engine has convert.py do it; session.py is the whole of a run.
engines/ alone knows of processes and clusters, stores/ alone of where things stand and are written.

When all inputs have ended, tables/ puts the plans together and tells which inputs have one plan.
reading.py and status.py give other stages what a batch has written.
"""
