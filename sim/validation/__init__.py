"""Campaigns held against the record: hindcasts, forecast scores, stylised facts."""
