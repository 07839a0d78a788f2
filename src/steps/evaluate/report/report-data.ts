import type { ScalingComparison } from '../../../foundations/statistics/compare-scaling.ts'
import type { ScalingPoint } from '../../../foundations/statistics/scaling-curves.ts'
import type { ContentId } from '../../../core/identity.ts'
import type { BenchSet } from '../bench-item.ts'
import type { ModelComparison } from '../compare-models.ts'
import type { ConceptDiagnosis } from '../diagnose-concepts.ts'
import type { ErrorFinding, ErrorType } from '../error-types.ts'
import type { Evaluation } from '../evaluation.ts'
import type { ScoreSummary } from '../summarise-scores.ts'

/** A set of the bench, as the report names and counts it. */
export interface ReportedSet {
  readonly set: BenchSet
  readonly title: string
  /** Items of the copy that was evaluated, and those of the paper's table. */
  readonly items: number
  readonly published: number
  readonly licenses: readonly string[]
}

/** A wrong completion, with what is needed to see that it is wrong. */
export interface ErrorExample {
  readonly itemId: ContentId
  readonly set: BenchSet
  readonly question: string
  readonly answer: string
  readonly completion: string
  readonly finding: ErrorFinding
}

export interface ModelErrors {
  /** Wrong completions. */
  readonly wrong: number
  readonly counts: Readonly<Record<ErrorType, number>>
  readonly sets: readonly { readonly set: BenchSet; readonly counts: Readonly<Record<ErrorType, number>> }[]
  /** Of the slips: right, or still wrong, once mended. */
  readonly mended: { readonly correct: number; readonly wrong: number; readonly unknown: number }
  /** A few of each type. */
  readonly examples: readonly ErrorExample[]
}

/** One model on the bench. */
export interface ModelReport {
  readonly name: string
  readonly evaluation?: Evaluation
  readonly items: number
  readonly completions: number
  /** By our checker. */
  readonly scores: ScoreSummary
  /** By MwpBench's published rule. */
  readonly lenient: ScoreSummary
  readonly errors: ModelErrors
  readonly concepts: ConceptDiagnosis
  /** SHA-256 of the graded completions. */
  readonly sha256: string
}

/** All that a report shows; `report.json`. It holds no clock, no host and no path. */
export interface EvaluationReport {
  readonly tool: 'conceptloom'
  readonly kind: 'evaluation-report'
  readonly version: string
  readonly sets: readonly ReportedSet[]
  readonly models: readonly ModelReport[]
  /** Each later model against the first. */
  readonly comparisons: readonly {
    readonly first: string
    readonly second: string
    readonly comparison: ModelComparison
  }[]
  readonly scaling?: { readonly points: readonly ScalingPoint[]; readonly comparison: ScalingComparison }
}
