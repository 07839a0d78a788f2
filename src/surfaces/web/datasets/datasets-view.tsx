import './datasets.css'
import type { JSX } from 'preact'
import type { DatasetView as Dataset } from '../../api/contract/datasets.ts'
import { datasetFilePath, getDatasets } from '../client/data-requests.ts'
import { useLoaded } from '../client/use-loaded.ts'
import { PageHead } from '../components/page-head.tsx'
import { Await, EmptyState } from '../components/states.tsx'
import { formatAmount, formatCount, shortId } from '../format-figures.ts'
import { hrefTo } from '../router/place.ts'
import { DatasetForm } from './dataset-form.tsx'
import { download } from './download.ts'
import { formatBytes } from './format-bytes.ts'

/** Datasets that this service built, and a form for the next. */
export function DatasetsView(): JSX.Element {
  const loaded = useLoaded('datasets', getDatasets)
  return (
    <>
      <PageHead
        title="Datasets"
        note="Selected from the fit pairs of a run so that its concepts are used evenly, with splits, a card, licences and checksums."
      />
      <div class="datasets-layout">
        <DatasetForm />
        <section class="stack" aria-label="Datasets">
          <Await loaded={loaded}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title="None yet">
                  <p>
                    Build the first here, or with <code>conceptloom dataset build</code>.
                  </p>
                </EmptyState>
              ) : (
                <ul class="dataset-list">
                  {items.map((dataset) => (
                    <DatasetItem key={dataset.name} dataset={dataset} />
                  ))}
                </ul>
              )
            }
          </Await>
        </section>
      </div>
    </>
  )
}

function DatasetItem({ dataset }: { dataset: Dataset }): JSX.Element {
  const { name, run, rows, splits, files } = dataset
  return (
    <li class="stack">
      <h2>{name}</h2>
      <p>
        {formatAmount(rows, 'row')} of run <a href={hrefTo(`/runs/${run}`)}>{shortId(run)}</a>:{' '}
        {Object.entries(splits)
          .map(([split, count]) => `${split} ${formatCount(count)}`)
          .join(', ')}
      </p>
      <details open={files.length <= 12}>
        <summary>{formatAmount(files.length, 'file')}</summary>
        <ul class="file-list">
          {files.map(({ path, bytes, sha256 }) => (
            <li key={path}>
              <a
                href={datasetFilePath(name, path)}
                download={path.split('/').at(-1)}
                title={`sha256 ${sha256}`}
                onClick={(event) => download(event, datasetFilePath(name, path))}
              >
                {path}
              </a>
              <span class="note number">{formatBytes(bytes)}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
