"""A campaign played in the browser: map, charts, controls."""
