import { describe, expect, it } from 'vitest'
import { checkAnnotations } from './check-annotations.ts'

describe('checkAnnotations', () => {
  it.each([
    ['48/2 = <<48/2=24>>24, then <<48+24=72>>72', 'passed', '2 hold'],
    ['<<2+2=4>> apples', 'passed', '1 hold'],
    ['no annotations here', 'not-applicable', 'no annotations'],
    ['<<2x=6>>6', 'not-applicable', 'no annotation can be recomputed'],
    ['<<2x=6>>6 and <<2+2=4>>4', 'passed', '1 hold'],
    ['48/2 = <<48/2=25>>25', 'failed', '48/2 = 25, computed 24'],
    ['48/2 = <<48/2=24>>25', 'failed', '48/2 = 24 is followed by another number'],
    ['<<1/0=0>>0', 'failed', '1/0 = 0 cannot be computed'],
  ])('%s: %s', (solution, outcome, evidence) =>
    expect(checkAnnotations(solution)).toEqual({ name: 'annotations', outcome, evidence }),
  )
})
