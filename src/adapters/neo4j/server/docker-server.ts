import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentId } from '../../../core/identity.ts'
import { ProviderError } from '../../../core/errors.ts'
import { lastLine, runTool } from './run-tool.ts'
import type { ServerPorts } from './server-settings.ts'

const image = 'neo4j:5.26-community'

export interface DockerServer {
  readonly home: string
  readonly ports: ServerPorts
  readonly password: string
  readonly heap: string
  readonly pageCache: string
}

/** True where `docker compose` is there and its daemon answers. */
export async function hasDocker(): Promise<boolean> {
  if ((await runTool('docker', ['compose', 'version'])).code !== 0) return false
  return (await runTool('docker', ['info'])).code === 0
}

/** The compose file of a server; its data stay in a named volume, its password in a file beside it. */
export function composeText({ ports, heap, pageCache }: Omit<DockerServer, 'home' | 'password'>): string {
  return `services:
  neo4j:
    image: ${image}
    restart: "no"
    env_file: [password.env]
    environment:
      NEO4J_server_bolt_advertised__address: "127.0.0.1:${ports.bolt}"
      NEO4J_server_http_advertised__address: "127.0.0.1:${ports.http}"
      NEO4J_server_memory_heap_max__size: "${heap}"
      NEO4J_server_memory_pagecache_size: "${pageCache}"
      NEO4J_dbms_usage__report_enabled: "false"
      NEO4J_client_allow__telemetry: "false"
      NEO4J_db_tx__log_preallocate: "false"
    ports:
      - "127.0.0.1:${ports.bolt}:7687"
      - "127.0.0.1:${ports.http}:7474"
    volumes: ["data:/data"]
volumes:
  data: {}
`
}

/** Starts the official image; it may not answer yet. */
export async function startDockerServer(server: DockerServer): Promise<void> {
  mkdirSync(server.home, { recursive: true })
  writeFileSync(join(server.home, 'compose.yaml'), composeText(server))
  // Compose reads a dollar sign as the start of a variable, except between single quotes.
  const login = `neo4j/${server.password}`.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)
  writeFileSync(join(server.home, 'password.env'), `NEO4J_AUTH='${login}'\n`, { mode: 0o600 })
  await compose(server.home, ['up', '--detach', '--quiet-pull'])
}

/** Stops and removes the container; its volume stays. */
export async function stopDockerServer(home: string): Promise<void> {
  await compose(home, ['down'])
}

export async function isDockerRunning(home: string): Promise<boolean> {
  const { code, output } = await runTool('docker', [
    ...composeArgs(home),
    'ps',
    '--status',
    'running',
    '--quiet',
  ])
  return code === 0 && output.trim() !== ''
}

function composeArgs(home: string): string[] {
  // A name of its own for each home, so that two workspaces do not share a container.
  const project = `conceptloom-${contentId('neo4j-home', home).slice(0, 12)}`
  return ['compose', '--project-name', project, '--file', join(home, 'compose.yaml')]
}

async function compose(home: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runTool('docker', [...composeArgs(home), ...args])
  if (code !== 0)
    throw new ProviderError(
      `docker compose ${args[0]} failed: ${lastLine(output)}; see ${join(home, 'compose.yaml')}`,
    )
}
