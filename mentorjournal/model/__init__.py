"""The values of the field, one file for each noun: frozen dataclasses, enums and rules that need nothing else."""
