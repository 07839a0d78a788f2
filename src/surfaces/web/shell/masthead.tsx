import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { hrefTo, place } from '../router/place.ts'
import { routes } from '../routes.ts'
import { RunChooser } from './run-chooser.tsx'
import { theme, toggleTheme } from './theme.ts'

/** Name, navigation, run and colours. */
export function Masthead({ section }: { section: string | undefined }): JSX.Element {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // On a narrow screen the row of links scrolls; the current one is kept in sight.
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (current && list.current !== null) list.current.scrollLeft = current.offsetLeft - 48
  }, [place.value.path])
  return (
    <header class="masthead">
      <a class="wordmark" href={hrefTo('/')}>
        <Mark />
        conceptloom
      </a>
      <nav aria-label="Main">
        <ul class="nav-list" ref={list}>
          {routes
            .filter(({ navigation }) => navigation !== undefined)
            .map(({ pattern, navigation }) => (
              <li key={pattern}>
                <a href={hrefTo(pattern)} aria-current={navigation === section ? 'page' : undefined}>
                  {navigation}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <div class="masthead-tools">
        <RunChooser />
        <button
          type="button"
          class="button is-quiet is-icon"
          aria-label={theme.value === 'dark' ? 'Light colours' : 'Dark colours'}
          onClick={toggleTheme}
        >
          {theme.value === 'dark' ? <Sun /> : <Moon />}
        </button>
      </div>
    </header>
  )
}

const strokes = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'aria-hidden': true,
} as const

/** Two threads over and under two others. */
function Mark(): JSX.Element {
  return (
    <svg {...strokes}>
      <path d="M3 8h8.5M16.500 8H21M3 16h4.500M12.500 16H21" />
      <path d="M8 3v8.500M8 16.500V21M16 3v4.500M16 12.500V21" />
    </svg>
  )
}

function Sun(): JSX.Element {
  return (
    <svg {...strokes}>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600l1.400 1.400M17 17l1.400 1.400M5.600 18.400 7 17M17 7l1.400-1.400" />
    </svg>
  )
}

function Moon(): JSX.Element {
  return (
    <svg {...strokes}>
      <path
        d="M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z"
        stroke-linejoin="round"
      />
    </svg>
  )
}
