/** Functions and other names that are read as one word without a backslash as well. */
export const functionNames: ReadonlySet<string> = new Set(
  'sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan asin acos atan ln log lg exp sqrt cbrt abs floor ceil gcd lcm max min det'.split(
    ' ',
  ),
)

/** Words and commands for a sign. */
export const signNames: ReadonlyMap<string, string> = new Map(
  [
    ['*', 'cdot times ast'],
    ['/', 'div'],
    ['pm', 'pm'],
    ['mp', 'mp'],
    ['<=', 'leq leqslant le'],
    ['>=', 'geq geqslant ge'],
    ['<', 'lt'],
    ['>', 'gt'],
    ['!=', 'neq ne'],
    ['~', 'approx simeq cong sim'],
    ['cup', 'cup'],
    ['cap', 'cap'],
    ['setminus', 'setminus backslash'],
    ['in', 'in'],
    ['\\{', 'lbrace'],
    ['\\}', 'rbrace'],
    ['|', 'lvert rvert vert mid'],
    ['<|', 'langle'],
    ['|>', 'rangle'],
    ['lfloor', 'lfloor'],
    ['rfloor', 'rfloor'],
    ['lceil', 'lceil'],
    ['rceil', 'rceil'],
    ['dots', 'ldots cdots dots dotsc dotsb'],
    ["'", 'prime'],
    ['mod', 'bmod mod'],
    ['pmod', 'pmod'],
    [':', 'colon'],
    ['to', 'to rightarrow implies Rightarrow iff'],
    ['[', 'lbrack'],
    [']', 'rbrack'],
    ['and', 'and land wedge'],
    ['or', 'or lor vee'],
    ['\\\\', 'newline cr'],
    ['=', 'equiv eq'],
    ['deg', 'circ degree'],
    ['currency', 'euro pound yen'],
  ].flatMap(([sign = '', words = '']) => words.split(' ').map((word): [string, string] => [word, sign])),
)

/** Commands that are white space. */
export const spaces: ReadonlySet<string> = new Set(
  'quad qquad thinspace enspace hfill hskip space'.split(' '),
)

/** Commands without a meaning of their own. */
export const ignored: ReadonlySet<string> = new Set(
  'left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle displaystyle textstyle scriptstyle limits nolimits boxed fbox bf rm it mathstrut strut negthinspace noindent centering bold boldsymbol mathbf mathit mathsf mathcal mathfrak vec hat overrightarrow widehat tilde underline ensuremath'.split(
    ' ',
  ),
)
/** Commands whose argument is words. */
export const textCommands: ReadonlySet<string> = new Set(
  'text textbf textit textrm texttt textsf mbox hbox mathrm operatorname textnormal mathop emph textup'.split(
    ' ',
  ),
)
/** Commands that are dropped with their argument. */
export const argumentIgnored: ReadonlySet<string> = new Set([
  'phantom',
  'hspace',
  'vspace',
  'label',
  'tag',
  'color',
  'hphantom',
  'vphantom',
])

/** Runs of letters that are one symbol. */
export const plainConstants: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pi: 'pi',
    infinity: 'infinity',
    infty: 'infinity',
    inf: 'infinity',
    oo: 'infinity',
    theta: 'theta',
    alpha: 'alpha',
    beta: 'beta',
    gamma: 'gamma',
    phi: 'phi',
    lambda: 'lambda',
  }),
)

/** Commands that the parser knows besides the functions. */
export const commandNames: ReadonlySet<string> = new Set(
  'overline bar dot sum prod not notin choose over stackrel underset overset radic cuberoot angle triangle emptyset varnothing operatorname xrightarrow'.split(
    ' ',
  ),
)

/** Words so short that they could be variables side by side. */
export const shortWords: ReadonlySet<string> = new Set(
  'yes no odd even may one two six ten red sun mon tue wed thu fri sat of the is are at an it he by as am pm base all any not both none only per each box car cat dog boy man men men day pen cup top new old few'.split(
    ' ',
  ),
)
