import './concept.css'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ConceptDetail } from '../../api/contract/concepts.ts'
import { getConcept } from '../client/graph-requests.ts'
import { useLoaded } from '../client/use-loaded.ts'
import { MathsText } from '../components/maths-text.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Await, ErrorState } from '../components/states.tsx'
import { formatAmount, formatCount, formatShare, kindName } from '../format-figures.ts'
import { chosenRun, hrefTo } from '../router/place.ts'
import type { ViewProps } from '../routes.ts'
import { ConceptEdits } from './concept-edits.tsx'
import { ConceptPairs } from './concept-pairs.tsx'
import { ConceptSeeds } from './concept-seeds.tsx'
import { NeighbourBars } from './neighbour-bars.tsx'

/** All that is known of one concept. */
export function ConceptView({ parts }: ViewProps): JSX.Element {
  const id = parts['id'] ?? ''
  const run = chosenRun.value
  const inRun = run === undefined ? {} : { run }
  const loaded = useLoaded(`concept:${id}:${run}`, (signal) => getConcept(id, inRun, signal))
  if (loaded.state === 'failed' && loaded.previous === undefined)
    return (
      <>
        <PageHead title="Concept" />
        <ErrorState problem={loaded.problem} retry={loaded.retry} />
      </>
    )
  return (
    <Await loaded={loaded} lines={8}>
      {(concept) => (
        <>
          <Head concept={concept} />
          <div class="stack is-loose">
            <About concept={concept} />
            <div class="columns">
              <NeighbourBars id={id} inRun={inRun} />
              <div class="stack is-loose">
                <Usage concept={concept} />
                <ConceptEdits concept={concept} />
              </div>
            </div>
            <div class="columns">
              <ConceptPairs id={id} inRun={inRun} />
              <ConceptSeeds id={id} inRun={inRun} />
            </div>
          </div>
        </>
      )}
    </Await>
  )
}

function Head({ concept }: { concept: ConceptDetail }): JSX.Element {
  const { id, name, kind } = concept
  useEffect(() => {
    document.title = `${name} · conceptloom`
  }, [name])
  return (
    <PageHead title={name} note={kindName(kind)}>
      <div class="button-row">
        <a class="button" href={hrefTo('/', { concept: id, selected: id })}>
          Show in the graph
        </a>
        {kind === 'topic' ? (
          <a class="button" href={hrefTo('/walks', { start: id })}>
            Walk from here
          </a>
        ) : (
          <a class="button" href={hrefTo('/generate', { concepts: id })}>
            Generate pairs
          </a>
        )}
      </div>
    </PageHead>
  )
}

function About({ concept }: { concept: ConceptDetail }): JSX.Element {
  const { definition, aliases, name, requires, count, degree, accuracy } = concept
  const others = aliases.filter((alias) => alias.name !== name)
  return (
    <section class="concept-about" aria-label="What it is">
      <p class="concept-definition">
        {definition === undefined ? (
          <span class="soft">No definition: the extractor named it and gave none.</span>
        ) : (
          <MathsText text={definition} />
        )}
      </p>
      <dl class="figures">
        <div>
          <dt>Seeds</dt>
          <dd>{formatCount(count)}</dd>
        </div>
        <div>
          <dt>Neighbours</dt>
          <dd>{formatCount(degree)}</dd>
        </div>
        <div>
          <dt>Pairs</dt>
          <dd>{formatCount(concept.pairs)}</dd>
        </div>
        {accuracy !== undefined && (
          <div>
            <dt>Answered right</dt>
            <dd>{formatShare(accuracy)}</dd>
          </div>
        )}
      </dl>
      {others.length > 0 && (
        <p>
          <span class="soft">Also called </span>
          {others.map(({ name: alias, count: times }, index) => (
            <span key={alias}>
              {index > 0 && ', '}
              {alias} <span class="note">({formatAmount(times, 'seed')})</span>
            </span>
          ))}
        </p>
      )}
      {requires.length > 0 && (
        <p>
          <span class="soft">Needs first </span>
          {requires.map(({ id, name: needed }, index) => (
            <span key={needed}>
              {index > 0 && ', '}
              {id === undefined ? (
                needed
              ) : (
                <a href={hrefTo(`/concepts/${encodeURIComponent(id)}`)}>{needed}</a>
              )}
            </span>
          ))}
        </p>
      )}
    </section>
  )
}

function Usage({ concept }: { concept: ConceptDetail }): JSX.Element {
  const { requested, realised, target } = concept.usage
  const most = Math.max(requested, realised, target, 1)
  const share = (value: number): string => `${(value / most) * 100}%`
  return (
    <section class="section" aria-labelledby="usage-title">
      <h2 id="usage-title">Use against quota</h2>
      <div class="usage">
        <div class="usage-bar" aria-hidden="true">
          <i class="usage-requested" style={{ width: share(requested) }} />
          <i class="usage-realised" style={{ width: share(realised) }} />
          <b style={{ left: share(target) }} />
        </div>
        <p>
          {formatAmount(realised, 'pair')} of {formatCount(Math.round(target))} in a balanced set
          {target > 0 && ` (${formatShare(realised / target)})`}; {formatCount(requested)} asked for it.
        </p>
      </div>
    </section>
  )
}
