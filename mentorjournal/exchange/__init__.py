"""Ways in and out for a person's own words: importers now; archive and Markdown out follow."""
