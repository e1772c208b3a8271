"""What does the work: processes on this machine (pool.py) or actors of a Ray cluster (ray.py)."""
