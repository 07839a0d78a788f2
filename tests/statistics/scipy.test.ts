import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { bootstrapMean, bootstrapRatio, resampledPlaces } from '../../src/foundations/statistics/bootstrap.ts'
import { compareScaling } from '../../src/foundations/statistics/compare-scaling.ts'
import { fitStepLaw } from '../../src/foundations/statistics/fit-step-law.ts'
import { mcnemarTest } from '../../src/foundations/statistics/mcnemar.ts'
import { passAtK } from '../../src/foundations/statistics/pass-at-k.ts'
import { scalingCurves } from '../../src/foundations/statistics/scaling-curves.ts'

// A Python with numpy, scipy and statsmodels; REQUIRE_SCIPY=true makes its absence a failure.
const python = process.env['STATISTICS_PYTHON'] ?? 'python3'
const found = spawnSync(python, ['-c', 'import numpy, scipy, statsmodels']).status === 0
if (!found) {
  const missing = `no SciPy and statsmodels in ${python}: name a Python that has them in STATISTICS_PYTHON`
  if (process.env['REQUIRE_SCIPY'] === 'true') throw new Error(missing)
  process.stderr.write(`${missing}; the comparison with them is skipped\n`)
}

const random = randomAt(randomKey('scipy test'), 0)
const passCases = Array.from({ length: 200 }, () => {
  const samples = random.integer(1, 400)
  return [samples, random.integer(0, samples), random.integer(1, samples)] as const
})
const mcnemarCases: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 1],
  [5, 5],
  [0, 30],
  [900, 1000],
  ...Array.from({ length: 100 }, () => [random.integer(0, 60), random.integer(0, 60)] as const),
]
const values = Array.from({ length: 80 }, () => Number(random.chance(0.37)))
const places = Array.from({ length: 500 }, (_, resample) => [...resampledPlaces(values.length, 7, resample)])
const sizes = Array.from({ length: 60 }, () => random.integer(1, 8))
// Samples of one item go together: an item is solved nearly always or nearly never.
const sums = sizes.map((size) => (random.chance(0.5) ? size : Math.floor(size / 4)))
const noise = (): number => (random.float() - 0.5) * 0.02
const trainingSizes = [7500, 15_000, 30_000, 60_000, 120_000, 240_000, 480_000, 960_000]
const curveCases = [
  (n: number) => 0.05 * Math.log(n) - 0.3,
  (n: number) => 1 - 3 * n ** -0.12,
  (n: number) => 0.6 - 40 * n ** -0.5,
  (n: number) => 0.8 - 5 * n ** -0.2,
].flatMap((curve) =>
  [0, 1, 2].map(() =>
    trainingSizes.map((size) => ({
      size,
      accuracy: Math.min(1, Math.max(0, curve(size) + noise())),
      items: random.integer(100, 5000),
    })),
  ),
)
const stepItems = Array.from({ length: 300 }, () => {
  const steps = random.integer(1, 9)
  const right = Array.from({ length: 16 }, () => random.chance(0.86 ** steps)).filter(Boolean).length
  return { steps, samples: 16, right }
})

interface Reference {
  readonly passAtK: readonly number[]
  readonly mcnemar: readonly {
    readonly exactP: number
    readonly binomialP: number
    readonly statistic: number
    readonly chiSquareP: number
  }[]
  readonly percentiles: readonly [number, number]
  readonly bootstrap: readonly [number, number]
  readonly clusters: readonly [number, number]
  readonly curves: readonly Record<
    string,
    {
      readonly parameters: Record<string, number>
      readonly squares: number
      readonly logLikelihood: number
      readonly aicc: number
    }
  >[]
  readonly stepLaw: number
}

function askReference(): Reference {
  const run = spawnSync(python, [join(import.meta.dirname, 'reference.py')], {
    input: JSON.stringify({
      passAtK: passCases,
      mcnemar: mcnemarCases,
      bootstrap: { values, places },
      clusters: { sums, sizes },
      curves: curveCases,
      stepLaw: stepItems,
    }),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (run.status !== 0) throw new Error(`reference.py failed: ${run.stderr}`)
  return JSON.parse(run.stdout) as Reference
}

describe.skipIf(!found)('agrees with SciPy and statsmodels', () => {
  const reference = found ? askReference() : ({} as Reference)

  it('on pass@k of 200 random counts', () => {
    for (const [place, [samples, right, k]] of passCases.entries())
      expect(passAtK(samples, right, k)).toBeCloseTo(reference.passAtK[place] as number, 10)
  })
  it("on McNemar's exact and corrected tests", () => {
    for (const [place, [first, second]] of mcnemarCases.entries()) {
      const ours = mcnemarTest(first, second)
      const theirs = reference.mcnemar[place]
      expect(ours.exactP).toBeCloseTo(theirs?.exactP as number, 9)
      expect(ours.exactP).toBeCloseTo(theirs?.binomialP as number, 9)
      expect(ours.statistic).toBeCloseTo(theirs?.statistic as number, 10)
      expect(ours.chiSquareP).toBeCloseTo(theirs?.chiSquareP as number, 9)
    }
  })
  it('on percentiles of the very same resamples', () => {
    const ours = bootstrapMean(values, { resamples: places.length, seed: 7 })
    expect(ours.low).toBeCloseTo(reference.percentiles[0], 12)
    expect(ours.high).toBeCloseTo(reference.percentiles[1], 12)
  })
  it('on bootstrap intervals, plain and clustered, up to the noise of drawing', () => {
    const plain = bootstrapMean(values, { resamples: 9999 })
    const clustered = bootstrapRatio(sums, sizes, { resamples: 9999 })
    for (const [ours, theirs] of [
      [plain, reference.bootstrap],
      [clustered, reference.clusters],
    ] as const) {
      expect(Math.abs(ours.low - theirs[0])).toBeLessThan(0.013)
      expect(Math.abs(ours.high - theirs[1])).toBeLessThan(0.013)
    }
    // The clusters matter: the samples taken singly would give about half the width.
    expect(clustered.high - clustered.low).toBeGreaterThan(0.15)
  })
  it('on curves, likelihoods and AICc of twelve noisy series', () => {
    for (const [place, points] of curveCases.entries()) {
      const { curves } = compareScaling(points, { resamples: 1 })
      for (const name of scalingCurves) {
        const ours = curves.find((curve) => curve.name === name)
        const theirs = reference.curves[place]?.[name]
        if (ours === undefined || theirs === undefined) throw new Error(`missing: ${name}`)
        // Never worse than theirs, and the same where theirs converged.
        expect(ours.squares).toBeLessThanOrEqual(theirs.squares * (1 + 1e-7))
        expect(ours.logLikelihood).toBeCloseTo(theirs.logLikelihood, 2)
        expect(ours.aicc).toBeCloseTo(theirs.aicc, 2)
        if (name === 'saturating') continue
        for (const [letter, value] of Object.entries(theirs.parameters))
          expect(Math.abs((ours.parameters[letter]?.estimate as number) / value - 1)).toBeLessThan(1e-3)
      }
    }
  })
  it('on the accuracy of one step', () => {
    expect(fitStepLaw(stepItems, { resamples: 2 }).perStep.estimate).toBeCloseTo(reference.stepLaw, 6)
  })
})
