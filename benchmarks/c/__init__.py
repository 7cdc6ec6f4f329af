"""The C twin of the compiled engine."""
