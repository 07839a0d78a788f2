// Constraints, range indexes and full-text indexes. Every statement may be repeated.
CREATE CONSTRAINT seed_id IF NOT EXISTS FOR (seed:Seed) REQUIRE seed.id IS UNIQUE;
CREATE CONSTRAINT concept_id IF NOT EXISTS FOR (concept:Concept) REQUIRE concept.id IS UNIQUE;
CREATE CONSTRAINT graph_id IF NOT EXISTS FOR (graph:Graph) REQUIRE graph.id IS UNIQUE;
CREATE CONSTRAINT walk_id IF NOT EXISTS FOR (walk:Walk) REQUIRE walk.id IS UNIQUE;
CREATE CONSTRAINT pair_place IF NOT EXISTS FOR (pair:Pair) REQUIRE (pair.runId, pair.index) IS UNIQUE;
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (run:Run) REQUIRE run.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (claim:Claim) REQUIRE claim.id IS UNIQUE;
CREATE CONSTRAINT family_id IF NOT EXISTS FOR (family:Family) REQUIRE family.id IS UNIQUE;
CREATE CONSTRAINT store_id IF NOT EXISTS FOR (store:Store) REQUIRE store.id IS UNIQUE;
CREATE INDEX pair_id IF NOT EXISTS FOR (pair:Pair) ON (pair.id);
CREATE INDEX pair_marks IF NOT EXISTS FOR (pair:Pair) ON (pair.marks);
CREATE INDEX concept_name IF NOT EXISTS FOR (concept:Concept) ON (concept.name);
CREATE INDEX concept_count IF NOT EXISTS FOR (concept:Concept) ON (concept.count);
CREATE INDEX topic_name IF NOT EXISTS FOR (topic:Topic) ON (topic.name);
CREATE INDEX topic_count IF NOT EXISTS FOR (topic:Topic) ON (topic.count);
CREATE INDEX knowledge_point_name IF NOT EXISTS FOR (point:KnowledgePoint) ON (point.name);
CREATE INDEX knowledge_point_taxonomy_id IF NOT EXISTS FOR (point:KnowledgePoint) ON (point.taxonomyId);
CREATE INDEX knowledge_point_count IF NOT EXISTS FOR (point:KnowledgePoint) ON (point.count);
CREATE INDEX co_occurrence_count IF NOT EXISTS FOR ()-[edge:CO_OCCURS_WITH]-() ON (edge.count);
CREATE FULLTEXT INDEX concept_names IF NOT EXISTS FOR (concept:Concept) ON EACH [concept.name, concept.definition];
CREATE FULLTEXT INDEX questions IF NOT EXISTS FOR (text:Seed|Pair) ON EACH [text.question]
  OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};
