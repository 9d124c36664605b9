"""A match in its sentence becomes wording that fits."""
