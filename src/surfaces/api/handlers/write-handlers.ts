import type { Explorer } from '../../../pipeline/explore/explorer.ts'
import type { Service } from '../../../pipeline/serving/service.ts'
import type { GenerationRequest } from '../contract/generations.ts'
import type { Handlers } from '../handler-types.ts'
import { created, found, ok } from './answers.ts'
import { pageOf } from './page-of.ts'

type WriteNames =
  | 'editConcept'
  | 'listEdits'
  | 'getMerges'
  | 'undoEdit'
  | 'reviewPair'
  | 'undoReview'
  | 'generate'

/** Most pairs that are answered at once. */
const mostAtOnce = 200

/** What people decide on concepts and pairs, and what is generated on request. */
export function writeHandlers(service: Service, explorer: Explorer): Pick<Handlers, WriteNames> {
  return {
    async editConcept({ params: { id }, body }) {
      const edit = await service.edits.edit(id, body)
      explorer.refresh()
      return created(edit)
    },
    listEdits: async ({ query }) => ok(pageOf(await service.edits.list(), query, ({ id }) => id)),
    getMerges: async () => ok(await service.edits.mergesFile()),
    async undoEdit({ params: { id } }) {
      const edit = found(await service.edits.undo(id), 'edit', id)
      explorer.refresh()
      return ok(edit)
    },
    async reviewPair({ params: { id }, body }) {
      const review = found(await service.reviews.review(id, body), 'pair', id)
      explorer.refresh()
      return created(review)
    },
    async undoReview({ params: { id } }) {
      const review = found(await service.reviews.undo(id), 'review', id)
      explorer.refresh()
      return ok(review)
    },
    async generate({ body }) {
      if (isSmall(body)) return created(await service.generateNow(body))
      const run = await service.runs.start(body)
      return { status: 202, body: run, location: `/v1/runs/${run.id}` }
    },
  }
}

function isSmall({ engine = 'procedural', count = 1 }: GenerationRequest): boolean {
  return engine === 'procedural' && count <= mostAtOnce
}
