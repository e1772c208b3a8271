"""Many files → Report: which files, what is told of them, what was accepted before.

inputs.py finds the files, run.py has each read and checked, rules.py says what is told and what
fails, baseline.py knows what was accepted.
"""
