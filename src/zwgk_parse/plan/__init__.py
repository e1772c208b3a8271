"""The second noun: what a plan says, first in its own words (raw), then normalised (model)."""
