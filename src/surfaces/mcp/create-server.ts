import { McpServer, type CallToolResult } from '@modelcontextprotocol/server'
import type { Explorer } from '../../pipeline/explore/explorer.ts'
import { answerTool, type ToolAnswer } from './answer-tool.ts'
import { getConcept, getProvenance, sampleWalk, searchConcepts } from './concept-tools.ts'
import type { Proposals } from './propose-pairs.ts'
import {
  conceptInput,
  proposeByModelInput,
  proposeInput,
  provenanceInput,
  searchInput,
  walkInput,
} from './tool-inputs.ts'

export interface McpParts {
  readonly explorer: Explorer
  readonly proposals: Proposals
  /** Whether proposals may ask a model. */
  readonly asksModel: boolean
  /** Takes what went wrong in a tool. */
  readonly report: (error: unknown) => void
}

const reading = { readOnlyHint: true, idempotentHint: true, openWorldHint: false }

/** The tools of a workspace for a Model Context Protocol client. Nothing that is stored is changed by any of them. */
export function createMcpServer({ explorer, proposals, asksModel, report }: McpParts): McpServer {
  const server = new McpServer(
    { name: 'conceptloom', version: '0.1.0' },
    {
      capabilities: { tools: {} },
      instructions:
        'A graph of mathematical concepts drawn from seed problems. Search concepts by name, look at one, sample walks over the graph, propose new verified question-answer pairs, and trace a stored pair back to its seeds. The same arguments give the same answer.',
    },
  )
  const tool = (work: () => Promise<ToolAnswer>): Promise<CallToolResult> => answerTool(work, report)

  server.registerTool(
    'search_concepts',
    {
      title: 'Search concepts',
      description: 'Topics and knowledge points of the concept graph by words of their names.',
      inputSchema: searchInput,
      annotations: reading,
    },
    (input) => tool(() => searchConcepts(explorer, input)),
  )
  server.registerTool(
    'get_concept',
    {
      title: 'Get a concept',
      description:
        'One concept: definition, prerequisites, use in pairs, strongest neighbours, seed problems.',
      inputSchema: conceptInput,
      annotations: reading,
    },
    (input) => tool(() => getConcept(explorer, input)),
  )
  server.registerTool(
    'sample_walk',
    {
      title: 'Sample a walk',
      description:
        'Random walks over the graph, each a combination of concepts, with the likeliest candidates of every step and their probabilities.',
      inputSchema: walkInput,
      annotations: reading,
    },
    (input) => tool(() => sampleWalk(explorer, input)),
  )
  server.registerTool(
    'get_pair_provenance',
    {
      title: 'Trace a pair',
      description:
        'Where a stored question-answer pair comes from: concepts, walk, seeds, parameters and checks.',
      inputSchema: provenanceInput,
      annotations: reading,
    },
    (input) => tool(() => getProvenance(explorer, input)),
  )
  server.registerTool(
    'propose_pairs',
    {
      title: 'Propose pairs',
      description: asksModel
        ? 'New verified question-answer pairs on given knowledge points or on walks; stored nowhere. The procedural engine computes its answers and is free; the model engine costs, up to the limit of this server.'
        : 'New question-answer pairs with computed, verified answers, on given knowledge points or on walks; stored nowhere.',
      inputSchema: asksModel ? proposeByModelInput : proposeInput,
      annotations: asksModel ? { readOnlyHint: false, destructiveHint: false, openWorldHint: true } : reading,
    },
    (input) => tool(() => proposals.propose(input)),
  )
  return server
}
