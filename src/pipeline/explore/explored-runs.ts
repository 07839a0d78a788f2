import { setTimeout as sleep } from 'node:timers/promises'
import type { Run } from '../../core/run.ts'
import type { ConceptEdit } from '../../core/concept-edit.ts'
import type { ReviewState } from '../../surfaces/api/contract/pairs.ts'
import { findRun, loadStoredRun, type StoredRun } from '../stored-run.ts'
import { countUses } from './count-uses.ts'
import { decided } from './describe-pair.ts'
import type { ExplorerParts } from './explorer.ts'
import { openView, type ExploredView } from './explored-view.ts'
import { followPairs, type FollowedPairs } from './follow-pairs.ts'
import type { DescribedConcepts } from './list-concepts.ts'
import { idKeyOf } from './pair-index.ts'
import { readAccuracies, type Accuracies } from './read-accuracies.ts'
import { rememberBriefly } from './remember-briefly.ts'

/** A run with the graph it is shown by. */
export interface ShownRun {
  readonly stored: Omit<StoredRun, 'seeds'>
  readonly view: ExploredView
  /** All edits, oldest first. */
  readonly edits: readonly ConceptEdit[]
}

/** A run with what its pairs come to. */
export interface CountedRun extends Omit<DescribedConcepts, 'run'> {
  readonly shown: ShownRun
  readonly accuracySource: Accuracies
  /** The decision that holds, by key of the pair's id. */
  readonly decisions: ReadonlyMap<number, ReviewState>
  readonly pairsVersion: number
}

/** The runs that are looked at, each prepared once and kept up with the stores. */
export interface ExploredRuns {
  show(run?: string): Promise<ShownRun>
  count(run?: string): Promise<CountedRun>
  refresh(): void
  close(): Promise<void>
}

/** Runs, and graphs with edits, that are held at once. */
const mostHeld = 4
/** Milliseconds that an answer waits for pairs to be read; then it stands on those read so far. */
const patience = 2000

export function openExploredRuns(parts: ExplorerParts): ExploredRuns {
  const { stores, config } = parts
  const folder = config.run.workspace
  const storedRuns = new Map<string, Promise<Omit<StoredRun, 'seeds'>>>()
  const views = new Map<string, Promise<ExploredView>>()
  const followed = new Map<string, FollowedPairs>()

  const load = (run: Run): Promise<Omit<StoredRun, 'seeds'>> =>
    held(storedRuns, run.id, async () => {
      const { seeds: _seeds, ...stored } = await loadStoredRun(run, stores.graph, config)
      return stored
    })

  async function show(run: Run): Promise<ShownRun> {
    const [loaded, latestFirst] = await Promise.all([load(run), stores.conceptEdits.list()])
    const edits = latestFirst.toReversed()
    const stored = { ...loaded, run }
    const inForce = edits.filter(({ undone }) => !undone).map(({ id }) => id)
    const view = await held(
      views,
      [run.id, ...inForce].join(),
      () => openView({ stored, edits, folder, seed: config.run.seed }),
      (given) => void given.then(({ figures }) => figures.close()).catch(() => {}),
    )
    return { stored, view, edits }
  }

  async function count(shown: ShownRun, before: CountedRun | undefined): Promise<CountedRun> {
    const { run } = shown.stored
    let pairs = followed.get(run.id)
    if (pairs === undefined) {
      pairs = followPairs(stores.pairs, stores.reviews)
      keep(followed, run.id, pairs)
    }
    const [accuracySource] = await Promise.all([
      readAccuracies(folder, before?.accuracySource),
      Promise.race([pairs.update(run), sleep(patience, undefined, { ref: false })]),
    ])
    const index = pairs.current()
    const same =
      before?.pairsVersion === pairs.version && before.view === shown.view && before.index === index
    const version = pairs.version
    return {
      shown,
      view: shown.view,
      edits: shown.edits,
      index,
      pairsVersion: version,
      uses: same ? before.uses : await countUses(shown.view, index),
      orders: same ? before.orders : new Map(),
      accuracySource,
      accuracies: accuracySource.of,
      decisions: same ? before.decisions : statesOf(pairs.decisions()),
    }
  }

  const isBeingWritten = ({ stored }: ShownRun): boolean => stored.run.state === 'generating'
  const shownRuns = rememberBriefly<ShownRun>(
    async (id) => show(await findRun(stores.runs, id === '' ? undefined : id)),
    isBeingWritten,
  )
  const countedRuns = rememberBriefly<CountedRun>(
    async (id, before) => count(await shownRuns.get(id), before),
    ({ shown }) => isBeingWritten(shown),
  )
  return {
    show: (run = '') => shownRuns.get(run),
    count: (run = '') => countedRuns.get(run),
    refresh() {
      shownRuns.forget()
      countedRuns.forget()
    },
    async close() {
      for (const view of views.values()) await (await view).figures.close()
    },
  }
}

function statesOf(decisions: ReturnType<FollowedPairs['decisions']>): ReadonlyMap<number, ReviewState> {
  return new Map([...decisions].map(([id, { decision }]) => [idKeyOf(id), decided[decision]]))
}

/** The value of a key, made once; the oldest of too many is let go. */
function held<Value>(
  values: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
  letGo?: (value: Promise<Value>) => void,
): Promise<Value> {
  const known = values.get(key)
  if (known !== undefined) {
    values.delete(key)
    values.set(key, known)
    return known
  }
  const made = make()
  made.catch(() => values.delete(key))
  keep(values, key, made, letGo)
  return made
}

function keep<Value>(
  values: Map<string, Value>,
  key: string,
  value: Value,
  letGo?: (value: Value) => void,
): void {
  values.set(key, value)
  const [oldest] = values
  if (values.size <= mostHeld || oldest === undefined) return
  values.delete(oldest[0])
  letGo?.(oldest[1])
}
