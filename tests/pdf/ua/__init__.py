"""Our own check of PDF/UA-1: a table of requirements by their number in the Matterhorn Protocol, and the walk
through a finished file that each of them looks at. `python -m tests.pdf.ua FILE` prints the table for a file.
"""
