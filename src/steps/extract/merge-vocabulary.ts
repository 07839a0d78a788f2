import { stemOf } from './name-stem.ts'

/** Words that join others and say nothing themselves. `without`, `between`, `under` and their like are not among them. */
export const joiningWords: ReadonlySet<string> = new Set(
  (
    'a an the of and or in to into onto for with on using by via from as at is are be its their these those involving including ' +
    'containing about that which when through th nd rd'
  ).split(' '),
)

/** Prepositions after which comes what the words before are said of: `area of a circle` is `circle area`. */
export const ofWords: ReadonlySet<string> = new Set(
  'of for in on with involving including containing'.split(' '),
)

const stems = (words: string): readonly string[] => words.split(' ').map(stemOf)

/**
 * Stems that add little to a name, each with the share of the score that is left where one name has it and the other not: what is
 * done with a concept, or that it is one.
 */
export const fillerStems: ReadonlyMap<string, number> = new Map([
  ...stems('calculate apply use understand identify solve perform working interpret know recognize').map(
    (stem) => [stem, 0.85] as const,
  ),
  ...stems(
    'concept basic fundamental idea method technique skill strategy problem question notion definition introduction general ' +
      'elementary operation number two process procedure practical various mathematical',
  ).map((stem) => [stem, 0.8] as const),
])

/** Stems that act on what stands beside them: the square of a sum is not the sum of squares. */
export const operatorStems: ReadonlySet<string> = new Set(
  stems(
    'sum square cube product difference quotient ratio inverse invert power root mean median derivative integral limit logarithm ' +
      'absolute reciprocal negation complement converse maximum minimum exponential sine cosine factor multiple multiply add ' +
      'subtract divide percent probability prime union intersect composite compose variance expectation',
  ),
)

/** Last stems of a name that is known by itself, whatever it is then said to be of or for. */
export const namingHeads: ReadonlySet<string> = new Set(
  stems('law theorem formula principle form test identity algorithm lemma criterion'),
)

/** Stems of what is done: at the front of a name they are moved to its end, where a noun for them would stand. */
export const deedStems: ReadonlySet<string> = new Set(
  stems(
    'add subtract multiply divide calculate solve convert simplify factorize evaluate graph expand compare estimate round integrate ' +
      'differentiate apply identify complete rationalize substitute invert',
  ),
)

/** Other words for the same, as any glossary of school mathematics has them; the first of each line stays. */
export const sameWords: readonly (readonly string[])[] = [
  ['greatest common divisor', 'gcd', 'gcf', 'hcf', 'greatest common factor', 'highest common factor', 'highest common divisor'],
  ['least common multiple', 'lcm', 'lowest common multiple', 'smallest common multiple'],
  ['least common denominator', 'lcd', 'lowest common denominator'],
  ['order of operation', 'pemdas', 'bodmas', 'bidmas', 'order of arithmetic operation', 'operation order'],
  ['dot product', 'scalar product'],
  ['cross product', 'vector product'],
  ['expected value', 'expectation', 'expectation of random variable', 'expected value of random variable'],
  ['standard deviation', 'std dev'],
  ['probability density function', 'pdf'],
  ['cumulative distribution function', 'cdf'],
  ['probability mass function', 'pmf'],
  ['ordinary differential equation', 'ode'],
  ['partial differential equation', 'pde'],
  ['arithmetic sequence', 'arithmetic progression'],
  ['geometric sequence', 'geometric progression'],
  ['arithmetic mean geometric mean inequality', 'am gm inequality', 'am gm'],
  ['rectangular prism', 'cuboid', 'rectangular solid', 'rectangular box'],
  ['trapezoid', 'trapezium'],
  ['law of exponent', 'law of index', 'index law'],
  ['quadratic equation', 'second degree equation'],
  ['system of equation', 'simultaneous equation'],
  ['system of linear equation', 'linear system', 'simultaneous linear equation', 'linear equation system'],
  ['slope of line', 'gradient of line', 'line gradient'],
  ['absolute value of complex number', 'modulus of complex number', 'magnitude of complex number', 'complex modulus'],
  ['modular arithmetic', 'arithmetic modulo n', 'arithmetic mod n', 'modulo arithmetic', 'clock arithmetic'],
  ['calculate', 'compute', 'find', 'determine'],
  ['trigonometry', 'trig'],
  ['mathematics', 'math', 'maths'],
  ['law', 'rule'],
  ['relationship of', 'relationship between', 'relation between', 'relation of', 'connection between'],
  ['perimeter of circle', 'circumference of circle'],
  ['right triangle', 'right angled triangle', 'right angle triangle'],
  ['pigeonhole principle', 'dirichlet box principle', 'drawer principle'],
  ['common logarithm', 'base 10 logarithm', 'logarithm base 10'],
  ['natural logarithm', 'base e logarithm', 'ln'],
  ['polynomial long division', 'long division of polynomial'],
  ['point of intersection', 'intersection point'],
] // prettier-ignore

/** Words that often, but not always, mean the same: a merge by them is proposed and never made. */
export const alikeWords: readonly (readonly string[])[] = [
  ['mean', 'average', 'arithmetic mean'],
  ['law', 'property'],
  ['derivative', 'differentiation'],
  ['integral', 'integration'],
  ['line', 'straight line'],
  ['exponent', 'power', 'exponentiation'],
  ['graph', 'plot', 'sketch', 'draw'],
]
