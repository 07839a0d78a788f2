/** An element with its attributes, children and own text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads a document without doctype, comments or CDATA, and refuses what XML 1.0 does: forbidden characters, a raw `<` or `&`, `]]>` in text,
 * unquoted or repeated attributes, unknown entities, tags that do not match.
 */
export function readXml(source: string): XmlElement {
  // oxlint-disable-next-line no-control-regex
  const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.exec(source)
  if (forbidden !== null || !source.isWellFormed()) throw new Error(`forbidden character in XML`)
  const body = source.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '')
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [root]
  let at = 0
  while (at < body.length) {
    const here = open.at(-1) as XmlElement
    if (body[at] !== '<') {
      const end = body.indexOf('<', at)
      const text = body.slice(at, end === -1 ? undefined : end)
      if (text.includes(']]>')) throw new Error('`]]>` in text')
      here.text += resolve(text)
      at += text.length
      continue
    }
    const tag = /^<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/.exec(
      body.slice(at, at + 100_000),
    )
    if (tag === null) throw new Error(`no tag: ${body.slice(at, at + 80)}`)
    at += tag[0].length
    const [, closing, name = '', list = '', empty] = tag
    if (closing === '/') {
      if (here.name !== name) throw new Error(`</${name}> closes <${here.name}>`)
      open.pop()
      continue
    }
    const element: XmlElement = { name, attributes: readAttributes(list), children: [], text: '' }
    here.children.push(element)
    if (empty !== '/') open.push(element)
  }
  const [only, ...others] = root.children
  if (only === undefined || others.length > 0 || open.length > 1) throw new Error('not one whole document')
  return only
}

/** All elements of a name, in document order. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => elementsOf(child, name)),
  ]
}

function readAttributes(list: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', quoted = ''] of list.matchAll(/([\w.:-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (attributes.has(name)) throw new Error(`twice: ${name}`)
    // A parser turns raw white space of attributes into spaces; what is escaped stays.
    attributes.set(name, resolve(quoted.slice(1, -1).replaceAll(/[\t\r\n]/g, ' ')))
  }
  return attributes
}

function resolve(text: string): string {
  return text.replaceAll(/&([^;]*);?/g, (whole, name: string) => {
    const code = /^#(\d+)$/.exec(name)?.[1]
    const character = code === undefined ? entities[name] : String.fromCodePoint(Number(code))
    if (character === undefined || !whole.endsWith(';')) throw new Error(`unknown entity: ${whole}`)
    return character
  })
}
