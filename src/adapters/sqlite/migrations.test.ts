import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreError } from '../../core/errors.ts'
import { migrate } from './migrations.ts'

let connection: DatabaseSync
beforeEach(() => {
  connection = new DatabaseSync(':memory:')
})
afterEach(() => connection.close())

const versionOf = (): unknown => connection.prepare('PRAGMA user_version').get()?.['user_version']
const first = 'CREATE TABLE one (x); INSERT INTO one VALUES (1)'
const second = 'ALTER TABLE one ADD COLUMN y DEFAULT 7'

test('applies only the steps a file lacks and keeps its rows', () => {
  migrate(connection, 'file', [first])
  expect(versionOf()).toBe(1)
  migrate(connection, 'file', [first, second])
  migrate(connection, 'file', [first, second])
  expect(versionOf()).toBe(2)
  expect({ ...connection.prepare('SELECT * FROM one').get() }).toEqual({ x: 1, y: 7 })
})

test('a step that fails leaves the file as it was', () => {
  migrate(connection, 'file', [first])
  expect(() => migrate(connection, 'file', [first, second, 'CREATE TABLE one (z)'])).toThrow()
  expect(versionOf()).toBe(1)
  expect({ ...connection.prepare('SELECT * FROM one').get() }).toEqual({ x: 1 })
})

test('refuses a newer file and one of another program', () => {
  migrate(connection, 'file', [first, second])
  expect(() => migrate(connection, 'file', [first])).toThrow(StoreError)
  connection.exec('PRAGMA application_id = 5')
  expect(() => migrate(connection, 'file', [first, second])).toThrow(/another program/)
})
