import type { ComponentChildren, JSX } from 'preact'
import type { Provenance } from '../../api/contract/pairs.ts'
import { MathsText } from '../components/maths-text.tsx'
import { formatAmount, formatShare, shortId } from '../format-figures.ts'
import { hrefTo } from '../router/place.ts'

/** A pair's way back: engine and prompt, checks, walk, and the seeds behind the walked edges. */
export function ProvenanceTree({ provenance }: { provenance: Provenance }): JSX.Element {
  const { walk, supportedBy, parents, families, prompt, model, method } = provenance
  return (
    <ul class="tree">
      <Branch title={`Pair ${shortId(provenance.id)}`} note={`draw ${provenance.index} of its run`} isOpen>
        <Branch
          title={model ?? (families.length > 0 ? 'Procedural engine' : method)}
          note={[method, prompt].filter((part) => part !== undefined).join(', ')}
          isOpen
        >
          {families.map((family) => (
            <li key={family}>
              <code>{family}</code>
            </li>
          ))}
          {parents.map(({ kind, id, relation }) => (
            <li key={`${kind}:${id}`}>
              {relation === 'shown' ? 'shown' : 'derived from'} {kind}{' '}
              {kind === 'pair' ? (
                <a href={hrefTo(`/pairs/${id}`)}>{shortId(id)}</a>
              ) : (
                <code>{shortId(id)}</code>
              )}
            </li>
          ))}
        </Branch>
        <Branch
          title={`Walk ${walk.index}`}
          note={`${walk.mode}, seed ${walk.seed}, graph ${shortId(walk.graphVersion)}`}
          isOpen
        >
          {walk.steps.map(({ concept, kind, phase, probability, edgeCount }, place) => (
            <li key={`${place}:${concept}`}>
              {concept}{' '}
              <span class="note">
                {kind === 'topic' ? 'topic' : 'knowledge point'}
                {phase === 'start'
                  ? ', start'
                  : `, ${formatShare(probability)} of the way on, ${formatAmount(edgeCount, 'seed')}`}
              </span>
            </li>
          ))}
        </Branch>
        <Branch title="Seeds behind the walk" note={formatAmount(supportedBy.length, 'seed')}>
          {supportedBy.map(({ id, source, license, question }) => (
            <li key={id} class="tree-seed">
              <MathsText text={question} />
              <span class="note">
                {source}, {license}, <code>{shortId(id)}</code>
              </span>
            </li>
          ))}
        </Branch>
      </Branch>
    </ul>
  )
}

function Branch({
  title,
  note,
  isOpen = false,
  children,
}: {
  title: string
  note: string
  isOpen?: boolean
  children: ComponentChildren
}): JSX.Element {
  return (
    <li>
      <details open={isOpen}>
        <summary>
          {title} <span class="note">{note}</span>
        </summary>
        <ul>{children}</ul>
      </details>
    </li>
  )
}
