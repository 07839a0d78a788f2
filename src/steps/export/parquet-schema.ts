import type { SchemaElement } from 'hyparquet-writer'

function text(name: string): SchemaElement[] {
  return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' }]
}

function number(name: string, type: 'INT32' | 'INT64' | 'DOUBLE'): SchemaElement[] {
  return [{ name, type, repetition_type: 'REQUIRED' }]
}

function struct(name: string, children: readonly SchemaElement[][]): SchemaElement[] {
  return [{ name, repetition_type: 'REQUIRED', num_children: children.length }, ...children.flat()]
}

/** The three-level list of the Parquet format; `element` is the schema of its element, named `element`. */
function list(name: string, element: SchemaElement[]): SchemaElement[] {
  return [
    { name, converted_type: 'LIST', repetition_type: 'REQUIRED', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...element,
  ]
}

const columns: readonly SchemaElement[][] = [
  text('id'),
  list('messages', struct('element', [text('role'), text('content')])),
  text('final_answer'),
  list('concepts', text('element')),
  list('topics', text('element')),
  number('difficulty', 'DOUBLE'),
  text('difficulty_label'),
  number('rung', 'INT32'),
  list('licenses', text('element')),
  list('flags', text('element')),
  struct('provenance', [
    text('run'),
    text('engine'),
    text('method'),
    text('model'),
    text('prompt'),
    list('families', text('element')),
    text('parameters'),
    list('seeds', text('element')),
    struct('walk', [
      text('graph'),
      text('mode'),
      number('seed', 'INT64'),
      number('index', 'INT64'),
      list(
        'steps',
        struct('element', [
          text('concept'),
          text('phase'),
          number('seeds', 'INT32'),
          number('probability', 'DOUBLE'),
        ]),
      ),
    ]),
  ]),
]

/** Parquet schema of a row: lists and structs are real ones, so a reader sees `list<struct<role, content>>` and not JSON text. */
export const parquetSchema: SchemaElement[] = struct('root', [...columns]).map((element, place) =>
  place === 0 ? { name: 'root', num_children: columns.length } : element,
)

export const parquetColumns: readonly string[] = columns.map((column) => (column[0] as SchemaElement).name)
