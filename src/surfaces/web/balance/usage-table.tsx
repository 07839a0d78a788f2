import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { BalanceView } from '../../api/contract/runs.ts'
import { DataTable } from '../components/data-table.tsx'
import { SegmentedField, TextField } from '../components/form-fields.tsx'
import { formatCount } from '../format-figures.ts'
import { hrefTo } from '../router/place.ts'

const rowsShown = 50

/** The same figures as a table: what is used too little and too much, by name. */
export function UsageTable({ balance }: { balance: BalanceView }): JSX.Element {
  const [order, setOrder] = useState<'least' | 'most'>('least')
  const [text, setText] = useState('')
  const found = balance.concepts
    .filter(({ name, topic }) => `${name} ${topic ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()))
    .toSorted((a, b) => (order === 'least' ? 1 : -1) * (share(a) - share(b)))
  return (
    <section class="stack" aria-labelledby="table-title">
      <h2 id="table-title">Knowledge points</h2>
      <div class="form-grid">
        <TextField label="Name or topic" value={text} onValue={setText} />
        <SegmentedField
          label="First"
          value={order}
          choices={[
            { value: 'least', label: 'Used too little' },
            { value: 'most', label: 'Used most' },
          ]}
          onValue={setOrder}
        />
      </div>
      <DataTable
        caption="Use of each knowledge point against its target"
        rows={found.slice(0, rowsShown)}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Knowledge point',
            isHeading: true,
            cell: ({ id, name }) => <a href={hrefTo(`/concepts/${id}`)}>{name}</a>,
          },
          { title: 'Topic', cell: ({ topic }) => topic ?? '' },
          { title: 'Used', isNumber: true, cell: ({ used }) => formatCount(used) },
          { title: 'Target', isNumber: true, cell: ({ target }) => formatCount(Math.round(target)) },
          {
            title: 'Of its target',
            isNumber: true,
            cell: (row) => (row.target === 0 ? '' : `${Math.round(share(row) * 100)} %`),
          },
        ]}
      />
      {found.length > rowsShown && (
        <p class="note">
          {rowsShown} of {formatCount(found.length)}; search to find others.
        </p>
      )}
    </section>
  )
}

function share({ used, target }: { readonly used: number; readonly target: number }): number {
  return target === 0 ? (used === 0 ? 1 : Infinity) : used / target
}
