import { openKernel } from './absorb-center.ts'
import { controlNumbers, openTable, type KCenterJob } from './k-center-table.ts'

// Places of the numbers that the threads share.
const center = 0
/** Chunks handed out; each centre has as many as there are chunks, numbered on from those of the centre before. */
const taken = 1
/** Chunks that may be handed out; a negative number ends the work. Written after the centre. */
const limit = 2
/** Chunks done; a centre is over when it reaches the limit, so nobody ever works on two centres at once. */
const done = 3

/** Looks at a number this often before going to sleep over it. */
const spins = 4_000

/** Takes centres into account together with whoever else works on the job; threads that come late or never change nothing. */
export interface SharedWork {
  /** Gives the row that is farthest from all centres so far, the lowest of equals. */
  absorb(row: number): number
  /** Lets the helpers go. */
  end(): void
}

/** The side that decides on the centres. */
export function leadKCenter(job: KCenterJob): SharedWork {
  const table = openTable(job)
  const { control, chunks, nearest } = table
  const work = chunkWorker(job)
  let published = 0
  return {
    absorb(row) {
      published += chunks
      Atomics.store(control, center, row)
      Atomics.store(control, limit, published)
      Atomics.notify(control, limit)
      work(published)
      waitWhile(control, done, (count) => count !== published)
      let farthest = control[controlNumbers] as number
      for (let chunk = 1; chunk < chunks; chunk++) {
        const other = control[controlNumbers + chunk] as number
        if ((nearest[other] as number) < (nearest[farthest] as number)) farthest = other
      }
      return farthest
    },
    end() {
      Atomics.store(control, limit, -1)
      Atomics.notify(control, limit)
    },
  }
}

/** A helper's side: works until the leader lets it go. */
export function helpKCenter(job: KCenterJob): void {
  const { control } = openTable(job)
  const work = chunkWorker(job)
  for (let seen = 0; ;) {
    const published = waitWhile(control, limit, (count) => count === seen)
    if (published < 0) return
    work(published)
    seen = published
  }
}

/** Works on chunks as long as there are any below the limit. */
function chunkWorker(job: KCenterJob): (published: number) => void {
  const { control, chunks, rows } = openTable(job)
  const absorb = openKernel(job)
  return (published) => {
    for (let ticket = Atomics.load(control, taken); ticket < published;) {
      const found = Atomics.compareExchange(control, taken, ticket, ticket + 1)
      if (found !== ticket) {
        ticket = found
        continue
      }
      // The centre cannot change before this chunk is done.
      const chunk = ticket % chunks
      const from = Math.floor((rows * chunk) / chunks)
      const to = Math.floor((rows * (chunk + 1)) / chunks)
      control[controlNumbers + chunk] = absorb(Atomics.load(control, center), from, to)
      if (Atomics.add(control, done, 1) + 1 === published) Atomics.notify(control, done)
      ticket = Atomics.load(control, taken)
    }
  }
}

function waitWhile(control: Int32Array, place: number, stays: (value: number) => boolean): number {
  for (let turn = 0; ; turn++) {
    const value = Atomics.load(control, place)
    if (!stays(value)) return value
    if (turn >= spins) Atomics.wait(control, place, value)
  }
}
