import { listDelimiter } from './csv-file.ts'

export type NodeFile =
  | 'seeds'
  | 'topics'
  | 'knowledge-points'
  | 'concepts'
  | 'graphs'
  | 'walks'
  | 'pairs'
  | 'runs'
  | 'families'
  | 'stores'

export type RelationshipFile =
  | 'has-topic'
  | 'tests'
  | 'co-occurs-with'
  | 'holds'
  | 'part-of'
  | 'requires'
  | 'visited'
  | 'supported-by'
  | 'sampled-by'
  | 'produced-in'
  | 'requested'
  | 'covers'
  | 'shown'
  | 'derived-from-seeds'
  | 'derived-from-pairs'
  | 'exercises'

/** Nodes by file: labels, then the columns. A group in brackets is where relationships find them. */
export const nodeFiles: Readonly<Record<NodeFile, readonly [labels: string, header: string]>> = {
  seeds: [
    'Seed',
    'id:ID(Seed),name,question,answer,source,split,license,subject,level:long,concepts:string[],body',
  ],
  topics: ['Topic:Concept', conceptColumns()],
  'knowledge-points': ['KnowledgePoint:Concept', conceptColumns()],
  // Referred to by pairs and in no graph that was written.
  concepts: ['Concept', 'id:ID(Concept),name'],
  graphs: ['Graph', 'id:ID(Graph),name,seedCount:long,isComplete:boolean'],
  walks: ['Walk', 'id:ID(Walk),name,mode,index:long,runSeed:long,graphVersion,body'],
  pairs: [
    'Pair',
    ':ID(Pair),id,runId,index:long,name,question,solution,finalAnswer,method,model,difficulty:double,rung:long,votes:long,of:long,split,marks:string[],body',
  ],
  runs: [
    'Run',
    'id:ID(Run),name,config,kept,graphVersion,seedIds:string[],engine,preset,model,lastIndex:long,state,cursor:long,counters,pairs:long,stored:long,lastWrite,cost:double',
  ],
  families: ['Family', 'id:ID(Family),name,level:long,taxonomyIds:string[]'],
  stores: ['Store', 'id:ID(Store),name,schema:long,stored:long'],
}

function conceptColumns(): string {
  return 'id:ID(Concept),name,key,kind,definition,count:long,aliases:string[],taxonomyId'
}

/** Relationships by file: type, start, end and the columns between. */
export const relationshipFiles: Readonly<
  Record<RelationshipFile, readonly [type: string, start: string, end: string, columns: string]>
> = {
  'has-topic': ['HAS_TOPIC', 'Seed', 'Concept', ''],
  tests: ['TESTS', 'Seed', 'Concept', ''],
  'co-occurs-with': ['CO_OCCURS_WITH', 'Concept', 'Concept', 'count:long'],
  holds: ['HOLDS', 'Graph', 'Concept', 'place:long,body,neighbours:long[],counts:long[],seeds:string[]'],
  'part-of': ['PART_OF', 'Concept', 'Concept', ''],
  requires: ['REQUIRES', 'Concept', 'Concept', ''],
  visited: ['VISITED', 'Walk', 'Concept', 'step:long,phase,probability:double'],
  'supported-by': ['SUPPORTED_BY', 'Walk', 'Seed', ''],
  'sampled-by': ['SAMPLED_BY', 'Pair', 'Walk', ''],
  'produced-in': ['PRODUCED_IN', 'Pair', 'Run', ''],
  requested: ['REQUESTED', 'Pair', 'Concept', ''],
  covers: ['COVERS', 'Pair', 'Concept', ''],
  shown: ['SHOWN', 'Pair', 'Seed', ''],
  'derived-from-seeds': ['DERIVED_FROM', 'Pair', 'Seed', 'method'],
  'derived-from-pairs': ['DERIVED_FROM', 'Pair', 'Pair', 'method'],
  exercises: ['EXERCISES', 'Family', 'Concept', ''],
}

/** Arguments after `neo4j-admin database import full`, for a command that runs inside the folder. */
export function importArguments(): readonly string[] {
  return [
    'neo4j',
    '--overwrite-destination',
    '--multiline-fields=true',
    '--legacy-style-quoting=false',
    `--array-delimiter=${listDelimiter}`,
    ...Object.entries(nodeFiles).map(([file, [labels]]) => `--nodes=${labels}=${file}.csv`),
    ...Object.entries(relationshipFiles).map(([file, [type]]) => `--relationships=${type}=${file}.csv`),
  ]
}
