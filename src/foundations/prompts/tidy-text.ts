const label =
  /^(?:\*\*|__|#{1,4}[^\S\n]*)?(?:new |final |created )?(?:question|problem|solution|answer|final answer)(?:\*\*|__)?[^\S\n]*:(?:\*\*|__)?\s*/i

/**
 * A text field as a model writes it, without what it puts around it: a label (`**Question:**`), a code fence, emphasis that opens or
 * closes and has no partner. A third of replies kept such marks in one set of published outputs. Emphasis in the text stays.
 */
export function tidyText(text: string): string {
  let tidy = text.replaceAll('\r\n', '\n').trim()
  const fenced = /^```[a-z]*\n([\s\S]*?)\n?```$/.exec(tidy)
  if (fenced !== null) tidy = (fenced[1] ?? '').trim()
  tidy = tidy.replace(label, '')
  const wrapped = /^\*\*([^*]+)\*\*$/.exec(tidy)
  if (wrapped !== null) tidy = (wrapped[1] ?? '').trim()
  if ((tidy.match(/\*\*/g)?.length ?? 0) % 2 === 1) tidy = tidy.replace(/^\*\*\s*|\s*\*\*$/, '')
  return tidy.trim()
}
