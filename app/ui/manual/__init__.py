"""The manual, as F1 shows it: read from resources/manual, and from nowhere else."""
