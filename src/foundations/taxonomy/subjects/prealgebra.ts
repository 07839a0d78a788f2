import type { TopicEntry } from '../taxonomy.ts'

export const prealgebra: readonly TopicEntry[] = [
  {
    id: 'ratio-and-proportion',
    name: 'Ratio and proportion',
    subject: 'prealgebra',
    definition: 'Comparing quantities by division and keeping such comparisons equal.',
    aliases: ['Ratios and proportions', 'Ratio', 'Proportions', 'Proportional reasoning', 'Ratios'],
    cues: ['ratio ! common ratio|golden|geometric|sequence|\\sin|area of|similar|volume ^0.8', 'proportion* ^1'],
    knowledgePoints: [
      { id: 'simplifying-ratios', name: 'Simplifying ratios', definition: 'Writing a comparison of quantities in its smallest whole numbers.', aliases: ['Ratio simplification', 'Equivalent ratios', 'Finding ratios', 'Ratios'], cues: ['what|find|is the|following .. ratio of ! common ratio|area|volume|similar|perimeter|\\triangle|circle|radius|sphere|cylinder|cone ^1.2', 'simplest|equivalent ratio ^1.5', 'ratio .. simplest|lowest form|term ^1.5', 'what is the ratio ! common|area|volume|perimeter|radius ^1.3', 'ratio & {ratio} ! common ratio ^0.6'], requires: ['division-of-whole-numbers'] },
      { id: 'sharing-in-a-ratio', name: 'Sharing in a ratio', definition: 'Dividing a total into parts that stand in a given ratio.', aliases: ['Dividing in a ratio', 'Partitive proportion', 'Part-to-part ratios', 'Dividing quantities based on ratio'], cues: ['ratio & {ratio} & {word-problem} ! common ratio|scale ^1.2', 'in the|a ratio & how many|much|total ! common|angle ^1.2', 'ratio of .. is|was # to|: # & {word-problem} ! area|similar ^1.2', '# to # ratio & {word-problem} ^1.1', 'ratio .. measure .. angle|side|interior ^1', 'are in the ratio & sum|total|perimeter ^1.3', 'for every # .. # & {word-problem} & how many|total ^1'], requires: ['simplifying-ratios'] },
      { id: 'direct-proportion', name: 'Direct proportion', definition: 'Two quantities whose quotient stays constant.', aliases: ['Direct variation', 'Proportional relationships', 'Direct proportionality', 'Solving proportions', 'Cross multiplication'], cues: ['directly proportional|as ^1.6', 'proportional to ! inversely|inverse ^1.4', 'direct variation|proportion ^1.8', 'varies|vary directly ^1.8', 'at this|that|the same|a constant|steady rate|speed|pace & {word-problem} ^1.2', 'same ratio & {word-problem} ! common ^1', 'if # .. cost|costs|make|makes|use|uses|takes|take|need|needs # .. how many|much .. # & {word-problem} ! each|percent|worker|men|work ^0.9', 'proportion & {equation} ^1', 'recipe|servings & {word-problem} & how many|much ^0.8'], requires: ['unit-rate'] },
      { id: 'inverse-proportion', name: 'Inverse proportion', definition: 'Two quantities whose product stays constant.', aliases: ['Inverse variation', 'Inverse proportionality', 'Inversely proportional quantities'], cues: ['inversely proportional ^2', 'varies|vary|proportional inversely ^2', 'inverse variation|proportion ^2', 'inversely ^1.2'], requires: ['direct-proportion'] },
      { id: 'scale-and-maps', name: 'Scale and maps', definition: 'Turning lengths on a map or model into real lengths.', aliases: ['Map scale', 'Scale drawings', 'Scale models', 'Scale factor'], cues: ['scale|scaled model|drawing|map|replica ^1.6', 'map & inch|inches|cm|centimeter|scale & mile|kilometer|km|feet|represent* ^1.5', 'on a|the map ^0.8', 'scale of {ratio} ^1.5'], requires: ['direct-proportion', 'length-conversion'] },
      { id: 'unit-rate', name: 'Unit rate', definition: 'An amount per one unit of another quantity, and totals found from it.', aliases: ['Rates', 'Rate of work', 'Unitary method', 'Rate calculations', 'Rate, time and quantity'], cues: ['# .. per|every|each minute|hour|second|gallon|square & how many|much|long ! speed|mph|kilometer|percent|%|interest|average speed ^1.1', '# .. in # minute|hour|day|second .. how many|long ! speed|drives|train|car|men|worker|work|together ^1.1', 'how many .. per hour|minute|day|second ? ^1.2', 'at this|the same|that|a|constant rate & {word-problem} ^1.2', 'every # minute|hour|second|day & how many|long ! together|least|meet|bus ^1', '# .. for|in # .. for|in # .. same|each & how many|much .. each ^0.6', 'unit rate ^2', 'words|page|mile|gallon|dollar per minute|hour|gallon|day ^1', 'can .. # .. in # hour|minute|day & how many|long ! together ^1'], requires: ['division-of-whole-numbers'] },
    ],
  },
  {
    id: 'percentages',
    name: 'Percentages',
    subject: 'prealgebra',
    definition: 'Numbers expressed as hundredths of a whole.',
    aliases: ['Percents', 'Percentage calculations', 'Percentage'],
    cues: ['{percent} ! confidence|solution|probability|normal|interest ^1', 'percentage ^1'],
    knowledgePoints: [
      { id: 'percent-of-a-quantity', name: 'Percent of a quantity', definition: 'Taking a given percentage of an amount.', aliases: ['Percentage of a number', 'Calculating percentages', 'Finding a percentage', 'Ability to calculate percentages'], cues: ['{percent} of ! probability|chance|interest|what percent|compounded|confidence|is {percent} of what ^1.3', '{percent} .. are|is|were|have|was|like|play & {word-problem} ! interest|chance|probability|solution|acid|salt|alcohol|faster|off|discount ^1', '{percent} more|less|fewer|tip|tax & {word-problem} ^1', '{percent} as|were|are & {word-problem} & how many ^1'], requires: ['fraction-percent-conversion'] },
      { id: 'percent-change', name: 'Percent change', definition: 'Increase or decrease as a percentage of the starting amount.', aliases: ['Percent increase', 'Percent decrease', 'Percentage change', 'Percentage increase and decrease'], cues: ['percent|percentage increase|decrease|change|greater|less|more|reduction ^1.5', 'increase*|decrease*|reduced|raised|grew|grow|grows|rise|rises|drop*|fall|fell .. {percent} ! compounded|interest ^1.2', '{percent} increase|decrease|raise|greater|larger|longer|shorter|smaller|faster|reduction|more|less|fewer ^1.3', 'what|which|how many percent .. increase*|decrease*|more|less|greater|reduced ^1.4', 'increased|decreased|reduced by {percent} ^1.4'], requires: ['percent-of-a-quantity'] },
      { id: 'reverse-percentage', name: 'Reverse percentage', definition: 'Finding the whole from a part and its percentage.', aliases: ['Finding the original amount', 'Original value from percentage', 'Finding the whole from a percentage', 'Finding the base'], cues: ['original|initial|regular price|amount|number|cost|value|salary|length & {percent} & what|how|find ! original|regular|initial .. is|was|of # ^0.9', '{percent} of what|which ^1.7', '{percent} of a|the|some|his|her number|total .. is # ^1.5', '# .. is|are|was|were|represents {percent} of ^1.2', 'after .. {percent} & original*|before & what|how ^1'], requires: ['percent-of-a-quantity'] },
      { id: 'successive-percent-changes', name: 'Successive percent changes', definition: 'Applying one percentage change after another.', aliases: ['Repeated percentage change', 'Multiple percent changes', 'Compound percentages', 'Successive discounts'], cues: ['{percent} .. then|followed|next|again|additional|another|second|subsequent* .. {percent} ! probability|chance|solution ^1.4', 'increase*|raise* .. {percent} .. decrease*|reduce*|lower* .. {percent} ^1.5', 'successive discount|percent* ^2'], requires: ['percent-change'] },
      { id: 'fraction-percent-conversion', name: 'Fraction-percent conversion', definition: 'Expressing a part of a whole as a percentage and the reverse.', aliases: ['Converting percentages', 'Finding the percentage', 'What percent one number is of another', 'Fractions, decimals and percents'], cues: ['what|which percent|percentage|{percent} of|is|are|were|did|does|will ! increase*|decrease*|interest|chance|probability|solution|change ^1.4', 'how many percent ! increase*|decrease*|more|less|concentration|profit ^1.3', 'express|write|convert .. percent|percentage ^1.5', 'as a percent|percentage ^1.3', 'percentage of|is & what|find|calculate & {word-problem} ! interest|change|increase ^1', 'what percent ^1'], requires: ['simplifying-fractions'] },
    ],
  },
  {
    id: 'signed-numbers',
    name: 'Signed numbers and absolute value',
    subject: 'prealgebra',
    definition: 'Positive and negative numbers, their size and their place on the number line.',
    aliases: ['Integers', 'Negative numbers', 'Signed numbers', 'Absolute value', 'Integer operations'],
    cues: ['negative number ! non', 'number line ^0.9'],
    knowledgePoints: [
      { id: 'operations-with-integers', name: 'Operations with integers', definition: 'Adding, subtracting, multiplying and dividing positive and negative numbers.', aliases: ['Integer arithmetic', 'Adding and subtracting integers', 'Operations on negative numbers', 'Signed number arithmetic'], cues: ['{negative-arithmetic} ^1.2', 'below zero|freezing ^1.2', 'degree below ^1.2', 'negative & temperature ^1.2'], requires: ['addition-and-subtraction-of-whole-numbers'] },
      { id: 'absolute-value', name: 'Absolute value', definition: 'The distance of a number from zero.', aliases: ['Modulus of a number', 'Absolute values', 'Properties of absolute value'], cues: ['absolute value ! equation|inequality|z|complex ^1.3', '{absolute} ! {complex}|z|vector ^1.2'], requires: ['operations-with-integers'] },
      { id: 'number-line-distance', name: 'Number line distance', definition: 'Positions and distances of points on the number line.', aliases: ['Distance on the number line', 'Number line', 'Points on a number line'], cues: ['number line ^1.5', 'equally spaced .. on|along ^0.7'], requires: ['absolute-value'] },
    ],
  },
  {
    id: 'exponents-basics',
    name: 'Powers and roots',
    subject: 'prealgebra',
    definition: 'Repeated multiplication and its inverse for plain numbers.',
    aliases: ['Exponents', 'Powers', 'Exponentiation', 'Square roots', 'Exponents and roots'],
    cues: ['square root ! {variable-algebra} ^0.9', 'exponent ^0.8'],
    knowledgePoints: [
      { id: 'squares-and-square-roots', name: 'Squares and square roots', definition: 'Squaring numbers and finding the number with a given square.', aliases: ['Square roots', 'Perfect squares', 'Squaring numbers', 'Square numbers'], cues: ['{square-root-of-number} ! {variable-algebra}|{trig}|triangle|side ^1.1', 'square root of # ^1.4', 'positive|principal square root ^1.4', 'perfect square ! trinomial|factor|divisor|divides|divide|x|polynomial|cube ^1', 'square of # ^1.1', 'square of a|an|the|its number|integer|itself ^1'], requires: ['multiplication-of-whole-numbers'] },
      { id: 'cubes-and-cube-roots', name: 'Cubes and cube roots', definition: 'Third powers and the numbers whose third power is given.', aliases: ['Cube roots', 'Perfect cubes', 'Higher roots', 'Nth roots'], cues: ['{cube-root} ^1.3', 'cube root ^1.5', 'perfect cube ! {cubic} ^1.3', 'fourth|fifth root of # ^1.4'], requires: ['squares-and-square-roots'] },
      { id: 'evaluating-powers', name: 'Evaluating powers', definition: 'Working out a number raised to a whole exponent.', aliases: ['Computing powers', 'Exponentiation of numbers', 'Powers of numbers', 'Evaluating exponents'], cues: ['{numeric-power} & evaluate|compute|value|calculate|simplify|what|find ! {variable-algebra}|{modulo}|remainder|digit|divisor|factor|prime|{scientific-notation}|{big-exponent}|{trig}|divided|divisible|base|{log}|{complex}|probability|{integral} ^1.1', 'double*|doubling every|each ^0.8', 'power of two|# ! digit|remainder|point|divides|prime ^0.8'], requires: ['multiplication-of-whole-numbers'] },
      { id: 'scientific-notation', name: 'Scientific notation', definition: 'A number between 1 and 10 times a power of ten.', aliases: ['Standard form', 'Powers of ten', 'Scientific form'], cues: ['scientific notation ^2', '{scientific-notation} ^1.3', 'standard notation & {scientific-notation} ^1.5'], requires: ['evaluating-powers', 'place-value'] },
    ],
  },
]
