import type { JSX } from 'preact'
import type { ConceptKind } from '../../../core/concept.ts'
import type { GraphSummary } from '../../api/contract/graph.ts'
import { NumberField, SegmentedField, SelectField } from '../components/form-fields.tsx'
import { Folded } from '../components/folded.tsx'
import { formatCount } from '../format-figures.ts'
import type { Colouring } from '../graph/graph-colours.ts'
import { type ExplorerState, usualNodes } from './explorer-state.ts'

/** What is shown, and what the colours tell. Folded away on narrow screens. */
export function ExplorerFilters({
  state,
  communities,
  onChange,
}: {
  state: ExplorerState
  communities: GraphSummary['communities']
  onChange: (changes: Partial<ExplorerState>) => void
}): JSX.Element {
  return (
    <Folded title="Filters and colours">
      <div class="stack explorer-filters">
        {state.concept !== '' && (
          <SegmentedField<'1' | '2'>
            label="Reach"
            value={state.radius === 2 ? '2' : '1'}
            choices={[
              { value: '1', label: 'Neighbours' },
              { value: '2', label: 'And theirs' },
            ]}
            onValue={(value) => onChange({ radius: Number(value) })}
          />
        )}
        <SelectField<ConceptKind | 'all'>
          label="Kind"
          value={state.kind ?? 'all'}
          choices={[
            { value: 'all', label: 'Topics and knowledge points' },
            { value: 'topic', label: 'Topics' },
            { value: 'knowledge-point', label: 'Knowledge points' },
          ]}
          onValue={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
        />
        <SelectField<string>
          label="Community"
          value={String(state.community ?? '')}
          choices={[
            { value: '', label: 'All' },
            ...communities.map(({ community, label, size }) => ({
              value: String(community),
              label: `${label} (${formatCount(size)})`,
            })),
          ]}
          onValue={(value) => onChange({ community: value === '' ? undefined : Number(value) })}
        />
        <div class="form-grid">
          <NumberField
            label="Seeds per edge, at least"
            value={state.minimum}
            least={1}
            most={1000}
            onValue={(minimum) => onChange({ minimum })}
          />
          <NumberField
            label="Concepts, at most"
            value={state.nodes ?? usualNodes(state)}
            least={10}
            most={2000}
            onValue={(nodes) => onChange({ nodes: nodes === usualNodes(state) ? undefined : nodes })}
          />
        </div>
        <SegmentedField<Colouring>
          label="Colour by"
          value={state.colour}
          choices={[
            { value: 'community', label: 'Community' },
            { value: 'kind', label: 'Kind' },
            { value: 'accuracy', label: 'Accuracy' },
          ]}
          onValue={(colour) => onChange({ colour })}
        />
      </div>
    </Folded>
  )
}
