/** The long-term line that runs on Java 17. */
export const serverVersion = '5.26.30'

const artifacts = [
  ['org.neo4j.app', 'neo4j-server', serverVersion],
  ['org.neo4j', 'neo4j', serverVersion],
  ['org.neo4j.client', 'neo4j-browser', '5.24.0'],
] as const

/** What Maven is asked to fetch: server, command line tools and Browser, each from Maven Central under its own licence. */
export const serverPom: string = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>local.conceptloom</groupId>
  <artifactId>neo4j-launcher</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${artifacts
  .map(
    ([group, artifact, version]) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  )
  .join('\n')}
  </dependencies>
</project>
`
