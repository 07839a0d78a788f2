/** Forms of one word that no rule below finds, and words that the rules must not touch. */
const FORMS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'add adding addition added', 'subtract subtraction', 'multiply multiplying multiplication multiplied', 'divid divide dividing division divided',
    'convert conversion converting', 'expand expansion expanding', 'extend extension extending', 'compar compare comparison comparing',
    'solv solve solving solved', 'invert inversion inverting', 'congru congruence congruent congruency', 'similar similarity',
    'converg converge convergence convergent', 'diverg diverge divergence divergent', 'independen independent independence',
    'dependen dependent dependence', 'equivalen equivalent equivalence', 'symmetr symmetry symmetric symmetrical', 'continu continuous continuity',
    'trigonometr trigonometry trigonometric', 'pythagor pythagoras pythagorean', 'percent percentage', 'proportion proportional proportionality',
    'mathematic mathematics mathematical math maths', 'vieta viete', 'formula formulae', 'axis axes', 'factoriz factoring factorization factorize factorising',
    'divisib divisible divisibility', 'apply application applying applied', 'simplif simplify', 'exponent exponents', 'logarithm logarithmic log',
    'theorem theorems', 'algebra algebraic', 'geometr geometry', 'decompos decompose decomposition decomposing', 'measur measure measurement measuring',
    'center centre central', 'meter metre', 'liter litre', 'color colour', 'model modelling modeling', 'polynomial polynomials',
    // Left as they are.
    'equation', 'function', 'fraction', 'section', 'direction', 'action', 'junction', 'relation', 'meaning', 'setting', 'squaring', 'string',
    'spring', 'king', 'ring', 'during', 'speed', 'exceed', 'need', 'hundred', 'exercise', 'precise', 'otherwise', 'promise', 'premise', 'expertise',
    'raise', 'noise', 'something', 'nothing', 'thing', 'wing', 'composite', 'coordinate', 'plane', 'definite', 'indefinite', 'finite', 'infinite',
    'inverse', 'converse', 'sequence', 'series', 'bearing', 'multiple', 'complement', 'mixed', 'integrate', 'integral', 'ordering', 'counting',
    'squared', 'solution', 'working', 'matrix', 'vertex', 'quotient', 'derivative', 'sine', 'cosine', 'square', 'cube', 'expected', 'signed', 'directed',
  ].flatMap((line) => {
    const [stem = '', ...forms] = line.split(' ')
    return [stem, ...forms].map((form) => [form, stem] as const)
  }),
) // prettier-ignore

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/**
 * The part of a word, in lower case and singular, that its forms share: `adding` and `addition` are `add`, `factorisation` is
 * `factoriz`, `two` is `2`. Cruder than a dictionary and made for names of concepts: what must stay apart (`multiple` and
 * `multiply`, `combination` and `combining`) does.
 */
export function stemOf(word: string): string {
  const known = FORMS[word]
  if (known !== undefined) return known
  const number = NUMBERS.indexOf(word)
  if (number >= 0) return String(number)
  if (word.length < 5) return word
  const american = word.length < 8 ? word : word.replace(/is(e|ed|ing|ation)$/, 'iz$1')
  const spelled = FORMS[american]
  if (spelled !== undefined) return spelled
  if (/..iz(?:e|ed|ing|ation)$/.test(american)) return american.replace(/(?:e|ed|ing|ation)$/, '')
  if (/...(?:ify|ified|ifying|ification)$/.test(american))
    return american.replace(/(?:ify|ified|ifying|ification)$/, 'if')
  if (american.length > 6 && /at(?:e|ed|ing|ion)$/.test(american))
    return american.replace(/(?:e|ed|ing|ion)$/, '')
  if (/[^a]ct(?:ing|ion|ed)$/.test(american) || /ract(?:ing|ion|ed)$/.test(american))
    return american.replace(/(?:ing|ion|ed)$/, '')
  if (american.length > 6 && /ut(?:e|ed|ing|ion)$/.test(american))
    return american.replace(/(?:e|ed|ing|ion)$/, '')
  if (american.length > 5 && /[^e](?:ing|ed)$/.test(american))
    return shortened(american.replace(/(?:ing|ed)$/, ''))
  return american.replace(/e$/, '')
}

/** `plott` is `plot`, `dilut` is what is left of `dilute`; a doubled l, s or z belongs to the word. */
function shortened(stem: string): string {
  if (/([bdfgkmnprtv])\1$/.test(stem)) return FORMS[stem.slice(0, -1)] ?? stem.slice(0, -1)
  return FORMS[`${stem}e`] ?? FORMS[stem] ?? stem.replace(/e$/, '')
}
