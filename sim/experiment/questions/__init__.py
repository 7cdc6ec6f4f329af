"""Questions: what a person asks of a campaign, in a small language over measures, places and dates."""
