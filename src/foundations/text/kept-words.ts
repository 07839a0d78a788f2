/**
 * Words that carry the problem rather than its setting: the mathematics, the verbs and the grammar. They stay in a skeleton (with case
 * and plural folded). A word in no list is masked unless it looks like a verb or an adverb.
 */
export const keptWords = `
  sum total difference product quotient remainder divisor dividend multiple factor prime composite number
  numeral digit integer decimal fraction numerator denominator ratio proportion percentage percent
  percentile rate average mean median mode range variance deviation standard quartile interquartile
  probability chance odds outcome sample space permutation combination arrangement selection subset set
  element union intersection complement venn sequence series term progression arithmetic geometric harmonic
  recursive recurrence formula equation inequality expression polynomial monomial binomial trinomial
  quadratic linear cubic exponential logarithm logarithmic trigonometric function domain codomain image
  inverse composition graph slope gradient intercept axis axes origin coordinate plane point line segment
  ray angle vertex vertices side edge face diagonal base height altitude width length breadth depth
  thickness radius radii diameter circumference chord arc sector tangent secant perimeter area volume
  surface capacity triangle square rectangle parallelogram rhombus trapezoid trapezium polygon
  pentagon hexagon heptagon octagon decagon dodecagon quadrilateral circle semicircle ellipse parabola
  hyperbola cube cuboid prism pyramid cone cylinder sphere hemisphere tetrahedron octahedron solid shape
  figure region net isosceles equilateral scalene acute obtuse right straight reflex regular congruent
  similar parallel perpendicular concentric inscribed circumscribed hypotenuse leg opposite adjacent
  midpoint bisector centroid incenter circumcenter orthocenter symmetry symmetric rotation reflection
  translation dilation transformation scale vector matrix matrices determinant eigenvalue eigenvector
  magnitude direction dot cross scalar limit derivative integral antiderivative differential continuous
  differentiable convergent divergent maximum minimum extremum extrema critical inflection concave convex
  increasing decreasing monotonic velocity speed acceleration distance displacement time duration interval
  age weight mass density temperature pressure force work power energy concentration solution mixture price
  cost profit loss discount tax tip interest principal salary wage income revenue expense budget balance
  deposit payment fee fare commission markup amount quantity size value variable constant coefficient
  exponent root absolute complex real rational irrational imaginary conjugate natural whole even odd
  positive negative nonnegative zero consecutive distinct different same equal unequal equivalent identical
  greatest least largest smallest highest lowest longest shortest biggest common simplest simplified
  reduced mixed improper proper binary octal hexadecimal modulo modulus congruence residue place tens unit
  units ones hundredth thousandth tenth path cycle node degree weighted event independent dependent
  conditional random uniform normal poisson expected distribution fair biased die dice toss flip spinner
  draw replacement population frequency histogram bar chart data mark grade rank order row column grid
  pattern step stage level part piece portion share group remaining rest leftover extra additional entire
  half-life original initial final previous following next last first current former latter new old younger
  older answer result question problem statement case condition way method rule property theorem identity
  proof example system triple quadruple list handshake add subtract multiply divide plus minus times
  over per by into each every all both either neither none any some many much more most few fewer less
  several another other only exactly approximately about nearly almost at altogether together combined
  separately how what which who whose whom when where why if then else whether because since so that this
  these those there here it its itself as than of in on to from with without within between among against
  through during before after until while under above below up down out off back away for and or but not no
  nor yes also too still yet again once ever never always usually often just now today yesterday tomorrow
  later earlier ago already daily weekly monthly yearly annual annually hourly long far fast slow quickly
  slowly high low big small large little great short tall wide narrow heavy full empty open closed
  cheap expensive free rich poor young early late available possible impossible likely certain given known
  unknown required needed necessary sufficient such like except besides instead be am been being do did
  done doing can could will would shall should may might must let having got get gets getting gotten find
  calculate compute determine evaluate simplify solve express expand factorise factorize write state show
  prove verify estimate round convert complete fill choose select pick name give identify describe explain
  compare sketch plot construct suppose assume consider note recall define denote represent satisfy
  satisfies contain contains consist consists include includes exceed exceeds equals make made makes making
  take took taken takes taking put puts use used uses using need needs want wants wanted have go went gone
  goes going come came comes coming buy bought buys buying sell sold sells selling pay paid pays paying
  spend spent spends spending earn earned earns earning save saved saves saving gave gives giving receive
  received receives lend lent borrow borrowed owe owes owed lose lost loses gain gained gains win won wins
  keep kept keeps leave left leaves leaving remain remained remains start started starts starting begin
  began begins beginning finish finished finishes end ended ends stop stopped continue continued travel
  travelled traveled travels travelling traveling drive drove driven drives driving walk walked walks
  walking run ran runs running ride rode rides fly flew flies swim swam swims jump jumped climb climbed
  move moved moves moving arrive arrived arrives depart departed departs reach reached reaches meet met
  meets pass passed passes catch caught overtake overtakes eat ate eaten eats eating drank bake baked bakes
  baking grow grew grown grows growing picked picks picking collect collected collects collecting gather
  gathered read reads reading wrote written writes watch watched play played plays playing study studied
  studies learn learned teach taught worked works working build built builds fix fixed clean cleaned cut
  cuts folded divided divides split splits shared shares distribute distributed distributes arrange
  arranged arranges placed places filled fills pour poured pours mix mixes measure measured measures weigh
  weighed weighs count counted counts hold holds held carry carried carries load loaded ordered orders
  produce produced produces producing print printed prints type typed types send sent sends bring brought
  brings deliver delivered delivers throw threw thrown rolled rolls roll tossed hit hits kick kicked
  flipped drawn selected chosen removed remove removes replace replaced replaces added adds subtracted
  multiplied increase increased increases decrease decreased decreases double doubled doubles tripled
  triples halve halved reduce reduces raised raise raises drop dropped rise risen fall fell fallen
  change changed changes become becomes became turn turned turns opened opens close closes live lived lives
  stay stayed stays sleep slept attend attended attends join joined joins visit visited visits know knew
  knows think thought say said says tell told tells ask asked asks decide decided decides plan planned
  plans try tried tries help helped helps hire hired hires rent rented rents charge charged charges invest
  invested invests donate donated donates lie lies lay stand stands stood sit sits sat cover covered covers
  crossed surround surrounded connect connected intersect intersects touch touches divisible enough
  inclusive exclusive respectively afterward afterwards meanwhile finally thus hence therefore however
  although though apart exact nearest closest correct wrong true false simple compound cross-section
  section outer inner outside inside top bottom front middle center centre left-hand upper lower horizontal
  vertical diagonally clockwise counterclockwise anticlockwise north south east west northeast northwest
  southeast southwest uphill downhill upstream downstream sin cos tan cot sec csc arcsin arccos arctan log
  ln exp lim max min gcd lcm hcf mod det dim ker deg arg sgn floor ceil ceiling infinity infinitely
  infinite finite countable bounded theta pi omega alpha beta gamma delta epsilon phi lambda mu sigma
  around onto toward towards along across beyond near beside behind upon within throughout past via amid
  something someone anyone everyone everything nothing nobody whatever whichever themselves himself herself
  yourself myself i you we us our your my me one's`

/** Cardinal, ordinal and fraction words; all of them are numbers. `second` is decided by what stands before it. */
export const numberWords = `
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion trillion
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth twentieth
  thirtieth fortieth fiftieth hundredth thousandth half halves thirds fourths fifths sixths sevenths eighths ninths tenths twelfths quarter
  quarters`
