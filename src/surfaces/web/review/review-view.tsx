import './review.css'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { PairsQuery, PairSummary, ReviewState } from '../../api/contract/pairs.ts'
import { getPair, getPairPage } from '../client/data-requests.ts'
import { useLoaded } from '../client/use-loaded.ts'
import { IntegerRange } from './integer-range.tsx'
import { SelectField } from '../components/form-fields.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Await, EmptyState, Loading } from '../components/states.tsx'
import { PairBody } from '../pairs/pair-body.tsx'
import { choiceField, integerField, readFields, textField, writeFields } from '../router/fields.ts'
import { chosenRun, goTo, hrefWith, place } from '../router/place.ts'
import { PairListItem } from './pair-list-item.tsx'
import { ReviewBar } from './review-bar.tsx'
import { useKeys } from './use-keys.ts'

const fields = {
  review: choiceField(['all', 'pending', 'none', 'accepted', 'rejected', 'edited']),
  least: integerField(0, 5, 0),
  most: integerField(0, 5, 5),
  concept: textField(),
  pair: textField(),
}

const stateNames = [
  { value: 'all', label: 'All pairs' },
  { value: 'pending', label: 'Waiting for review' },
  { value: 'none', label: 'Not reviewed' },
  { value: 'accepted', label: 'Accepted' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'edited', label: 'Edited' },
] as const

/** Pairs one after another: what they say, what was checked, where they come from, and a decision on each. */
export function ReviewView(): JSX.Element {
  const values = readFields(fields, place.value.query)
  const change = (changes: Partial<typeof values>): void =>
    goTo(hrefWith(writeFields(fields, { ...values, pair: '', ...changes })))
  return (
    <>
      <PageHead
        title="Review"
        note="J and K go through the pairs; A accepts, R rejects, E edits, U undoes. Rejected pairs stay out of datasets; accepted ones come in though their answers were in dispute."
      />
      <div class="stack">
        <div class="form-grid">
          <SelectField
            label="Pairs"
            value={values.review}
            choices={stateNames}
            onValue={(review) => change({ review })}
          />
          <IntegerRange
            label="Rung"
            least={values.least}
            most={values.most}
            onRange={(least, most) => change({ least, most })}
          />
        </div>
        <Queue
          key={JSON.stringify([chosenRun.value, values.review, values.least, values.most, values.concept])}
        />
      </div>
    </>
  )
}

const pageSize = 50

function queryOf(): PairsQuery {
  const { review, least, most, concept } = readFields(fields, place.value.query)
  return {
    limit: pageSize,
    ...(chosenRun.value === undefined ? {} : { run: chosenRun.value }),
    ...(review === 'all' ? {} : { review: review satisfies ReviewState }),
    ...(least === 0 ? {} : { minimumRung: least }),
    ...(most === 5 ? {} : { maximumRung: most }),
    ...(concept === '' ? {} : { concept }),
  }
}

function Queue(): JSX.Element {
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1)
  const query = { ...queryOf(), ...(cursor === undefined ? {} : { cursor }) }
  const loaded = useLoaded(`pairs:${JSON.stringify(query)}`, (signal) => getPairPage(query, signal))
  return (
    <Await loaded={loaded}>
      {({ items, next }) =>
        items.length === 0 ? (
          <EmptyState title="No pair is like that">
            <p>
              {query.review === 'pending'
                ? 'No answers are in dispute and nothing waits for a decision. '
                : 'Choose other pairs above, or another run. '}
              <a href={hrefWith({ review: undefined, least: undefined, most: undefined })}>Show all pairs</a>
            </p>
          </EmptyState>
        ) : (
          <Pairs
            items={items}
            {...(next === undefined ? {} : { onNext: () => setCursors([...cursors, next]) })}
            {...(cursors.length === 0 ? {} : { onBack: () => setCursors(cursors.slice(0, -1)) })}
          />
        )
      }
    </Await>
  )
}

function Pairs({
  items,
  onNext,
  onBack,
}: {
  items: readonly PairSummary[]
  onNext?: () => void
  onBack?: () => void
}): JSX.Element {
  const { pair: wanted } = readFields(fields, place.value.query)
  const found = items.findIndex(({ id }) => id === wanted)
  const at = found < 0 ? 0 : found
  const open = (index: number): void => {
    const item = items[index]
    if (item !== undefined) goTo(hrefWith({ pair: item.id }), { replace: true })
  }
  useKeys({ j: () => open(at + 1), k: () => open(at - 1) })
  const current = items[at]
  return (
    <div class="review-layout">
      <div class="stack">
        <nav class="review-list" aria-label="Pairs">
          {items.map((pair, index) => (
            <PairListItem key={pair.id} pair={pair} isCurrent={index === at} />
          ))}
        </nav>
        <div class="button-row">
          <button type="button" class="button" disabled={onBack === undefined} onClick={onBack}>
            Earlier pairs
          </button>
          <button type="button" class="button" disabled={onNext === undefined} onClick={onNext}>
            More pairs
          </button>
        </div>
      </div>
      {current !== undefined && <Current id={current.id} onDecided={() => open(at + 1)} />}
    </div>
  )
}

function Current({ id, onDecided }: { id: string; onDecided: () => void }): JSX.Element {
  const loaded = useLoaded(`pair:${id}`, (signal) => getPair(id, signal))
  return (
    <Await loaded={loaded} lines={8}>
      {(pair) =>
        pair.id === id ? (
          <article key={id} class="stack" aria-label="Pair">
            <PairBody pair={pair} />
            <ReviewBar pair={pair} onDecided={onDecided} />
          </article>
        ) : (
          <Loading lines={8} />
        )
      }
    </Await>
  )
}
