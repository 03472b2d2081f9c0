"""Everything a person wrote, in files that need no Mentor Journal: Markdown, JSON and PDF, unencrypted."""
