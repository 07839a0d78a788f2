import { constraintNames, schemaStatements } from '../../src/adapters/neo4j/statements.ts'
import { withDriver } from './test-server.ts'

/**
 * Waits until another program makes a constraint, and keeps it from finishing: its index is there, the constraint is not. It stays so
 * as long as `work` runs. False when all constraints were made before one could be held.
 *
 * A constraint locks its label, makes the index, lets go of the label while the index is filled and takes it again. A transaction that
 * writes nodes of all labels waits for the first lock to be gone; while it is open, the second one cannot be taken.
 */
export async function holdConstraint(work: () => Promise<void>): Promise<boolean> {
  const names = constraintNames()
  const labels = schemaStatements().flatMap((text) => /CONSTRAINT .*FOR \(\w+:(\w+)\)/.exec(text)?.[1] ?? [])
  const nodes = labels.map((label) => `CREATE (:${label} {id: 'held'})`).join(' ')
  return withDriver(async (driver) => {
    const [writing, reading] = [driver.session(), driver.session()]
    for (let made = 0; made < names.length;) {
      const open = writing.beginTransaction()
      await open.run(nodes)
      const { records } = await reading.run(indexes, { names })
      const owners = records.map((record) => record.get('owningConstraint'))
      const isHeld = owners.includes(null)
      if (isHeld) await work()
      await open.rollback().catch(() => {})
      if (isHeld) return true
      made = owners.length
    }
    return false
  })
}

const indexes = 'SHOW INDEXES YIELD name, owningConstraint WHERE name IN $names RETURN name, owningConstraint'
