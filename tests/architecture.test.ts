import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const source = join(root, 'src')

/** The floors of the house from the ground up; an import may go down, never up. */
const floors = ['core', 'foundations', 'steps', 'pipeline', 'adapters', 'wire', 'surfaces'] as const
type Floor = (typeof floors)[number] | 'index' | 'contract'

/** What the service takes and gives: the pipeline answers in its types, and none of its code goes down there. */
const contract = 'surfaces/api/contract/'

/** What each floor may import besides itself. */
const allowed: Readonly<Record<Floor, readonly Floor[]>> = {
  core: [],
  foundations: ['core'],
  steps: ['core', 'foundations'],
  pipeline: ['core', 'foundations', 'steps', 'contract'],
  contract: ['core', 'foundations', 'pipeline'],
  adapters: ['core', 'foundations'],
  wire: ['core', 'foundations', 'steps', 'pipeline', 'adapters'],
  surfaces: ['core', 'foundations', 'steps', 'pipeline', 'contract', 'wire'],
  index: ['core', 'foundations', 'steps', 'pipeline', 'wire'],
}

/** Foundations stand on earlier ones only. */
const foundationOrder = ['exact-number', 'text', 'statistics', 'taxonomy', 'answers', 'prompts']

/** Ids and keys; and the checksums of written files, which are streamed. */
const hashers = ['core/identity.ts', 'core/random.ts', 'steps/export/checked-file.ts']

interface Import {
  readonly from: string
  readonly to: string
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8')
  const specifiers = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"`;]*?from\s+'(\.[^']+)'/gms),
    ...text.matchAll(/\bimport\s*\(\s*'(\.[^']+)'\s*\)/g),
    ...text.matchAll(/^import\s+'(\.[^']+)'/gm),
  ].map((match) => match[1] as string)
  return specifiers.map((specifier) => ({ from: path(file), to: path(resolve(dirname(file), specifier)) }))
}

function path(file: string): string {
  return relative(source, file).replaceAll('\\', '/')
}

function floorOf(file: string): Floor {
  const [first = ''] = file.split('/')
  if (first === 'wire.ts') return 'wire'
  if (first === 'index.ts') return 'index'
  if (file.startsWith(contract)) return 'contract'
  const floor = floors.find((name) => name === first)
  if (floor === undefined) throw new Error(`on no floor: ${file}`)
  return floor
}

function faultOf({ from, to }: Import): string | undefined {
  const [here, there] = [floorOf(from), floorOf(to)]
  if (here !== there && !allowed[here].includes(there))
    return `${from} imports ${to}: ${here} must not import ${there}`
  const [, fromPart = ''] = from.split('/')
  const [, toPart = ''] = to.split('/')
  if (here === 'steps' && there === 'steps' && fromPart !== toPart)
    return `${from} imports ${to}: a step imports another step`
  if (here === 'adapters' && there === 'adapters' && fromPart !== toPart)
    return `${from} imports ${to}: an adapter imports another`
  if (
    here === 'foundations' &&
    there === 'foundations' &&
    foundationOrder.indexOf(toPart) > foundationOrder.indexOf(fromPart)
  ) {
    return `${from} imports ${to}: a foundation imports a later one`
  }
  return undefined
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('surfaces/web/'))
  .map((name) => join(source, name))

describe('architecture', () => {
  it('imports go down the floors only, and steps never import each other', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(
      files
        .filter((file) => !file.endsWith('.test.ts'))
        .flatMap(importsOf)
        .map(faultOf)
        .filter((fault) => fault !== undefined),
    ).toEqual([])
  })

  it('would notice a step that imports another step', () => {
    expect(faultOf({ from: 'steps/walk/a.ts', to: 'steps/graph/b.ts' })).toContain(
      'a step imports another step',
    )
    expect(faultOf({ from: 'steps/walk/a.ts', to: 'adapters/sqlite/b.ts' })).toContain('must not import')
    expect(faultOf({ from: 'core/a.ts', to: 'foundations/text/b.ts' })).toContain('must not import')
    expect(faultOf({ from: 'foundations/text/a.ts', to: 'foundations/answers/b.ts' })).toContain('later one')
    expect(faultOf({ from: 'steps/walk/a.ts', to: 'steps/walk/b.ts' })).toBeUndefined()
  })

  it('of the contract of the service only types go down to the pipeline', () => {
    const codeImport = /^(?:import|export)\s+(?!type\b)[^;'"]*?from\s+'([^']*api\/contract\/[^']*)'/gms
    const offenders = files
      .filter((file) => floorOf(path(file)) === 'pipeline')
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(codeImport)].map((match) => `${path(file)}: ${match[1]}`),
      )
    expect(offenders).toEqual([])
    expect(`import { page } from '../../surfaces/api/contract/page.ts'`).toMatch(codeImport)
    expect(`import type { Page } from '../../surfaces/api/contract/page.ts'`).not.toMatch(codeImport)
  })

  it('only core/identity.ts makes ids, and nothing reads the clock or global randomness outside surfaces', () => {
    const offenders = files
      .filter((file) => !file.endsWith('.test.ts'))
      .filter((file) => {
        const floor = floorOf(path(file))
        const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        const clock =
          /\bMath\.random\(|\bDate\.now\(|new Date\(\)/.test(text) && !['surfaces', 'wire'].includes(floor)
        const hash = /createHash\(/.test(text) && !hashers.includes(path(file))
        return clock || hash
      })
    expect(offenders.map(path)).toEqual([])
  })

  it('has no barrels, default exports, enums or drawers named utils', () => {
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      expect(text, path(file)).not.toMatch(/^export \*|^export default|^\s*(?:export )?(?:const )?enum /m)
      expect(path(file)).not.toMatch(/utils?\b|helpers?\b/)
    }
  })
})
