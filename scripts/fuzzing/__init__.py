"""Broken files by the thousand, and what becomes of them."""
