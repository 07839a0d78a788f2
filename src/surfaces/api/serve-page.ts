import express, { type Express, type RequestHandler } from 'express'

const absent = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>conceptloom</title></head>
<body>
<h1>conceptloom</h1>
<p>The service works; its page was not built. <code>npm run build</code> builds it, then start the service again.</p>
<ul>
<li><a href="/docs">API documentation</a></li>
<li><a href="/v1/graph">The graph in figures</a></li>
<li><a href="/v1/concepts">Concepts</a></li>
</ul>
</body>
</html>
`

/** The built page at `/`. Its own addresses, which name no file, are answered with it too. */
export function servePage(app: Express, folder: string | undefined): void {
  if (folder === undefined) {
    app.get('/', (_, response) => void response.type('html').set('Cache-Control', 'no-cache').send(absent))
    return
  }
  app.use(
    express.static(folder, {
      index: false,
      redirect: false,
      // Names of assets hold a hash of their content.
      setHeaders: (response, path) => {
        response.set(
          'Cache-Control',
          /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    }),
  )
  app.get('/{*address}', pageFor(folder))
}

function pageFor(folder: string): RequestHandler {
  return (request, response, next) => {
    const isPage = request.accepts(['json', 'html']) === 'html' && !/^\/v1(?:\/|$)|\.\w+$/.test(request.path)
    if (!isPage) return next()
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder, cacheControl: false })
  }
}
