"""An archive of more articles than one machine reads: its stages as tasks that name files, for an engine to spread."""
