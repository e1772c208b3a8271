"""RawPlan → Plan: the words of each field read as owners, deadlines and facts."""
