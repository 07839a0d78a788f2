import type { Express } from 'express'

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>conceptloom API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="data:,">
</head>
<body>
<div id="swagger-ui"></div>
<noscript>The document itself stands at <a href="/v1/openapi.json">/v1/openapi.json</a>.</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

// The validator badge would ask another host.
const start = `window.ui = SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
})
`

const absent = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>conceptloom API</title></head>
<body><p>The OpenAPI document stands at <a href="/v1/openapi.json">/v1/openapi.json</a>. Swagger UI was not built: <code>npm run build</code>.</p></body>
</html>
`

/** Swagger UI at `/docs`, from files of this machine alone. */
export function serveDocs(app: Express, folder: string | undefined): void {
  if (folder === undefined) {
    app.get('/docs', (_, response) => void response.type('html').send(absent))
    return
  }
  app.get('/docs', (_, response) => void response.type('html').set('Cache-Control', 'no-cache').send(html))
  app.get('/docs/start.js', (_, response) => void response.type('text/javascript').send(start))
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    app.get(`/docs/${name}`, (_, response) => response.sendFile(name, { root: folder, maxAge: '1h' }))
}
