import type { DatasetDesk } from '../../../pipeline/serving/service.ts'
import type { Handlers } from '../handler-types.ts'
import { found, ok } from './answers.ts'
import { pageOf } from './page-of.ts'

type DatasetNames = 'listDatasets' | 'buildDataset' | 'getDataset' | 'getDatasetFile'

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  md: 'text/markdown; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  py: 'text/x-python; charset=utf-8',
  yaml: 'application/yaml',
  yml: 'application/yaml',
}

/** Datasets of the workspace: built, listed, downloaded. */
export function datasetHandlers(datasets: DatasetDesk): Pick<Handlers, DatasetNames> {
  return {
    listDatasets: async ({ query }) => ok(pageOf(await datasets.list(), query, ({ name }) => name)),
    async buildDataset({ body }) {
      const dataset = await datasets.build(body)
      return { status: 201, body: dataset, location: `/v1/datasets/${dataset.name}` }
    },
    getDataset: async ({ params: { name } }) => ok(found(await datasets.view(name), 'dataset', name)),
    async getDatasetFile({ params: { name, path } }) {
      const file = found(await datasets.file(name, path), 'file', path)
      const extension = /\.(\w+)$/.exec(path)?.[1] ?? ''
      return ok({ file: file.path, contentType: contentTypes[extension] ?? 'text/plain; charset=utf-8' })
    },
  }
}
