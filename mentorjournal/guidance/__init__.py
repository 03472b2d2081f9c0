"""What the journal works out for its writer: where things stand, what is worth a look. It never decides."""
