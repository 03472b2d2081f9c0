"""Set-up with nothing but the standard library: the environment, the system libraries, the hand-over."""
