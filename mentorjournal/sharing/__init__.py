"""What may leave a journal: the summary a person hands out, offered line by line, and the recovery kit."""
