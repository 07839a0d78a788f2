CREATE CONSTRAINT concept_id IF NOT EXISTS FOR (n:Concept) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT seed_id IF NOT EXISTS FOR (n:Seed) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT family_id IF NOT EXISTS FOR (n:Family) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:Run) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT walk_id IF NOT EXISTS FOR (n:Walk) REQUIRE n.id IS UNIQUE;
CREATE INDEX pair_id IF NOT EXISTS FOR (n:Pair) ON (n.id);
UNWIND [
{id: '0678850912b96ef1a116428ad31000c7', name: 'Triangles', key: 'triangle', kind: 'topic', definition: 'Sides, angles and area of triangles.', aliases: ['Triangles'], aliasCounts: [16], count: 16, taxonomyId: 'triangles', community: 1},
{id: '0c42a5189645879d43a3d2f0f3732e8b', name: 'Shopping and prices', key: 'shopping and price', kind: 'topic', definition: 'What goods cost, what is paid and what comes back.', aliases: ['Shopping and prices'], aliasCounts: [13], count: 13, taxonomyId: 'shopping-and-prices', community: 2},
{id: '146d00a1040b5d304a43e586cb05d07d', name: 'Quadrilaterals and polygons', key: 'quadrilateral and polygon', kind: 'topic', definition: 'Rectangles, squares and other polygons: sides, area, perimeter.', aliases: ['Quadrilaterals and polygons'], aliasCounts: [16], count: 16, taxonomyId: 'quadrilaterals-and-polygons', community: 1},
{id: '1fe7f5ea596e4c8912c4a61e056289dd', name: 'Counting principles', key: 'counting principle', kind: 'topic', definition: 'Ways to count choices without listing them all.', aliases: ['Counting principles'], aliasCounts: [12], count: 12, taxonomyId: 'counting-principles', community: 0},
{id: '2f724ea1fcb106211f21e5a519d5abc5', name: 'Circles', key: 'circle', kind: 'topic', definition: 'Circumference, area, arcs, chords and tangents.', aliases: ['Circles'], aliasCounts: [8], count: 8, taxonomyId: 'circles', community: 1},
{id: '3df2b9e2ffe1e46e5ccef36bda6c1dcf', name: 'Averages and spread', key: 'average and spread', kind: 'topic', definition: 'Numbers that tell the centre of data and how far they scatter.', aliases: ['Averages and spread'], aliasCounts: [15], count: 15, taxonomyId: 'averages-and-spread', community: 5},
{id: '3e75914b9ece657d7fe2b6868d7a8cb1', name: 'Coordinate geometry', key: 'coordinate geometry', kind: 'topic', definition: 'Figures described by coordinates.', aliases: ['Coordinate geometry'], aliasCounts: [10], count: 10, taxonomyId: 'coordinate-geometry', community: 1},
{id: '444e7b458235f6dfc80204c60688fa44', name: 'Random variables', key: 'random variable', kind: 'topic', definition: 'Numbers that depend on chance, their averages and distributions.', aliases: ['Random variables'], aliasCounts: [8], count: 8, taxonomyId: 'random-variables', community: 6},
{id: '5ab05b2075df21fbad56b6eead5b820a', name: 'Modular arithmetic', key: 'modular arithmetic', kind: 'topic', definition: 'Calculating with remainders on division by a fixed number.', aliases: ['Modular arithmetic'], aliasCounts: [8], count: 8, taxonomyId: 'modular-arithmetic', community: 0},
{id: '5c032a527efbdb0bcd72f3abb02a230e', name: 'Probability', key: 'probability', kind: 'topic', definition: 'How likely events are, measured from 0 to 1.', aliases: ['Probability'], aliasCounts: [15], count: 15, taxonomyId: 'probability-basics', community: 6},
{id: '5e50e04b337d8e1877a09f8a0db418ef', name: 'Systems of linear equations', key: 'system of linear equation', kind: 'topic', definition: 'Several linear equations that must hold together.', aliases: ['Systems of linear equations'], aliasCounts: [11], count: 11, taxonomyId: 'systems-of-equations', community: 0},
{id: '614cfaca38235f1fedea1de99de2f510', name: 'Angles', key: 'angle', kind: 'topic', definition: 'Sizes of angles and the relations between them.', aliases: ['Angles'], aliasCounts: [14], count: 14, taxonomyId: 'angles', community: 1},
{id: '66306c9ff87f091e97501913fab0407c', name: 'Fractions', key: 'fraction', kind: 'topic', definition: 'Numbers written as one integer over another and their operations.', aliases: ['Fractions'], aliasCounts: [9], count: 9, taxonomyId: 'fractions', community: 2},
{id: '6784a7a09085f79093e5b9c9c5cb494e', name: 'Powers and roots', key: 'power and root', kind: 'topic', definition: 'Repeated multiplication and its inverse for plain numbers.', aliases: ['Powers and roots'], aliasCounts: [13], count: 13, taxonomyId: 'exponents-basics', community: 3},
{id: '73fb6ebdcefc1528d4f34812aae97819', name: 'Divisibility and factors', key: 'divisibility and factor', kind: 'topic', definition: 'When one integer goes into another exactly, and the divisors a number has.', aliases: ['Divisibility and factors'], aliasCounts: [10], count: 10, taxonomyId: 'divisibility', community: 0},
{id: 'abf809c2f390437c4e1b161688c2240e', name: 'Time and calendar', key: 'time and calendar', kind: 'topic', definition: 'Clock times, durations, dates and ages.', aliases: ['Time and calendar'], aliasCounts: [13], count: 13, taxonomyId: 'time-and-calendar', community: 0},
{id: 'b856d4ddca5b98f834ab5925bbe3cba6', name: 'Ratio and proportion', key: 'ratio and proportion', kind: 'topic', definition: 'Comparing quantities by division and keeping such comparisons equal.', aliases: ['Ratio and proportion'], aliasCounts: [10], count: 10, taxonomyId: 'ratio-and-proportion', community: 4},
{id: 'bb61a857c747bc6e8c1733dc9bc6ef77', name: 'Trigonometric functions', key: 'trigonometric function', kind: 'topic', definition: 'Sine, cosine and tangent as functions of a real number.', aliases: ['Trigonometric functions'], aliasCounts: [8], count: 8, taxonomyId: 'trigonometric-functions', community: 7},
{id: 'd78e3c8f28a562b949c8f16190ff291b', name: 'Derivatives', key: 'derivative', kind: 'topic', definition: 'Rates of change of functions.', aliases: ['Derivatives'], aliasCounts: [12], count: 12, taxonomyId: 'derivatives', community: 3},
{id: 'db986c6c3c79970be291984680581aa8', name: 'Whole number arithmetic', key: 'whole number arithmetic', kind: 'topic', definition: 'Calculating with the numbers 0, 1, 2, … by the four operations.', aliases: ['Whole number arithmetic'], aliasCounts: [114], count: 114, taxonomyId: 'whole-number-arithmetic', community: 0},
{id: 'dbba6017b85b43e7dec5876df523655d', name: 'Solid geometry', key: 'solid geometry', kind: 'topic', definition: 'Volumes and surfaces of solids.', aliases: ['Solid geometry'], aliasCounts: [9], count: 9, taxonomyId: 'solid-geometry', community: 1},
{id: 'dc73e02876f818926e8970abed19e14b', name: 'Percentages', key: 'percentage', kind: 'topic', definition: 'Numbers expressed as hundredths of a whole.', aliases: ['Percentages'], aliasCounts: [19], count: 19, taxonomyId: 'percentages', community: 2},
{id: 'e2ef87c497609815bc0e940be04e7529', name: 'Linear equations', key: 'linear equation', kind: 'topic', definition: 'Equations in which the unknown occurs only to the first power.', aliases: ['Linear equations'], aliasCounts: [15], count: 15, taxonomyId: 'linear-equations', community: 3},
{id: 'e403a72056c77457f08ca0290e6a7de2', name: 'Counting structures', key: 'counting structure', kind: 'topic', definition: 'Counts tied to paths, figures, matches, subsets and the binomial triangle.', aliases: ['Counting structures'], aliasCounts: [11], count: 11, taxonomyId: 'counting-structures', community: 0},
{id: 'f03052a1bfbda6c23e1155e266ba7b55', name: 'Radicals', key: 'radical', kind: 'topic', definition: 'Square roots and higher roots in expressions and equations.', aliases: ['Radicals'], aliasCounts: [9], count: 9, taxonomyId: 'radicals', community: 3},
{id: 'f2e1bf0c120839bfd2d0ac510553a286', name: 'Speed, distance and time', key: 'speed, distance and time', kind: 'topic', definition: 'Movement at given speeds and the distances and times it takes.', aliases: ['Speed, distance and time'], aliasCounts: [11], count: 11, taxonomyId: 'motion', community: 4},
{id: 'f43d8de07d5c2cf5eba64c1ce6e863db', name: 'Signed numbers and absolute value', key: 'signed number and absolute value', kind: 'topic', definition: 'Positive and negative numbers, their size and their place on the number line.', aliases: ['Signed numbers and absolute value'], aliasCounts: [8], count: 8, taxonomyId: 'signed-numbers', community: 2},
{id: 'f46fd0458fcd61958daf8dd72da00a9d', name: 'Earning and trading', key: 'earning and trading', kind: 'topic', definition: 'Income, wages, profit and exchange of money.', aliases: ['Earning and trading'], aliasCounts: [9], count: 9, taxonomyId: 'business-money', community: 0},
{id: 'f483cc9deb328ae8cd5e1856e2beec23', name: 'Integrals', key: 'integral', kind: 'topic', definition: 'Areas and accumulated change.', aliases: ['Integrals'], aliasCounts: [9], count: 9, taxonomyId: 'integrals', community: 5}
] AS row
MERGE (n:Concept {id: row.id})
SET n:Topic, n += row;
UNWIND [
{id: '4e220a5fbba5bd6b64d9ae50d29fb425', name: 'Percent of a quantity', key: 'percent of a quantity', kind: 'knowledge-point', definition: 'Taking a given percentage of an amount.', aliases: ['Percent of a quantity'], aliasCounts: [10], count: 10, taxonomyId: 'percent-of-a-quantity', community: 2},
{id: '5816a6b70e7032d26cf5dd72dccf5285', name: 'Multiplication of whole numbers', key: 'multiplication of whole number', kind: 'knowledge-point', definition: 'Finding the total of equal groups of whole size, or a whole multiple.', aliases: ['Multiplication of whole numbers'], aliasCounts: [31], count: 31, taxonomyId: 'multiplication-of-whole-numbers', community: 0},
{id: '8b3b49c69cbe245703d6fda7da8afae3', name: 'Classical probability', key: 'classical probability', kind: 'knowledge-point', definition: 'Favourable outcomes over all equally likely outcomes.', aliases: ['Classical probability'], aliasCounts: [12], count: 12, taxonomyId: 'classical-probability', community: 6},
{id: '9582b68a4cf6575b8c5a6a0cc1751a33', name: 'Arithmetic mean', key: 'arithmetic mean', kind: 'knowledge-point', definition: 'The sum of the values divided by their number.', aliases: ['Arithmetic mean'], aliasCounts: [9], count: 9, taxonomyId: 'arithmetic-mean', community: 5},
{id: 'bc822dd410a117e078bd2ca6b6f67ab7', name: 'Addition and subtraction of whole numbers', key: 'addition and subtraction of whole number', kind: 'knowledge-point', definition: 'Joining, comparing and taking away whole quantities.', aliases: ['Addition and subtraction of whole numbers'], aliasCounts: [22], count: 22, taxonomyId: 'addition-and-subtraction-of-whole-numbers', community: 0},
{id: 'd2d5f84a0a88632fb61cc50fc0151879', name: 'Constant speed travel', key: 'constant speed travel', kind: 'knowledge-point', definition: 'Distance equals speed times time at a constant speed.', aliases: ['Constant speed travel'], aliasCounts: [9], count: 9, taxonomyId: 'constant-speed-travel', community: 4},
{id: 'e404d3bfe3357d62996f48a6251166be', name: 'Unit rate', key: 'unit rate', kind: 'knowledge-point', definition: 'An amount per one unit of another quantity, and totals found from it.', aliases: ['Unit rate'], aliasCounts: [9], count: 9, taxonomyId: 'unit-rate', community: 4}
] AS row
MERGE (n:Concept {id: row.id})
SET n:KnowledgePoint, n += row;
UNWIND [
{id: '00206b74763bc14808577291bf7739fb', name: 'A baker fills 18 trays with 12 buns each and then packs all…', question: 'A baker fills 18 trays with 12 buns each and then packs all the buns into bags of 8. How many bags does the baker fill?', solution: 'The trays hold 18*12=<<18*12=216>>216 buns.\nPacking 8 to a bag gives 216/8=<<216/8=27>>27 bags.', answer: '27', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'arithmetic', level: 1, language: 'en', sourceId: 'arithmetic-003'},
{id: '06c8f7b0f8b72c752bbddc05acdd58fa', name: 'Nine weavers working 8 hours a day make 30 rugs in 20 days.…', question: 'Nine weavers working 8 hours a day make 30 rugs in 20 days. How many days do 12 weavers working 6 hours a day need for 45 rugs?', solution: 'The first job takes 9*8*20=<<9*8*20=1440>>1440 weaver-hours.\nOne rug takes 1440/30=<<1440/30=48>>48 weaver-hours.\nForty-five rugs take 45*48=<<45*48=2160>>2160 weaver-hours.\nThe second team supplies 12*6=<<12*6=72>>72 weaver-hours a day, so it needs 2160/72=<<2160/72=30>>30 days.', answer: '30', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'prealgebra', level: 4, language: 'en', sourceId: 'prealgebra-016'},
{id: '0a983d9d407ebb44b671c50c0b320359', name: 'In a chess league every team plays every other team twice. …', question: 'In a chess league every team plays every other team twice. There are 132 games in all. How many teams are there?', solution: 'With $n$ teams each plays $2(n-1)$ games, and each game is counted for two teams, so there are $n(n-1)$ games.\nThe number 132 is 12*11=<<12*11=132>>132.\nSo there are 132/11=<<132/11=12>>12 teams.', answer: '12', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'counting', level: 2, language: 'en', sourceId: 'counting-014'},
{id: '0d91f92d399d0a544278920c1d960ab7', name: 'If $\\sin x-\\cos x=\\frac13$, find $\\sin 2x+\\cos 4x$ as a fra…', question: 'If $\\sin x-\\cos x=\\frac13$, find $\\sin 2x+\\cos 4x$ as a fraction in lowest terms.', solution: 'Squaring gives $1-\\sin2x=\\frac19$, so the sine is 1-(1/3)^2=<<1-(1/3)^2=8/9>>8/9.\nThe double-angle formula gives $\\cos4x=1-2\\sin^22x$: 1-2*(8/9)^2=<<1-2*(8/9)^2=-47/81>>-47/81.\nThe sum is 8/9-47/81=<<8/9-47/81=25/81>>25/81.', answer: '\\frac{25}{81}', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'trigonometry', level: 4, language: 'en', sourceId: 'trigonometry-016'},
{id: '0e7010d4c6ca753b62ab7a80b43ac964', name: 'Grass grows at a steady rate on a meadow. It would feed 20 …', question: 'Grass grows at a steady rate on a meadow. It would feed 20 cows for 12 weeks or 28 cows for 6 weeks until nothing is left. How many cows would it feed for 8 weeks?', solution: 'Count in weekly rations for one cow: 12 weeks provide 20*12=<<20*12=240>>240 and 6 weeks provide 28*6=<<28*6=168>>168 rations.\nThe 6 further weeks of growth give 240-168=<<240-168=72>>72 rations, so 72/6=<<72/6=12>>12 a week.\nAt the start there were 168-6*12=<<168-6*12=96>>96 rations.\nIn 8 weeks there are 96+8*12=<<96+8*12=192>>192 rations, enough for 192/8=<<192/8=24>>24 cows.', answer: '24', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'logic-sets-and-puzzles', level: 4, language: 'en', sourceId: 'logic-sets-and-puzzles-021'},
{id: '14873fe96c7515b07b7083e93f2ed3e0', name: 'If a teacher gives each pupil 5 pencils, 14 are left over; …', question: 'If a teacher gives each pupil 5 pencils, 14 are left over; if each is to get 7 pencils, 30 are lacking. How many pencils has the teacher?', solution: 'Each pupil getting 7-5=<<7-5=2>>2 more pencils needs 14+30=<<14+30=44>>44 more altogether.\nSo there are 44/2=<<44/2=22>>22 pupils.\nThe teacher has 22*5+14=<<22*5+14=124>>124 pencils.', answer: '124', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'logic-sets-and-puzzles', level: 3, language: 'en', sourceId: 'logic-sets-and-puzzles-020'},
{id: '1abf07031de98d42f85d970934bfc5ce', name: 'A deposit of 5,000 dollars grows at 4% a year for 2 years. …', question: 'A deposit of 5,000 dollars grows at 4% a year for 2 years. How many dollars more does it earn with yearly compounding than with simple interest?', solution: 'Compounded, it becomes 5000*1.04^2=<<5000*1.04^2=5408>>5408 dollars, so it earns 5408-5000=<<5408-5000=408>>408 dollars.\nSimple interest is 5000*0.04*2=<<5000*0.04*2=400>>400 dollars.\nThe difference is 408-400=<<408-400=8>>8 dollars.', answer: '8', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'money', level: 3, language: 'en', sourceId: 'money-012'},
{id: '223fd656d61662145002d0e9f790e2de', name: 'The sum of 25 consecutive integers is 1000. What is the sma…', question: 'The sum of 25 consecutive integers is 1000. What is the smallest of them?', solution: 'The mean is 1000/25=<<1000/25=40>>40, and it is the middle, 13th, integer.\nThere are 12 integers below it, so the smallest is 40-12=<<40-12=28>>28.', answer: '28', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'functions-and-sequences', level: 3, language: 'en', sourceId: 'functions-and-sequences-011'},
{id: '2a0cf214b65e985da5f687db63544dd4', name: 'Six letters are put at random into six addressed envelopes,…', question: 'Six letters are put at random into six addressed envelopes, one in each. In how many ways can exactly two letters be in their own envelopes?', solution: 'The two correct letters can be chosen in 6*5/2=<<6*5/2=15>>15 ways.\nThe other four must all be wrong. By inclusion-exclusion the number of derangements of four is 24-24+12-4+1=<<24-24+12-4+1=9>>9.\nThe total is 15*9=<<15*9=135>>135 ways.', answer: '135', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'counting', level: 5, language: 'en', sourceId: 'counting-015'},
{id: '3a2ba0b763d2b5cf53f1fcb6d159b1f9', name: 'On a balance, 3 pears weigh as much as 2 apples and 60 g, a…', question: 'On a balance, 3 pears weigh as much as 2 apples and 60 g, and 2 apples weigh as much as 1 pear and 180 g. How many grams does an apple weigh?', solution: 'Replace the 2 apples on the first balance: 3 pears weigh as much as 1 pear and 180+60=<<180+60=240>>240 g.\nSo 2 pears weigh 240 g and a pear weighs 240/2=<<240/2=120>>120 g.\nTwo apples weigh 120+180=<<120+180=300>>300 g, so an apple weighs 300/2=<<300/2=150>>150 g.', answer: '150', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'logic-sets-and-puzzles', level: 2, language: 'en', sourceId: 'logic-sets-and-puzzles-015'},
{id: '426edc011b3be28f66f31a3483e7f468', name: 'The pages of a book are numbered 1, 2, 3 and so on. The pri…', question: 'The pages of a book are numbered 1, 2, 3 and so on. The printer used 732 digits for the page numbers. How many pages has the book?', solution: 'Pages 1 to 9 use 9 digits, and pages 10 to 99 use 90*2=<<90*2=180>>180 digits.\nFor three-digit pages 732-9-180=<<732-9-180=543>>543 digits remain, which make 543/3=<<543/3=181>>181 pages.\nThe book has 99+181=<<99+181=280>>280 pages.', answer: '280', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'logic-sets-and-puzzles', level: 3, language: 'en', sourceId: 'logic-sets-and-puzzles-012'},
{id: '52efedb6d4acf32d4ee9fe43ed17c200', name: 'The angles $\\alpha$ and $\\beta$ lie between $90^\\circ$ and …', question: 'The angles $\\alpha$ and $\\beta$ lie between $90^\\circ$ and $180^\\circ$, with $\\sin\\alpha=\\frac35$ and $\\cos\\beta=-\\frac{5}{13}$. Find $\\sin(\\alpha+\\beta)$.', solution: 'In the second quadrant $\\cos\\alpha=-\\frac45$ and $\\sin\\beta=\\frac{12}{13}$.\nThe sum formula is $\\sin\\alpha\\cos\\beta+\\cos\\alpha\\sin\\beta$.\nThe value is (3/5)*(-5/13)+(-4/5)*(12/13)=<<(3/5)*(-5/13)+(-4/5)*(12/13)=-63/65>>-63/65.', answer: '-\\frac{63}{65}', source: 'conceptloom-seeds', split: 'train', license: 'CC-BY-4.0', subject: 'trigonometry', level: 4, language: 'en', sourceId: 'trigonometry-015'}
] AS row
MERGE (n:Seed {id: row.id})
SET n += row;
UNWIND [
{id: 'account-balance', name: 'account-balance'},
{id: 'all-drawn-of-one-kind', name: 'all-drawn-of-one-kind'},
{id: 'boxes-partly-used', name: 'boxes-partly-used'},
{id: 'chance-of-a-multiple', name: 'chance-of-a-multiple'},
{id: 'chance-of-overlap', name: 'chance-of-overlap'},
{id: 'count-from-probability', name: 'count-from-probability'},
{id: 'distance-at-constant-speed', name: 'distance-at-constant-speed'},
{id: 'distance-in-minutes', name: 'distance-in-minutes'},
{id: 'equal-groups-total', name: 'equal-groups-total'},
{id: 'items-per-minute', name: 'items-per-minute'},
{id: 'left-over-from-several-boxes', name: 'left-over-from-several-boxes'},
{id: 'mean-after-one-joins', name: 'mean-after-one-joins'},
{id: 'mean-against-median', name: 'mean-against-median'},
{id: 'mean-from-frequency-table', name: 'mean-from-frequency-table'},
{id: 'missing-value-for-mean', name: 'missing-value-for-mean'},
{id: 'output-in-hours', name: 'output-in-hours'},
{id: 'percent-of-amount', name: 'percent-of-amount'},
{id: 'percent-of-group', name: 'percent-of-group'},
{id: 'percent-of-ratio-share', name: 'percent-of-ratio-share'},
{id: 'percent-of-what-is-left', name: 'percent-of-what-is-left'},
{id: 'repacking', name: 'repacking'},
{id: 'repeated-amount', name: 'repeated-amount'},
{id: 'saved-from-overtime-pay', name: 'saved-from-overtime-pay'},
{id: 'stock-change', name: 'stock-change'},
{id: 'time-at-constant-speed', name: 'time-at-constant-speed'},
{id: 'winners-from-chance-of-losing', name: 'winners-from-chance-of-losing'}
] AS row
MERGE (n:Family {id: row.id})
SET n += row;
UNWIND [
{id: '269b6d5eb3dd80565a3d3eb2e90a7580', name: 'run 269b6d5e', engine: 'procedural'}
] AS row
MERGE (n:Run {id: row.id})
SET n += row;
UNWIND [
{id: 'fbb7a9e9aca25e33ccb1e4d46d9228c6', name: 'walk 0', mode: 'mathscale', graphVersion: 'f4248391ac420af3cca496d6cd5935ae', runSeed: 7, index: 0},
{id: '09d1334983ff9ebf619b8baef580f2b5', name: 'walk 1', mode: 'mathscale', graphVersion: 'f4248391ac420af3cca496d6cd5935ae', runSeed: 7, index: 1},
{id: '098c7cd1754be5f03e23541f55abb1d6', name: 'walk 3', mode: 'mathscale', graphVersion: 'f4248391ac420af3cca496d6cd5935ae', runSeed: 7, index: 3}
] AS row
MERGE (n:Walk {id: row.id})
SET n += row;
UNWIND [
{id: 'fa5e3c5ed7e058fb18e39830159423a9', name: 'What is the value of $76 \\sin 30^\\circ + 40 \\tan 45^\\circ$?', question: 'What is the value of $76 \\sin 30^\\circ + 40 \\tan 45^\\circ$?', solution: 'The sine of 30 degrees and the cosine of 60 degrees are one half, and the tangent of 45 degrees is one.\nSo the value is 76 × 1/2 + 40 × 1 = <<76*1/2+40*1=78>>78.\nThe answer is 78.', finalAnswer: '78', method: 'procedural', split: 'train', index: 0, rung: 5, difficulty: 1.358458, marks: []},
{id: '40c4d5d9cdb8631f58e6a2574084de85', name: 'Let $n$ be the largest of three consecutive even integers w…', question: 'Let $n$ be the largest of three consecutive even integers whose sum is 30. Three consecutive rest areas along a motorway are evenly spaced. The first of them is at kilometre 6, and the third is at kilometre $n$. At which kilometre is the second of them?', solution: 'The middle one of three equally spaced numbers is their mean: 30 ÷ 3 = <<30/3=10>>10.\nConsecutive even integers differ by 2, so the largest is 10 + 2 = <<10+2=12>>12.\nThis gives $n = 12$.\nAmong evenly spaced numbers the middle one is the mean of two that are equally far from it.\nSo it is (6 + 12) ÷ 2 = <<(6+12)/2=9>>9.\nThe answer is 9.', finalAnswer: '9', method: 'procedural', split: 'train', index: 1, rung: 5, difficulty: 2.446032, marks: []},
{id: '8acc9d904e7e0c4395eb0f7438c586e1', name: 'Hiring a canoe costs \\$30 a day. Henrik hires one for 46 da…', question: 'Hiring a canoe costs \\$30 a day. Henrik hires one for 46 days. Let $n$ be the total cost in dollars of Henrik\'s canoe hire. Yusuf puts $n$ dollars into an account with 11% simple interest per year and leaves it there for 5 years. A shipyard pays \\$16 per hour on weekdays, and one and a half times as much on Sundays. In one week a worker spends 36 hours there on weekdays and 5 hours on Sunday. How much greater is the interest in dollars that Yusuf\'s money earns than the pay in dollars of the worker at the shipyard?', solution: 'Each of the 46 days costs the same amount, so multiply.\n46 × 30 = <<46*30=1380>>1380, so the total is \\$1380.\nThis gives $n = 1380$.\nSimple interest is the same every year: 11/100 × 1380 = <<11/100*1380=151.8>>151.80 dollars.\nIn 5 years that is 5 × 151.8 = <<5*151.8=759>>759 dollars.\nNormal hours: 36 × 16 = <<36*16=576>>576 dollars.\nThe higher wage is 1.5 × 16 = <<1.5*16=24>>24 dollars per hour, so these hours bring 5 × 24 = <<5*24=120>>120 dollars.\nTogether: 576 + 120 = <<576+120=696>>696 dollars.\nThe difference is $759 - 696$ = <<759-696=63>>63.\nThe answer is 63.', finalAnswer: '63', method: 'procedural', split: 'train', index: 3, rung: 5, difficulty: 3.070019, marks: []}
] AS row
MERGE (n:Pair {id: row.id})
SET n += row;
UNWIND [
['00206b74763bc14808577291bf7739fb', 'db986c6c3c79970be291984680581aa8'],
['06c8f7b0f8b72c752bbddc05acdd58fa', 'db986c6c3c79970be291984680581aa8'],
['0a983d9d407ebb44b671c50c0b320359', 'db986c6c3c79970be291984680581aa8'],
['0a983d9d407ebb44b671c50c0b320359', 'e403a72056c77457f08ca0290e6a7de2'],
['0d91f92d399d0a544278920c1d960ab7', 'bb61a857c747bc6e8c1733dc9bc6ef77'],
['0e7010d4c6ca753b62ab7a80b43ac964', 'db986c6c3c79970be291984680581aa8'],
['14873fe96c7515b07b7083e93f2ed3e0', 'db986c6c3c79970be291984680581aa8'],
['1abf07031de98d42f85d970934bfc5ce', 'f46fd0458fcd61958daf8dd72da00a9d'],
['223fd656d61662145002d0e9f790e2de', 'e2ef87c497609815bc0e940be04e7529'],
['2a0cf214b65e985da5f687db63544dd4', 'db986c6c3c79970be291984680581aa8'],
['2a0cf214b65e985da5f687db63544dd4', 'e403a72056c77457f08ca0290e6a7de2'],
['3a2ba0b763d2b5cf53f1fcb6d159b1f9', 'db986c6c3c79970be291984680581aa8'],
['426edc011b3be28f66f31a3483e7f468', 'db986c6c3c79970be291984680581aa8']
] AS row
MATCH (a:Seed {id: row[0]})
MATCH (b:Concept {id: row[1]})
MERGE (a)-[r:HAS_TOPIC]->(b);
UNWIND [
['00206b74763bc14808577291bf7739fb', '5816a6b70e7032d26cf5dd72dccf5285'],
['06c8f7b0f8b72c752bbddc05acdd58fa', '5816a6b70e7032d26cf5dd72dccf5285'],
['0a983d9d407ebb44b671c50c0b320359', '5816a6b70e7032d26cf5dd72dccf5285'],
['0a983d9d407ebb44b671c50c0b320359', 'bc822dd410a117e078bd2ca6b6f67ab7'],
['0e7010d4c6ca753b62ab7a80b43ac964', 'bc822dd410a117e078bd2ca6b6f67ab7'],
['14873fe96c7515b07b7083e93f2ed3e0', '5816a6b70e7032d26cf5dd72dccf5285'],
['14873fe96c7515b07b7083e93f2ed3e0', 'bc822dd410a117e078bd2ca6b6f67ab7'],
['1abf07031de98d42f85d970934bfc5ce', '5816a6b70e7032d26cf5dd72dccf5285'],
['2a0cf214b65e985da5f687db63544dd4', '5816a6b70e7032d26cf5dd72dccf5285']
] AS row
MATCH (a:Seed {id: row[0]})
MATCH (b:Concept {id: row[1]})
MERGE (a)-[r:TESTS]->(b);
UNWIND [
['4e220a5fbba5bd6b64d9ae50d29fb425', 'dc73e02876f818926e8970abed19e14b', {by: 'taxonomy'}],
['5816a6b70e7032d26cf5dd72dccf5285', 'db986c6c3c79970be291984680581aa8', {by: 'taxonomy'}],
['8b3b49c69cbe245703d6fda7da8afae3', '5c032a527efbdb0bcd72f3abb02a230e', {by: 'taxonomy'}],
['9582b68a4cf6575b8c5a6a0cc1751a33', '3df2b9e2ffe1e46e5ccef36bda6c1dcf', {by: 'taxonomy'}],
['bc822dd410a117e078bd2ca6b6f67ab7', 'db986c6c3c79970be291984680581aa8', {by: 'taxonomy'}],
['d2d5f84a0a88632fb61cc50fc0151879', 'f2e1bf0c120839bfd2d0ac510553a286', {by: 'taxonomy'}],
['e404d3bfe3357d62996f48a6251166be', 'b856d4ddca5b98f834ab5925bbe3cba6', {by: 'taxonomy'}]
] AS row
MATCH (a:Concept {id: row[0]})
MATCH (b:Concept {id: row[1]})
MERGE (a)-[r:PART_OF]->(b)
SET r += row[2];
UNWIND [
['5816a6b70e7032d26cf5dd72dccf5285', 'bc822dd410a117e078bd2ca6b6f67ab7'],
['9582b68a4cf6575b8c5a6a0cc1751a33', 'bc822dd410a117e078bd2ca6b6f67ab7'],
['d2d5f84a0a88632fb61cc50fc0151879', '5816a6b70e7032d26cf5dd72dccf5285'],
['d2d5f84a0a88632fb61cc50fc0151879', 'e404d3bfe3357d62996f48a6251166be']
] AS row
MATCH (a:Concept {id: row[0]})
MATCH (b:Concept {id: row[1]})
MERGE (a)-[r:REQUIRES]->(b);
UNWIND [
['account-balance', 'bc822dd410a117e078bd2ca6b6f67ab7'],
['all-drawn-of-one-kind', '8b3b49c69cbe245703d6fda7da8afae3'],
['boxes-partly-used', '5816a6b70e7032d26cf5dd72dccf5285'],
['boxes-partly-used', 'bc822dd410a117e078bd2ca6b6f67ab7'],
['chance-of-a-multiple', '8b3b49c69cbe245703d6fda7da8afae3'],
['chance-of-overlap', '8b3b49c69cbe245703d6fda7da8afae3'],
['count-from-probability', '8b3b49c69cbe245703d6fda7da8afae3'],
['distance-at-constant-speed', 'd2d5f84a0a88632fb61cc50fc0151879'],
['distance-in-minutes', 'd2d5f84a0a88632fb61cc50fc0151879'],
['equal-groups-total', '5816a6b70e7032d26cf5dd72dccf5285'],
['items-per-minute', 'e404d3bfe3357d62996f48a6251166be'],
['left-over-from-several-boxes', '5816a6b70e7032d26cf5dd72dccf5285'],
['mean-after-one-joins', '9582b68a4cf6575b8c5a6a0cc1751a33'],
['mean-against-median', '9582b68a4cf6575b8c5a6a0cc1751a33'],
['mean-from-frequency-table', '9582b68a4cf6575b8c5a6a0cc1751a33'],
['missing-value-for-mean', '9582b68a4cf6575b8c5a6a0cc1751a33'],
['output-in-hours', 'e404d3bfe3357d62996f48a6251166be'],
['percent-of-amount', '4e220a5fbba5bd6b64d9ae50d29fb425'],
['percent-of-group', '4e220a5fbba5bd6b64d9ae50d29fb425'],
['percent-of-ratio-share', '4e220a5fbba5bd6b64d9ae50d29fb425'],
['percent-of-what-is-left', '4e220a5fbba5bd6b64d9ae50d29fb425'],
['repacking', '5816a6b70e7032d26cf5dd72dccf5285'],
['repeated-amount', '5816a6b70e7032d26cf5dd72dccf5285'],
['saved-from-overtime-pay', '4e220a5fbba5bd6b64d9ae50d29fb425'],
['stock-change', 'bc822dd410a117e078bd2ca6b6f67ab7'],
['time-at-constant-speed', 'd2d5f84a0a88632fb61cc50fc0151879'],
['winners-from-chance-of-losing', '8b3b49c69cbe245703d6fda7da8afae3']
] AS row
MATCH (a:Family {id: row[0]})
MATCH (b:Concept {id: row[1]})
MERGE (a)-[r:EXERCISES]->(b);
UNWIND [
['0678850912b96ef1a116428ad31000c7', '146d00a1040b5d304a43e586cb05d07d', {count: 1, kind: 'TT'}],
['0678850912b96ef1a116428ad31000c7', '2f724ea1fcb106211f21e5a519d5abc5', {count: 2, kind: 'TT'}],
['0678850912b96ef1a116428ad31000c7', '3e75914b9ece657d7fe2b6868d7a8cb1', {count: 1, kind: 'TT'}],
['0678850912b96ef1a116428ad31000c7', '614cfaca38235f1fedea1de99de2f510', {count: 4, kind: 'TT'}],
['0678850912b96ef1a116428ad31000c7', '66306c9ff87f091e97501913fab0407c', {count: 1, kind: 'TT'}],
['0678850912b96ef1a116428ad31000c7', 'b856d4ddca5b98f834ab5925bbe3cba6', {count: 1, kind: 'TT'}],
['0c42a5189645879d43a3d2f0f3732e8b', '444e7b458235f6dfc80204c60688fa44', {count: 1, kind: 'TT'}],
['0c42a5189645879d43a3d2f0f3732e8b', '4e220a5fbba5bd6b64d9ae50d29fb425', {count: 2, kind: 'TK'}],
['0c42a5189645879d43a3d2f0f3732e8b', 'b856d4ddca5b98f834ab5925bbe3cba6', {count: 1, kind: 'TT'}],
['0c42a5189645879d43a3d2f0f3732e8b', 'db986c6c3c79970be291984680581aa8', {count: 3, kind: 'TT'}],
['0c42a5189645879d43a3d2f0f3732e8b', 'dc73e02876f818926e8970abed19e14b', {count: 5, kind: 'TT'}],
['0c42a5189645879d43a3d2f0f3732e8b', 'f46fd0458fcd61958daf8dd72da00a9d', {count: 2, kind: 'TT'}],
['146d00a1040b5d304a43e586cb05d07d', '3e75914b9ece657d7fe2b6868d7a8cb1', {count: 1, kind: 'TT'}],
['146d00a1040b5d304a43e586cb05d07d', '5c032a527efbdb0bcd72f3abb02a230e', {count: 1, kind: 'TT'}],
['146d00a1040b5d304a43e586cb05d07d', '614cfaca38235f1fedea1de99de2f510', {count: 3, kind: 'TT'}],
['146d00a1040b5d304a43e586cb05d07d', '8b3b49c69cbe245703d6fda7da8afae3', {count: 1, kind: 'TK'}],
['146d00a1040b5d304a43e586cb05d07d', 'bc822dd410a117e078bd2ca6b6f67ab7', {count: 1, kind: 'TK'}],
['146d00a1040b5d304a43e586cb05d07d', 'db986c6c3c79970be291984680581aa8', {count: 1, kind: 'TT'}],
['146d00a1040b5d304a43e586cb05d07d', 'dbba6017b85b43e7dec5876df523655d', {count: 3, kind: 'TT'}],
['146d00a1040b5d304a43e586cb05d07d', 'dc73e02876f818926e8970abed19e14b', {count: 1, kind: 'TT'}],
['146d00a1040b5d304a43e586cb05d07d', 'e403a72056c77457f08ca0290e6a7de2', {count: 1, kind: 'TT'}],
['1fe7f5ea596e4c8912c4a61e056289dd', '5816a6b70e7032d26cf5dd72dccf5285', {count: 1, kind: 'TK'}],
['1fe7f5ea596e4c8912c4a61e056289dd', '73fb6ebdcefc1528d4f34812aae97819', {count: 1, kind: 'TT'}],
['1fe7f5ea596e4c8912c4a61e056289dd', 'db986c6c3c79970be291984680581aa8', {count: 5, kind: 'TT'}],
['1fe7f5ea596e4c8912c4a61e056289dd', 'e403a72056c77457f08ca0290e6a7de2', {count: 1, kind: 'TT'}],
['2f724ea1fcb106211f21e5a519d5abc5', '3e75914b9ece657d7fe2b6868d7a8cb1', {count: 1, kind: 'TT'}],
['2f724ea1fcb106211f21e5a519d5abc5', '614cfaca38235f1fedea1de99de2f510', {count: 2, kind: 'TT'}],
['3df2b9e2ffe1e46e5ccef36bda6c1dcf', '9582b68a4cf6575b8c5a6a0cc1751a33', {count: 8, kind: 'TK'}],
['3df2b9e2ffe1e46e5ccef36bda6c1dcf', 'abf809c2f390437c4e1b161688c2240e', {count: 1, kind: 'TT'}],
['3df2b9e2ffe1e46e5ccef36bda6c1dcf', 'bc822dd410a117e078bd2ca6b6f67ab7', {count: 1, kind: 'TK'}],
['3df2b9e2ffe1e46e5ccef36bda6c1dcf', 'db986c6c3c79970be291984680581aa8', {count: 5, kind: 'TT'}],
['3df2b9e2ffe1e46e5ccef36bda6c1dcf', 'dc73e02876f818926e8970abed19e14b', {count: 1, kind: 'TT'}],
['3e75914b9ece657d7fe2b6868d7a8cb1', 'b856d4ddca5b98f834ab5925bbe3cba6', {count: 1, kind: 'TT'}],
['3e75914b9ece657d7fe2b6868d7a8cb1', 'e403a72056c77457f08ca0290e6a7de2', {count: 1, kind: 'TT'}],
['3e75914b9ece657d7fe2b6868d7a8cb1', 'f483cc9deb328ae8cd5e1856e2beec23', {count: 1, kind: 'TT'}],
['444e7b458235f6dfc80204c60688fa44', '4e220a5fbba5bd6b64d9ae50d29fb425', {count: 1, kind: 'TK'}],
['444e7b458235f6dfc80204c60688fa44', '5816a6b70e7032d26cf5dd72dccf5285', {count: 2, kind: 'TK'}],
['444e7b458235f6dfc80204c60688fa44', '5c032a527efbdb0bcd72f3abb02a230e', {count: 4, kind: 'TT'}],
['444e7b458235f6dfc80204c60688fa44', '8b3b49c69cbe245703d6fda7da8afae3', {count: 3, kind: 'TK'}],
['444e7b458235f6dfc80204c60688fa44', 'db986c6c3c79970be291984680581aa8', {count: 2, kind: 'TT'}],
['444e7b458235f6dfc80204c60688fa44', 'dc73e02876f818926e8970abed19e14b', {count: 1, kind: 'TT'}],
['4e220a5fbba5bd6b64d9ae50d29fb425', '5c032a527efbdb0bcd72f3abb02a230e', {count: 1, kind: 'TK'}],
['4e220a5fbba5bd6b64d9ae50d29fb425', '66306c9ff87f091e97501913fab0407c', {count: 1, kind: 'TK'}],
['4e220a5fbba5bd6b64d9ae50d29fb425', '8b3b49c69cbe245703d6fda7da8afae3', {count: 1, kind: 'KK'}],
['4e220a5fbba5bd6b64d9ae50d29fb425', 'b856d4ddca5b98f834ab5925bbe3cba6', {count: 1, kind: 'TK'}],
['4e220a5fbba5bd6b64d9ae50d29fb425', 'bc822dd410a117e078bd2ca6b6f67ab7', {count: 1, kind: 'KK'}],
['4e220a5fbba5bd6b64d9ae50d29fb425', 'db986c6c3c79970be291984680581aa8', {count: 1, kind: 'TK'}],
['4e220a5fbba5bd6b64d9ae50d29fb425', 'dc73e02876f818926e8970abed19e14b', {count: 9, kind: 'TK'}],
['5816a6b70e7032d26cf5dd72dccf5285', '5c032a527efbdb0bcd72f3abb02a230e', {count: 2, kind: 'TK'}],
['5816a6b70e7032d26cf5dd72dccf5285', '8b3b49c69cbe245703d6fda7da8afae3', {count: 1, kind: 'KK'}],
['5816a6b70e7032d26cf5dd72dccf5285', 'abf809c2f390437c4e1b161688c2240e', {count: 2, kind: 'TK'}],
['5816a6b70e7032d26cf5dd72dccf5285', 'bc822dd410a117e078bd2ca6b6f67ab7', {count: 7, kind: 'KK'}],
['5816a6b70e7032d26cf5dd72dccf5285', 'd2d5f84a0a88632fb61cc50fc0151879', {count: 2, kind: 'KK'}],
['5816a6b70e7032d26cf5dd72dccf5285', 'db986c6c3c79970be291984680581aa8', {count: 28, kind: 'TK'}],
['5816a6b70e7032d26cf5dd72dccf5285', 'dc73e02876f818926e8970abed19e14b', {count: 1, kind: 'TK'}],
['5816a6b70e7032d26cf5dd72dccf5285', 'e403a72056c77457f08ca0290e6a7de2', {count: 2, kind: 'TK'}],
['5816a6b70e7032d26cf5dd72dccf5285', 'e404d3bfe3357d62996f48a6251166be', {count: 3, kind: 'KK'}],
['5816a6b70e7032d26cf5dd72dccf5285', 'f2e1bf0c120839bfd2d0ac510553a286', {count: 2, kind: 'TK'}],
['5816a6b70e7032d26cf5dd72dccf5285', 'f46fd0458fcd61958daf8dd72da00a9d', {count: 4, kind: 'TK'}],
['5ab05b2075df21fbad56b6eead5b820a', 'db986c6c3c79970be291984680581aa8', {count: 3, kind: 'TT'}],
['5c032a527efbdb0bcd72f3abb02a230e', '8b3b49c69cbe245703d6fda7da8afae3', {count: 12, kind: 'TK'}],
['5c032a527efbdb0bcd72f3abb02a230e', 'abf809c2f390437c4e1b161688c2240e', {count: 1, kind: 'TT'}],
['5c032a527efbdb0bcd72f3abb02a230e', 'db986c6c3c79970be291984680581aa8', {count: 1, kind: 'TT'}],
['5e50e04b337d8e1877a09f8a0db418ef', 'bc822dd410a117e078bd2ca6b6f67ab7', {count: 1, kind: 'TK'}],
['5e50e04b337d8e1877a09f8a0db418ef', 'd78e3c8f28a562b949c8f16190ff291b', {count: 1, kind: 'TT'}],
['5e50e04b337d8e1877a09f8a0db418ef', 'db986c6c3c79970be291984680581aa8', {count: 3, kind: 'TT'}],
['614cfaca38235f1fedea1de99de2f510', 'bc822dd410a117e078bd2ca6b6f67ab7', {count: 1, kind: 'TK'}],
['66306c9ff87f091e97501913fab0407c', '6784a7a09085f79093e5b9c9c5cb494e', {count: 1, kind: 'TT'}],
['66306c9ff87f091e97501913fab0407c', 'abf809c2f390437c4e1b161688c2240e', {count: 1, kind: 'TT'}],
['66306c9ff87f091e97501913fab0407c', 'db986c6c3c79970be291984680581aa8', {count: 1, kind: 'TT'}],
['66306c9ff87f091e97501913fab0407c', 'dc73e02876f818926e8970abed19e14b', {count: 1, kind: 'TT'}],
['6784a7a09085f79093e5b9c9c5cb494e', 'db986c6c3c79970be291984680581aa8', {count: 1, kind: 'TT'}],
['6784a7a09085f79093e5b9c9c5cb494e', 'dbba6017b85b43e7dec5876df523655d', {count: 1, kind: 'TT'}],
['6784a7a09085f79093e5b9c9c5cb494e', 'f03052a1bfbda6c23e1155e266ba7b55', {count: 5, kind: 'TT'}],
['73fb6ebdcefc1528d4f34812aae97819', 'db986c6c3c79970be291984680581aa8', {count: 4, kind: 'TT'}],
['8b3b49c69cbe245703d6fda7da8afae3', 'abf809c2f390437c4e1b161688c2240e', {count: 1, kind: 'TK'}],
['9582b68a4cf6575b8c5a6a0cc1751a33', 'db986c6c3c79970be291984680581aa8', {count: 4, kind: 'TK'}],
['9582b68a4cf6575b8c5a6a0cc1751a33', 'f483cc9deb328ae8cd5e1856e2beec23', {count: 1, kind: 'TK'}],
['abf809c2f390437c4e1b161688c2240e', 'db986c6c3c79970be291984680581aa8', {count: 7, kind: 'TT'}],
['b856d4ddca5b98f834ab5925bbe3cba6', 'bc822dd410a117e078bd2ca6b6f67ab7', {count: 1, kind: 'TK'}],
['b856d4ddca5b98f834ab5925bbe3cba6', 'd2d5f84a0a88632fb61cc50fc0151879', {count: 4, kind: 'TK'}],
['b856d4ddca5b98f834ab5925bbe3cba6', 'db986c6c3c79970be291984680581aa8', {count: 1, kind: 'TT'}],
['b856d4ddca5b98f834ab5925bbe3cba6', 'dc73e02876f818926e8970abed19e14b', {count: 1, kind: 'TT'}],
['b856d4ddca5b98f834ab5925bbe3cba6', 'e404d3bfe3357d62996f48a6251166be', {count: 5, kind: 'TK'}],
['b856d4ddca5b98f834ab5925bbe3cba6', 'f2e1bf0c120839bfd2d0ac510553a286', {count: 4, kind: 'TT'}],
['bc822dd410a117e078bd2ca6b6f67ab7', 'd2d5f84a0a88632fb61cc50fc0151879', {count: 1, kind: 'KK'}],
['bc822dd410a117e078bd2ca6b6f67ab7', 'db986c6c3c79970be291984680581aa8', {count: 21, kind: 'TK'}],
['bc822dd410a117e078bd2ca6b6f67ab7', 'dc73e02876f818926e8970abed19e14b', {count: 1, kind: 'TK'}],
['bc822dd410a117e078bd2ca6b6f67ab7', 'e403a72056c77457f08ca0290e6a7de2', {count: 1, kind: 'TK'}],
['bc822dd410a117e078bd2ca6b6f67ab7', 'e404d3bfe3357d62996f48a6251166be', {count: 2, kind: 'KK'}],
['bc822dd410a117e078bd2ca6b6f67ab7', 'f2e1bf0c120839bfd2d0ac510553a286', {count: 1, kind: 'TK'}],
['bc822dd410a117e078bd2ca6b6f67ab7', 'f46fd0458fcd61958daf8dd72da00a9d', {count: 1, kind: 'TK'}],
['d2d5f84a0a88632fb61cc50fc0151879', 'db986c6c3c79970be291984680581aa8', {count: 3, kind: 'TK'}],
['d2d5f84a0a88632fb61cc50fc0151879', 'dbba6017b85b43e7dec5876df523655d', {count: 1, kind: 'TK'}],
['d2d5f84a0a88632fb61cc50fc0151879', 'e404d3bfe3357d62996f48a6251166be', {count: 6, kind: 'KK'}],
['d2d5f84a0a88632fb61cc50fc0151879', 'f2e1bf0c120839bfd2d0ac510553a286', {count: 9, kind: 'TK'}],
['d78e3c8f28a562b949c8f16190ff291b', 'e2ef87c497609815bc0e940be04e7529', {count: 1, kind: 'TT'}],
['d78e3c8f28a562b949c8f16190ff291b', 'f03052a1bfbda6c23e1155e266ba7b55', {count: 1, kind: 'TT'}],
['db986c6c3c79970be291984680581aa8', 'dbba6017b85b43e7dec5876df523655d', {count: 3, kind: 'TT'}],
['db986c6c3c79970be291984680581aa8', 'dc73e02876f818926e8970abed19e14b', {count: 2, kind: 'TT'}],
['db986c6c3c79970be291984680581aa8', 'e403a72056c77457f08ca0290e6a7de2', {count: 5, kind: 'TT'}],
['db986c6c3c79970be291984680581aa8', 'e404d3bfe3357d62996f48a6251166be', {count: 5, kind: 'TK'}],
['db986c6c3c79970be291984680581aa8', 'f2e1bf0c120839bfd2d0ac510553a286', {count: 3, kind: 'TT'}],
['db986c6c3c79970be291984680581aa8', 'f43d8de07d5c2cf5eba64c1ce6e863db', {count: 1, kind: 'TT'}],
['db986c6c3c79970be291984680581aa8', 'f46fd0458fcd61958daf8dd72da00a9d', {count: 4, kind: 'TT'}],
['dbba6017b85b43e7dec5876df523655d', 'f2e1bf0c120839bfd2d0ac510553a286', {count: 1, kind: 'TT'}],
['dc73e02876f818926e8970abed19e14b', 'f43d8de07d5c2cf5eba64c1ce6e863db', {count: 1, kind: 'TT'}],
['dc73e02876f818926e8970abed19e14b', 'f46fd0458fcd61958daf8dd72da00a9d', {count: 1, kind: 'TT'}],
['e2ef87c497609815bc0e940be04e7529', 'e403a72056c77457f08ca0290e6a7de2', {count: 1, kind: 'TT'}],
['e404d3bfe3357d62996f48a6251166be', 'f2e1bf0c120839bfd2d0ac510553a286', {count: 6, kind: 'TK'}]
] AS row
MATCH (a:Concept {id: row[0]})
MATCH (b:Concept {id: row[1]})
MERGE (a)-[r:CO_OCCURS_WITH]->(b)
SET r += row[2];
UNWIND [
['fbb7a9e9aca25e33ccb1e4d46d9228c6', 'bb61a857c747bc6e8c1733dc9bc6ef77', {step: 0, phase: 'start', edgeCount: 0, probability: 1.0}],
['09d1334983ff9ebf619b8baef580f2b5', 'db986c6c3c79970be291984680581aa8', {step: 1, phase: 'topic', edgeCount: 6, probability: 0.8571428571428571}],
['09d1334983ff9ebf619b8baef580f2b5', 'e403a72056c77457f08ca0290e6a7de2', {step: 2, phase: 'topic', edgeCount: 5, probability: 0.052083333333333336}],
['098c7cd1754be5f03e23541f55abb1d6', 'db986c6c3c79970be291984680581aa8', {step: 1, phase: 'topic', edgeCount: 4, probability: 0.8}],
['098c7cd1754be5f03e23541f55abb1d6', '5816a6b70e7032d26cf5dd72dccf5285', {step: 2, phase: 'bridge', edgeCount: 28, probability: 0.14659685863874344}],
['098c7cd1754be5f03e23541f55abb1d6', '5816a6b70e7032d26cf5dd72dccf5285', {step: 6, phase: 'knowledge-point', edgeCount: 3, probability: 0.42857142857142855}]
] AS row
MATCH (a:Walk {id: row[0]})
MATCH (b:Concept {id: row[1]})
MERGE (a)-[r:VISITED {step: row[2].step}]->(b)
SET r += row[2];
UNWIND [
['fbb7a9e9aca25e33ccb1e4d46d9228c6', '0d91f92d399d0a544278920c1d960ab7'],
['fbb7a9e9aca25e33ccb1e4d46d9228c6', '52efedb6d4acf32d4ee9fe43ed17c200'],
['09d1334983ff9ebf619b8baef580f2b5', '0a983d9d407ebb44b671c50c0b320359'],
['09d1334983ff9ebf619b8baef580f2b5', '223fd656d61662145002d0e9f790e2de'],
['09d1334983ff9ebf619b8baef580f2b5', '2a0cf214b65e985da5f687db63544dd4'],
['09d1334983ff9ebf619b8baef580f2b5', '3a2ba0b763d2b5cf53f1fcb6d159b1f9'],
['09d1334983ff9ebf619b8baef580f2b5', '426edc011b3be28f66f31a3483e7f468'],
['098c7cd1754be5f03e23541f55abb1d6', '00206b74763bc14808577291bf7739fb'],
['098c7cd1754be5f03e23541f55abb1d6', '06c8f7b0f8b72c752bbddc05acdd58fa'],
['098c7cd1754be5f03e23541f55abb1d6', '0e7010d4c6ca753b62ab7a80b43ac964'],
['098c7cd1754be5f03e23541f55abb1d6', '14873fe96c7515b07b7083e93f2ed3e0'],
['098c7cd1754be5f03e23541f55abb1d6', '1abf07031de98d42f85d970934bfc5ce']
] AS row
MATCH (a:Walk {id: row[0]})
MATCH (b:Seed {id: row[1]})
MERGE (a)-[r:SUPPORTED_BY]->(b);
UNWIND [
['fa5e3c5ed7e058fb18e39830159423a9', 'fbb7a9e9aca25e33ccb1e4d46d9228c6'],
['40c4d5d9cdb8631f58e6a2574084de85', '09d1334983ff9ebf619b8baef580f2b5'],
['8acc9d904e7e0c4395eb0f7438c586e1', '098c7cd1754be5f03e23541f55abb1d6']
] AS row
MATCH (a:Pair {id: row[0]})
MATCH (b:Walk {id: row[1]})
MERGE (a)-[r:SAMPLED_BY]->(b);
UNWIND [
['8acc9d904e7e0c4395eb0f7438c586e1', '5816a6b70e7032d26cf5dd72dccf5285']
] AS row
MATCH (a:Pair {id: row[0]})
MATCH (b:Concept {id: row[1]})
MERGE (a)-[r:REQUESTED]->(b);
UNWIND [
['8acc9d904e7e0c4395eb0f7438c586e1', '5816a6b70e7032d26cf5dd72dccf5285']
] AS row
MATCH (a:Pair {id: row[0]})
MATCH (b:Concept {id: row[1]})
MERGE (a)-[r:COVERS]->(b);
UNWIND [
['fa5e3c5ed7e058fb18e39830159423a9', '269b6d5eb3dd80565a3d3eb2e90a7580'],
['40c4d5d9cdb8631f58e6a2574084de85', '269b6d5eb3dd80565a3d3eb2e90a7580'],
['8acc9d904e7e0c4395eb0f7438c586e1', '269b6d5eb3dd80565a3d3eb2e90a7580']
] AS row
MATCH (a:Pair {id: row[0]})
MATCH (b:Run {id: row[1]})
MERGE (a)-[r:PRODUCED_IN]->(b);
