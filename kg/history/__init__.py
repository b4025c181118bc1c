"""What a graph of many articles says in the course of time, and where it contradicts itself."""
