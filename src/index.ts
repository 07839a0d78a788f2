// The public API: what a program may build on. Everything else may change between minor versions.
export type { Concept, ConceptKind, Extraction, SeedContribution } from './core/concept.ts'
export type { ConceptEdge, ConceptGraph, EdgeKind } from './core/concept-graph.ts'
export type { ConceptPath, PathStep, WalkMode } from './core/concept-path.ts'
export type { Config } from './core/config.ts'
export type { Draft } from './core/draft.ts'
export {
  BudgetError,
  ConceptloomError,
  ConfigurationError,
  MalformedInputError,
  ProviderError,
  StoreError,
  UsageError,
} from './core/errors.ts'
export { loadConfig } from './core/load-config.ts'
export type { Pair } from './core/pair.ts'
export type { Extractor, Generator, GraphStore, Ledger, PairStore, RunStore } from './core/ports.ts'
export type { Seed } from './core/seed.ts'
export type { Check, Rung, Verdict } from './core/verdict.ts'
export type { Grade, GradeMethod, GradeOutcome } from './foundations/answers/grade.ts'
export { gradeAnswer } from './foundations/answers/grade-answer.ts'
export { explainPair } from './pipeline/explain-pair.ts'
export { exportRun } from './pipeline/export-run.ts'
export { resumePipeline, runPipeline } from './pipeline/run-pipeline.ts'
export { findRun, loadStoredRun } from './pipeline/stored-run.ts'
export { gatherConcepts } from './steps/extract/gather-concepts.ts'
export { labelProblem } from './steps/extract/label-problem.ts'
export { createProceduralGenerator } from './steps/generate/procedural/procedural-generator.ts'
export { buildGraph } from './steps/graph/build-graph.ts'
export { graphStatistics } from './steps/graph/graph-statistics.ts'
export { admitSeeds } from './steps/seeds/admit-seeds.ts'
export { readSeeds } from './steps/seeds/read-seeds.ts'
export { selectDiverse } from './steps/seeds/select-diverse.ts'
export { verifyDraft } from './steps/verify/verify-draft.ts'
export { samplePath } from './steps/walk/sample-path.ts'
export { planWalks } from './steps/walk/walk-plan.ts'
export { engineOpener, openExtractor, openStores } from './wire.ts'
