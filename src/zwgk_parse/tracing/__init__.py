"""One parent, many children: the children are read one after the other, or by several processes.

reading.py tells a stored plan from what is the matter with it; workers.py deals the lines of a long
file out to processes.
"""
