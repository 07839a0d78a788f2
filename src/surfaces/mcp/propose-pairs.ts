import type { Config } from '../../core/config.ts'
import { contentId } from '../../core/identity.ts'
import type { Pair } from '../../core/pair.ts'
import { detailPair } from '../../pipeline/explore/describe-pair.ts'
import type { Explorer } from '../../pipeline/explore/explorer.ts'
import { onShownConcepts, type EditedRun } from '../../pipeline/serving/edited-run.ts'
import { openInstantGenerator } from '../../pipeline/serving/generate-now.ts'
import { generationConfig } from '../../pipeline/serving/generation-config.ts'
import { configOnGraph } from '../../pipeline/run-on-graph.ts'
import { engineOpener, type Workspace } from '../../wire.ts'
import type { PairDetail } from '../api/contract/pairs.ts'
import type { ToolAnswer } from './answer-tool.ts'
import type { ProposeInput } from './tool-inputs.ts'

/** What proposals may ask a model for. */
export interface AllowedModel {
  readonly name: string
  /** Most that all proposals of a workspace by this model may cost together, in the currency of the price file. */
  readonly maximumCost: number
}

export interface ProposalParts {
  readonly explorer: Explorer
  readonly stores: Workspace
  readonly config: Config
  readonly model?: AllowedModel
  readonly signal: AbortSignal
}

export interface Proposals {
  propose(input: ProposeInput): Promise<ToolAnswer>
  close(): Promise<void>
}

/** Draws of a model for each pair that is wanted. */
const drawsPerPair = 3

/** Pairs that are answered and stored nowhere; a model's requests and replies are written down in the workspace as ever. */
export function openProposals({ explorer, stores, config, model, signal }: ProposalParts): Proposals {
  /** Proposals are made on the graph as it is shown. */
  const loadBase = async (run?: string): Promise<EditedRun> => ({
    ...(await explorer.viewOf(run === undefined ? {} : { run })),
    seeds: [],
  })
  const instant = openInstantGenerator({ config, loadBase, threads: 1 })
  let last: Promise<unknown> = Promise.resolve()

  async function byModel(input: ProposeInput, allowed: AllowedModel): Promise<ToolAnswer> {
    const base = await loadBase(input.run)
    const seeds = await stores.graph.seeds(base.run.seedIds)
    const { engine: _engine, ...request } = onShownConcepts(input, base)
    const limits = { models: [allowed.name], maximumCost: allowed.maximumCost }
    const wanted = configOnGraph(generationConfig(config, { ...request, engine: 'model' }, limits), base)
    // One id for all proposals by a model: the cap counts what was spent before.
    const runId = contentId('proposals', allowed.name)
    const engine = await engineOpener(stores, signal)(runId, wanted)
    try {
      const { graph, contributions } = base
      const source = engine.openSource({ runId, config: wanted, graph, contributions }, seeds)
      const pairs: Pair[] = []
      const skipped: Record<string, number> = {}
      for (let index = 0; pairs.length < input.count && index < drawsPerPair * input.count; index++) {
        const draw = await source.draw(index)
        if (draw.outcome === 'pair') pairs.push(draw.pair)
        else skipped[draw.reason] = (skipped[draw.reason] ?? 0) + 1
      }
      return answer(
        pairs.map((pair) => detailPair(pair, base)),
        skipped,
        { cost: engine.calls?.cost ?? 0 },
      )
    } finally {
      await engine.close()
    }
  }

  return {
    async propose(input) {
      if (input.engine !== 'model' || model === undefined) {
        const { engine: _engine, preset: _preset, ...request } = input
        const { pairs, skipped } = await instant.generate(request)
        return answer(pairs, skipped, {})
      }
      // One after another, so that each counts what the one before has spent.
      const made = last.then(() => byModel(input, model))
      last = made.catch(() => {})
      return made
    },
    close: () => instant.close(),
  }
}

function answer(
  pairs: readonly PairDetail[],
  skipped: Readonly<Record<string, number>>,
  spent: { readonly cost?: number },
): ToolAnswer {
  const data = {
    pairs: pairs.map(
      ({
        id,
        question,
        solution,
        finalAnswer,
        rung,
        difficulty,
        method,
        marks,
        requested,
        realised,
        verdict,
      }) => ({
        id,
        question,
        solution,
        finalAnswer,
        rung,
        difficulty,
        method,
        marks,
        requested,
        realised,
        checks: verdict.checks,
      }),
    ),
    skipped,
    ...spent,
  }
  const lines = pairs.map(
    ({ question, finalAnswer, rung }) => `${question}\nanswer: ${finalAnswer} (rung ${rung})`,
  )
  return { data, text: pairs.length === 0 ? 'no pair came of the draws' : lines.join('\n\n') }
}
