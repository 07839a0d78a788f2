import { expect, test } from 'vitest'
import { StoreError } from '../../core/errors.ts'
import type { Database } from './database.ts'
import { openGroupCommit } from './group-commit.ts'

/** A database that only counts transactions, and fails at COMMIT when told to. */
function countingDatabase(failure?: Error): Database & { readonly commits: () => number } {
  let commits = 0
  return {
    file: 'counting',
    prepare: () => {
      throw new Error('not used')
    },
    attempt: (work) => work(),
    transaction: (work) => {
      const result = work()
      if (failure !== undefined) throw failure
      commits += 1
      return result
    },
    close: () => undefined,
    commits: () => commits,
  }
}

test('all calls of one turn share one commit, in order', async () => {
  const database = countingDatabase()
  const group = openGroupCommit(database)
  const order: number[] = []
  await Promise.all([1, 2, 3].map((number) => group.add(() => void order.push(number))))
  expect([order, database.commits()]).toEqual([[1, 2, 3], 1])
  await group.add(() => void order.push(4))
  expect([order, database.commits()]).toEqual([[1, 2, 3, 4], 2])
})

test('nothing resolves before the commit', async () => {
  const database = countingDatabase()
  const group = openGroupCommit(database)
  let resolved = 0
  const both = [group.add(() => undefined), group.add(() => expect(resolved).toBe(0))]
  for (const each of both) void each.then(() => (resolved += 1))
  await Promise.resolve()
  expect([resolved, database.commits()]).toEqual([0, 0])
  await Promise.all(both)
  expect(database.commits()).toBe(1)
})

test('a failed commit rejects every member, and the next group starts afresh', async () => {
  const full = new StoreError('disk full: file; free some space')
  const group = openGroupCommit(countingDatabase(full))
  const results = await Promise.allSettled([group.add(() => undefined), group.add(() => undefined)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(group.add(() => undefined)).rejects.toBe(full)
})

test('a member refused by its own check is rejected alone; any other error rejects the group', async () => {
  const group = openGroupCommit(countingDatabase())
  const refuse = (error: Error) => (): void => {
    throw error
  }
  const refused = await Promise.allSettled([
    group.add(refuse(new StoreError('unknown key'))),
    group.add(() => undefined),
  ])
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  const broken = await Promise.allSettled([
    group.add(() => undefined),
    group.add(refuse(new TypeError('bug'))),
  ])
  expect(broken.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
