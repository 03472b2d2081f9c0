"""The values of the field, a file for each noun: frozen dataclasses, enums, rules that need nothing else."""
