import type { ComponentType, JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useLoadedOnce } from '../client/use-loaded.ts'
import { PageHead } from '../components/page-head.tsx'
import { Await, EmptyState } from '../components/states.tsx'
import { Toasts } from '../components/toasts.tsx'
import { matchPath } from '../router/match-path.ts'
import { hrefTo, place } from '../router/place.ts'
import { type Route, routes, type ViewProps } from '../routes.ts'
import { Masthead } from './masthead.tsx'
import { TokenForm } from './token-form.tsx'

/** The header, the view that the address names, and messages. */
export function App(): JSX.Element {
  const { path } = place.value
  const found = findRoute(path)
  const section = found?.route.navigation ?? found?.route.section
  useEffect(() => {
    document.title = `${found?.route.title ?? 'Not found'} · conceptloom`
  }, [path])
  return (
    <>
      <a class="unseen" href="#main">
        Skip to the content
      </a>
      <Masthead section={section} />
      <main id="main" tabIndex={-1} class={`page ${found?.route.isWide === true ? 'is-wide' : ''}`}>
        <TokenForm />
        {found === undefined ? <NotFound /> : <Shown key={path} route={found.route} parts={found.parts} />}
      </main>
      <footer class="footer">
        <span>conceptloom</span>
        <a href="/docs" data-native>
          HTTP interface
        </a>
      </footer>
      <Toasts />
    </>
  )
}

function findRoute(path: string): (ViewProps & { readonly route: Route }) | undefined {
  for (const route of routes) {
    const parts = matchPath(route.pattern, path)
    if (parts !== undefined) return { route, parts }
  }
  return undefined
}

function Shown({ route, parts }: ViewProps & { route: Route }): JSX.Element {
  // A component is a function, and state setters call functions: it travels in an object.
  const loaded = useLoadedOnce<{ View: ComponentType<ViewProps> }>(route.pattern, async () => ({
    View: await route.load(),
  }))
  return <Await loaded={loaded}>{({ View }) => <View parts={parts} />}</Await>
}

function NotFound(): JSX.Element {
  return (
    <>
      <PageHead title="No such page" />
      <EmptyState title="The address names nothing here">
        <p>
          Go to the <a href={hrefTo('/')}>explorer</a>.
        </p>
      </EmptyState>
    </>
  )
}
