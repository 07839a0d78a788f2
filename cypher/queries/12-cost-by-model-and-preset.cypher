// Cost by model and preset
// What did each model and preset cost, and what does one stored pair cost? A table over all runs, dearest first.
// :param limit => 50
MATCH (run:Run)
WITH run, COUNT { (run)<-[:PRODUCED_IN]-() } AS pairs
WITH coalesce(run.model, 'none') AS model, coalesce(run.preset, run.engine) AS preset,
     count(run) AS runs, sum(pairs) AS pairs, sum(coalesce(run.cost, 0)) AS cost
RETURN model, preset, runs, pairs, round(cost, 4) AS cost,
       CASE WHEN pairs = 0 THEN null ELSE round(cost / pairs, 6) END AS costOfAPair
ORDER BY cost DESC, model, preset
LIMIT toInteger($limit)
