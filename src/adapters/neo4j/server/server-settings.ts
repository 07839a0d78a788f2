/** Ports of one server, on the loopback interface. */
export interface ServerPorts {
  readonly bolt: number
  readonly http: number
}

/**
 * `neo4j.conf`: loopback only, no usage report, no telemetry, logs of transactions that do not take 512 MB for an empty database.
 * The advertised addresses matter: with another port than 7687, Browser and `neo4j://` would go to the wrong one. An unknown setting
 * stops the boot, so each of these was tried on the version in `server-pom.ts`.
 *
 * @param pageCache  memory for the store files, for example `512m`
 * @param hasPlugins  Graph Data Science reads the store itself, for which it must be allowed to
 */
export function serverSettings({ bolt, http }: ServerPorts, pageCache: string, hasPlugins: boolean): string {
  return `${[
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${bolt}`,
    `server.bolt.advertised_address=127.0.0.1:${bolt}`,
    `server.http.listen_address=127.0.0.1:${http}`,
    `server.http.advertised_address=127.0.0.1:${http}`,
    'server.https.enabled=false',
    `server.memory.pagecache.size=${pageCache}`,
    'dbms.usage_report.enabled=false',
    'client.allow_telemetry=false',
    'db.tx_log.preallocate=false',
    'db.tx_log.rotation.size=64m',
    'db.tx_log.rotation.retention_policy=keep_none',
    'server.directories.import=import',
    ...(hasPlugins ? ['dbms.security.procedures.unrestricted=gds.*'] : []),
    // Without these a stop waits ten seconds for connections that are already gone.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period=0',
    'internal.dbms.bolt.netty_server_shutdown_timeout=500ms',
    'internal.server.bolt.thread_pool_shutdown_wait_time=500ms',
    'internal.server.bolt.connection_shutdown_wait_time=500ms',
  ].join('\n')}\n`
}
