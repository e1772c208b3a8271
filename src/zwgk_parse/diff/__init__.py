"""Plan × Plan → Changes, Trace: which tasks are which, and what became of them.

match.py says which tasks belong together, compare.py what changed in them, apply.py makes the new
plan of the old one; trace.py follows a parent's tasks into its children, siblings.py compares plans
of one parent, lineage.py finds which plan is whose parent.
"""
