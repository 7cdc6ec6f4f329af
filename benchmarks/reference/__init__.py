"""The reference: the same rules as a Mesa programmer would write them, on agents, networkx and a DataCollector."""
