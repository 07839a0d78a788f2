import type { JSX } from 'preact'
import { getGraph } from '../client/graph-requests.ts'
import { useLoaded } from '../client/use-loaded.ts'
import { PageHead } from '../components/page-head.tsx'
import { Await } from '../components/states.tsx'
import { chosenRun } from '../router/place.ts'

export function ExplorerView(): JSX.Element {
  const run = chosenRun.value
  const graph = useLoaded(`graph:${run}`, (signal) => getGraph(run === undefined ? {} : { run }, signal))
  return (
    <>
      <PageHead title="Explorer" />
      <Await loaded={graph}>{({ communities }) => <p>{communities.length} communities</p>}</Await>
    </>
  )
}
