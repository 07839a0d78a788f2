import type { JSX } from 'preact'
import type { RunActivity } from '../../api/contract/runs.ts'

const looks = { queued: '', running: 'is-accent', stopped: 'is-warning', complete: '' } as const

export function ActivityTag({ activity }: { activity: RunActivity }): JSX.Element {
  return <span class={`tag ${looks[activity]}`}>{activity}</span>
}
