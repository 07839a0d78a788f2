import {
  bootstrapRatio,
  type BootstrapOptions,
  type Interval,
} from '../../foundations/statistics/bootstrap.ts'
import { fitStepLaw, type StepLaw } from '../../foundations/statistics/fit-step-law.ts'
import type { ItemScore } from './item-scores.ts'

export interface GroupScore {
  readonly group: string
  readonly items: number
  /** Share right of all samples of the group's items. */
  readonly accuracy: Interval
}

/**
 * Accuracy by level, subject, concept or anything else an item has: `groupsOf` names the groups of an item, any number of them. In order
 * of name, numbers by value.
 */
export function scoreGroups(
  items: readonly ItemScore[],
  groupsOf: (item: ItemScore) => readonly string[],
  options: BootstrapOptions = {},
): readonly GroupScore[] {
  const groups = new Map<string, ItemScore[]>()
  for (const item of items) {
    for (const group of new Set(groupsOf(item))) {
      const held = groups.get(group)
      if (held === undefined) groups.set(group, [item])
      else held.push(item)
    }
  }
  return Array.from(groups, ([group, members]) => ({
    group,
    items: members.length,
    accuracy: bootstrapRatio(
      members.map(({ right }) => right.filter(Boolean).length),
      members.map(({ right }) => right.length),
      options,
    ),
  })).sort((left, right) => inOrder.compare(left.group, right.group))
}

const inOrder = new Intl.Collator('en', { numeric: true })

/** Xwin-Math's Acc = p^s over items whose gold solution has a known number of steps; undefined where none has. */
export function stepLawOf(
  items: readonly ItemScore[],
  stepsOf: (item: ItemScore) => number | undefined,
  options: BootstrapOptions = {},
): StepLaw | undefined {
  const stepped = items.flatMap((item) => {
    const steps = stepsOf(item) ?? 0
    return steps < 1 ? [] : [{ steps, samples: item.right.length, right: item.right.filter(Boolean).length }]
  })
  return stepped.length === 0 ? undefined : fitStepLaw(stepped, options)
}
