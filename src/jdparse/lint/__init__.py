"""Checks of what a job description says."""
