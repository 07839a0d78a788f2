import type { TopicEntry } from '../taxonomy.ts'

export const money: readonly TopicEntry[] = [
  {
    id: 'shopping-and-prices',
    name: 'Shopping and prices',
    subject: 'money',
    definition: 'What goods cost, what is paid and what comes back.',
    aliases: ['Money', 'Money and finance', 'Consumer math', 'Shopping', 'Cost calculations'],
    cues: ['{money} & buy|buys|bought|price|cost|costs|pay|pays|paid|purchase* ^1', 'price ^0.6'],
    knowledgePoints: [
      { id: 'unit-price', name: 'Unit price', definition: 'The price of one item or one unit of measure.', aliases: ['Cost per item', 'Price per unit', 'Unit cost', 'Unit pricing'], cues: ['how much|many .. each|one|per|single .. cost|costs & {money} ^1.4', 'price|cost of one|each|a single & {money} & what|how ^1.2', '{money} for # .. how much|many ! total|hour ^1.1', 'price per ^1.3', 'how much did|does|do|is .. each|one ? & {money} ^1.3', 'how many .. can .. buy|buys|purchase & {money} ^1.1', '# .. cost|costs|for {money} .. # .. cost ? ^1'], requires: ['unit-rate'] },
      { id: 'total-cost', name: 'Total cost', definition: 'Adding quantity times price over the items bought.', aliases: ['Cost calculation', 'Calculating total cost', 'Total price', 'Total expense'], cues: ['{money} each|per|apiece|for each|a & how much|total|many|money ! hour|hr|interest|week|month|earn|paid per ^1.2', 'each|a|one|per .. cost|costs|is|for {money} & how much|total ! hour|interest ^1.2', 'how much .. cost|spend|spent|pay|pays|paid|owe|need & {money} ! hour|% ^1', 'total cost|price|amount|spent|bill & {money} ^1.3', 'total .. cost|spent|pay & {money} ^1.1', 'cost|costs|costing {money} & bought|buys|buy|buying|purchase* & total|altogether|how much ^1.2', 'how much .. money .. left|need & {money} & cost|costs|price|buy|bought ^1.2', 'spent {money} ^0.6'], requires: ['multiplication-of-whole-numbers', 'addition-and-subtraction-of-whole-numbers'] },
      { id: 'making-change', name: 'Making change', definition: 'Money returned, and ways to make an amount of coins and notes.', aliases: ['Giving change', 'Coins and bills', 'Counting coins', 'Coin values'], cues: ['change & {money} & give|gives|gave|get|gets|got|back|receive*|bill|coin|pay|pays|paid ! percent|rate ^1.2', 'quarter|nickel|dime|penny|pennies & nickel|dime|penny|pennies|cent|worth ! flip*|toss* ^1.3', 'dollar|# bill & change|cashier ^1.2', 'gave|gives|paid .. {money} .. change ^1.4', 'how much|many change|money .. back ^1.3', 'coin & cents|total value & combination|ways|how many ! flip*|toss*|weigh* ^1'], requires: ['decimal-addition-and-subtraction'] },
      { id: 'discount-and-sale-price', name: 'Discount and sale price', definition: 'A price reduced by a percentage or an amount.', aliases: ['Discounts', 'Sale price', 'Percent off', 'Markdown'], cues: ['discount* ^1.5', '{percent} off ^1.5', 'coupon & {money} ^1.2', 'sale price ^1.5', 'on sale & {percent} ^1.2', 'reduced|marked down & price ^1.3', 'buy # get # free ^1.3', 'save|saves|saved|saving & {money} & sale|regular|off|instead ^1'], requires: ['percent-of-a-quantity'] },
      { id: 'sales-tax-and-tips', name: 'Sales tax and tips', definition: 'A percentage added to a price for tax or service.', aliases: ['Sales tax', 'Tips and gratuity', 'Tax calculation', 'Tipping'], cues: ['sales|sale tax ^2', 'tax|taxes & {money} ^1.3', 'tax rate ^1.4', 'tip|tips|gratuity|tipped & {money} ^1.3', '{percent} tip ^1.5'], requires: ['percent-of-a-quantity'] },
    ],
  },
  {
    id: 'business-money',
    name: 'Earning and trading',
    subject: 'money',
    definition: 'Income, wages, profit and exchange of money.',
    aliases: ['Profit and loss', 'Income', 'Business mathematics', 'Financial mathematics', 'Earnings'],
    cues: ['profit|salary|wage|revenue ^1', 'earn|earns|earned & {money} ^0.8'],
    knowledgePoints: [
      { id: 'profit-and-loss', name: 'Profit and loss', definition: 'Selling price less cost price.', aliases: ['Profit calculation', 'Profit margin', 'Revenue and cost', 'Gain and loss'], cues: ['profit*|revenue ! function|marginal ^1.4', 'cost price|selling price ^1.4', 'sell|sells|sold|resell|resold & buy|buys|bought & {money} & earn|make|made|gain|loss|lost|profit ^1.2', 'at a loss ^1.3'], requires: ['addition-and-subtraction-of-whole-numbers'] },
      { id: 'wages-and-overtime', name: 'Wages and overtime', definition: 'Pay by the hour, day or piece, with higher rates for extra hours.', aliases: ['Hourly wage', 'Hourly pay', 'Calculating earnings', 'Salary'], cues: ['overtime ^2', 'hourly wage|rate|pay|salary ^1.8', '{money} .. per|an|every|each hour ^1.4', 'salary|wage|paycheck ^1.3', 'earn|earns|earned|paid|pays|makes|charges|charge .. {money} .. hour|day|week|month|lesson ^1.2', 'how much|many .. earn|earns|earned|make|makes & {money} ! profit|sold|sell ^1', 'bonus & {money} ^1'], requires: ['unit-rate'] },
      { id: 'commission', name: 'Commission', definition: 'Pay as a share of what is sold.', aliases: ['Sales commission', 'Commission rate'], cues: ['commission ^2'], requires: ['percent-of-a-quantity'] },
      { id: 'break-even-point', name: 'Break-even point', definition: 'The quantity at which income equals cost.', aliases: ['Break even', 'Break-even analysis', 'Cost and revenue functions'], cues: ['break even ^2', 'how many .. before .. start* .. earn*|profit ^1.6', 'pay for itself ^1.5'], requires: ['profit-and-loss', 'solving-linear-inequalities'] },
      { id: 'currency-conversion', name: 'Currency conversion', definition: 'Changing an amount of one currency into another.', aliases: ['Exchange rates', 'Currency exchange', 'Money conversion'], cues: ['exchange rate ^2', 'currency|currencies ^1.5', 'euro|peso|yen|rupee|franc|pound sterling & dollar|usd|exchange|worth ^1.4', 'exchange*|trade* .. for & # .. for # ! gift|card|christmas ^1'], requires: ['unit-rate'] },
    ],
  },
  {
    id: 'interest',
    name: 'Interest',
    subject: 'money',
    definition: 'Growth of money lent or saved, and loss of value over time.',
    aliases: ['Simple and compound interest', 'Interest rates', 'Finance', 'Investments'],
    cues: ['interest & rate|annual*|bank|invest*|account|{percent}|{money} ! interested ^1.2', 'invest* & {money} ^0.8'],
    knowledgePoints: [
      { id: 'simple-interest', name: 'Simple interest', definition: 'Interest on the starting amount only.', aliases: ['Simple interest formula', 'Interest calculation'], cues: ['simple interest|annual ^2', 'interest & {percent} & year|month|per ! compound*|loan ^1.2', 'interest|invested .. {percent} ! compound* ^1.2', 'annual interest ! compound* ^1.1'], requires: ['percent-of-a-quantity'] },
      { id: 'compound-interest', name: 'Compound interest', definition: 'Interest added to the balance and earning interest in turn.', aliases: ['Compound interest formula', 'Compounding', 'Annual compounding'], cues: ['compound interest ^2', 'compounded|compounding|compounds ! inequality ^1.8', 'compound* annually|continuously|monthly|quarterly ^2'], requires: ['percent-change', 'evaluating-powers'] },
      { id: 'loan-repayment', name: 'Loan repayment', definition: 'Paying back borrowed money, often with interest and in instalments.', aliases: ['Loans', 'Instalments', 'Mortgage payments', 'Debt repayment'], cues: ['loan|mortgage|installment|instalment ^1.5', 'borrow|borrows|borrowed & {money} & interest|repay*|pay|paid|owe|back ^1.4', 'down payment ^1.4', 'owe|owes|owed|debt & {money} & pay|paid|payment ^1.2'], requires: ['simple-interest'] },
      { id: 'depreciation', name: 'Depreciation', definition: 'Loss of value with time.', aliases: ['Value decrease over time', 'Depreciating assets'], cues: ['depreciat* ^2', 'loses .. value & year ^1.5', 'value & decreases .. {percent} & year ^1.5'], requires: ['percent-change'] },
    ],
  },
]
