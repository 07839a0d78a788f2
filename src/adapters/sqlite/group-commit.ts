import { StoreError } from '../../core/errors.ts'
import type { Database } from './database.ts'

/** Writes that share one commit per turn of the event loop. */
export interface GroupCommit {
  /**
   * Queues a write and resolves after its COMMIT. `work` must check before it writes: a StoreError it throws rejects this call
   * alone, any other error rolls the group back and rejects all its members.
   */
  add(work: () => void): Promise<void>
  /** Commits what is queued now. Never throws: errors go to the members. */
  flush(): void
}

interface Member {
  readonly work: () => void
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export function openGroupCommit(database: Database): GroupCommit {
  let queue: Member[] = []

  /** Members refused by their own check. */
  function run(members: readonly Member[]): ReadonlyMap<Member, StoreError> {
    const refused = new Map<Member, StoreError>()
    for (const member of members) {
      try {
        member.work()
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        refused.set(member, error)
      }
    }
    return refused
  }

  function flush(): void {
    const members = queue
    queue = []
    if (members.length === 0) return
    try {
      const refused = database.transaction(() => run(members))
      for (const member of members) {
        const error = refused.get(member)
        if (error === undefined) member.resolve()
        else member.reject(error)
      }
    } catch (error) {
      for (const member of members) member.reject(error)
    }
  }

  return {
    add(work) {
      return new Promise((resolve, reject) => {
        if (queue.length === 0) setImmediate(flush)
        queue.push({ work, resolve, reject })
      })
    },
    flush,
  }
}
