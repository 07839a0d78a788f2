import type { CallToolResult } from '@modelcontextprotocol/server'
import { ConceptloomError, UsageError } from '../../core/errors.ts'

/** What a tool found: data, and a line or two for a reader. */
export interface ToolAnswer {
  readonly data: object
  readonly text: string
}

/** Errors whose message says what was wrong with the call, or that a limit is reached; other messages may name files and settings. */
const tellable = new Set(['UsageError', 'NotFoundError', 'ConflictError', 'BudgetError'])

/** Runs a tool. What goes wrong is an answer as well: what to do about it, without paths, keys or stacks; the whole goes to `report`. */
export async function answerTool(
  work: () => Promise<ToolAnswer>,
  report: (error: unknown) => void,
): Promise<CallToolResult> {
  try {
    const { data, text } = await work()
    return { content: [{ type: 'text', text }], structuredContent: { ...data } }
  } catch (error) {
    report(error)
    return { content: [{ type: 'text', text: tell(error) }], isError: true }
  }
}

function tell(error: unknown): string {
  if (!(error instanceof ConceptloomError)) return 'internal error: the server has written down what happened'
  if (tellable.has(error.name) && !namesPath(error.message)) return error.message
  if (error instanceof UsageError) return 'the call cannot be answered: check its arguments'
  if (error.exitCode === 3) return 'the server is not set up for this: its configuration is incomplete'
  if (error.exitCode === 4) return 'the model did not answer: try again later'
  if (error.exitCode === 5) return 'the model left this unanswered: try again later'
  return 'the workspace cannot be read: the server has written down why'
}

function namesPath(message: string): boolean {
  return /(?:^|[\s'"(:])(?:\/|[A-Za-z]:\\|\.\.?\/)\S/.test(message)
}
