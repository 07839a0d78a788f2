import './pairs.css'
import type { JSX } from 'preact'
import type { PairDetail } from '../../api/contract/pairs.ts'
import { getProvenance } from '../client/data-requests.ts'
import { useLoaded } from '../client/use-loaded.ts'
import { answerText } from '../components/answer-text.ts'
import { MathsText } from '../components/maths-text.tsx'
import { Await } from '../components/states.tsx'
import { hrefTo } from '../router/place.ts'
import { CheckList } from './check-list.tsx'
import { PairTags } from './pair-tags.tsx'
import { ProvenanceTree } from './provenance-tree.tsx'
import { SolutionText } from './solution-text.tsx'

/** A whole pair: question, solution and answer as they are read, and beside them what was checked and where it comes from. */
export function PairBody({ pair }: { pair: PairDetail }): JSX.Element {
  const missing = pair.requested.filter(({ id }) => !pair.realised.some((point) => point.id === id))
  return (
    <div class="stack is-loose">
      <div class="stack">
        <p class="question">
          <MathsText text={pair.question} />
        </p>
        <SolutionText text={pair.solution} />
        <p class="final-answer">
          <span class="note">Answer</span>
          <MathsText text={answerText(pair.finalAnswer)} />
        </p>
        <PairTags pair={pair} />
        <p class="tags" aria-label="Knowledge points">
          {pair.realised.map(({ id, name }) => (
            <a class="tag" key={id} href={hrefTo(`/concepts/${id}`)}>
              {name}
            </a>
          ))}
          {missing.map(({ id, name }) => (
            <a class="tag is-warning" key={id} href={hrefTo(`/concepts/${id}`)}>
              {name}, asked for and not needed
            </a>
          ))}
        </p>
      </div>
      <div class="columns">
        <section class="section" aria-labelledby="checks">
          <h2 id="checks">Checks</h2>
          <CheckList verdict={pair.verdict} />
        </section>
        <PairProvenance id={pair.id} />
      </div>
    </div>
  )
}

function PairProvenance({ id }: { id: string }): JSX.Element {
  const loaded = useLoaded(`provenance:${id}`, (signal) => getProvenance(id, signal))
  return (
    <section class="section" aria-labelledby="provenance">
      <h2 id="provenance">Where it comes from</h2>
      <Await loaded={loaded}>{(provenance) => <ProvenanceTree provenance={provenance} />}</Await>
    </section>
  )
}
