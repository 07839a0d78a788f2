/** A final answer with the dollar signs that it lost: answers hold bare LaTeX. */
export function answerText(answer: string): string {
  const isLatex = /[\\^_]/.test(answer) && !answer.includes('$') && !answer.includes('\\(')
  return isLatex ? `$${answer}$` : answer
}
