import './generate.css'
import '../pairs/pairs.css'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { GenerationResponse } from '../../api/contract/generations.ts'
import type { Problem } from '../../api/contract/problem.ts'
import { startGeneration } from '../client/data-requests.ts'
import { problemFrom } from '../client/use-loaded.ts'
import { CodeBlock } from '../components/code-block.tsx'
import { PageHead } from '../components/page-head.tsx'
import { EmptyState, ErrorState, Loading } from '../components/states.tsx'
import { place } from '../router/place.ts'
import { GeneratedPairs } from './generated-pairs.tsx'
import { GenerationForm } from './generation-form.tsx'
import { GeneratingRun } from './generating-run.tsx'
import { generationRequest, readChoices } from './generation-choices.ts'

type Work =
  | { readonly state: 'none' | 'asking' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'done'; readonly answer: GenerationResponse }

/** Pairs on chosen concepts or on walks: a few at once, many as a run. */
export function GenerateView(): JSX.Element {
  const [work, setWork] = useState<Work>({ state: 'none' })
  const choices = readChoices(place.value.query)
  const request = generationRequest(choices)
  const start = async (): Promise<void> => {
    setWork({ state: 'asking' })
    try {
      const { value } = await startGeneration(request)
      setWork({ state: 'done', answer: value })
    } catch (cause) {
      setWork({ state: 'failed', problem: problemFrom(cause) })
    }
  }
  return (
    <>
      <PageHead
        title="Generate"
        note="Up to 200 pairs of the procedural engine stand here at once and are stored nowhere. More of them, and every pair of a model, become a run."
      />
      <div class="generate-layout">
        <div class="stack is-loose">
          <GenerationForm choices={choices} isBusy={work.state === 'asking'} onStart={() => void start()} />
          <CodeBlock label="The same as curl" code={curlOf(request)} />
        </div>
        <section class="stack" aria-label="Generated pairs" aria-live="polite">
          <Shown work={work} retry={() => void start()} />
        </section>
      </div>
    </>
  )
}

function Shown({ work, retry }: { work: Work; retry: () => void }): JSX.Element {
  if (work.state === 'asking') return <Loading label="Weaving" lines={8} />
  if (work.state === 'failed') return <ErrorState problem={work.problem} retry={retry} />
  if (work.state === 'done')
    return 'pairs' in work.answer ? (
      <GeneratedPairs generation={work.answer} />
    ) : (
      <GeneratingRun id={work.answer.id} />
    )
  return (
    <EmptyState title="Nothing woven yet">
      <p>Choose knowledge points that every pair shall need, or leave them out and let walks choose.</p>
    </EmptyState>
  )
}

function curlOf(request: object): string {
  const body = JSON.stringify(request).replaceAll("'", String.raw`'\''`)
  return `curl -X POST ${location.origin}/v1/generations \\\n  -H 'content-type: application/json' \\\n  -d '${body}'`
}
