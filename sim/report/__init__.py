"""Results for readers: pages, figures, maps and a narrative."""
