"""What finished campaigns leave on disk: manifest, tables, and their replay."""
