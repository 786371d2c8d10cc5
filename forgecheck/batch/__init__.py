"""Many files: worker processes, results as they come, one broken file never ends the run."""
