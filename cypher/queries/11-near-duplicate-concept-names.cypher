// Near-duplicate concept names
// Which concepts are perhaps one, written in two ways? A table: rare concepts and others of their kind with nearly the same words
// (full-text search, at most one edit in a word of more than three letters). Look before merging them.
// :param maximumSeeds => 2
// :param concepts => 80
// :param limit => 50
MATCH (rare:Concept)
WHERE rare.count <= $maximumSeeds
WITH rare
ORDER BY rare.count, rare.id
LIMIT toInteger($concepts)
WITH rare, reduce(text = toLower(rare.name), sign IN split('+ - ! ( ) { } [ ] ^ " ~ * ? : / & | < > =', ' ') + '\\' |
  replace(text, sign, ' ')) AS plain
WITH rare, [word IN split(plain, ' ') WHERE word <> ''] AS words
WHERE size(words) > 0
CALL db.index.fulltext.queryNodes(
  'concept_names',
  reduce(query = '', word IN words | query + ' +name:' + word + CASE WHEN size(word) > 3 THEN '~1' ELSE '' END),
  {limit: 5}
) YIELD node AS other, score
WHERE other <> rare AND other.kind = rare.kind
WITH rare, other, score, abs(size(other.name) - size(rare.name)) AS difference
RETURN rare.name AS concept, rare.count AS seeds, other.name AS perhapsTheSame, other.count AS seedsOfOther,
       round(score, 2) AS score
ORDER BY difference, score DESC, concept
LIMIT toInteger($limit)
