// Waits for the index of the edges' counts.
CALL db.awaitIndex('co_occurrence_count', 600)
