/** HTML that is safe to put on a page. */
export interface Markup {
  readonly html: string
}

type Part = Markup | string | number | readonly Part[] | undefined

/** HTML from a template: what is put in is escaped, unless it is markup itself; lists are joined, `undefined` is nothing. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return {
    html: texts.map((text, place) => text + (place < parts.length ? render(parts[place]) : '')).join(''),
  }
}

/** Text that is HTML already, made by a library that escapes. */
export function trusted(text: string): Markup {
  return { html: text }
}

function render(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'html' in part ? part.html : part.map(render).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] as string)
}
