import { sha256 } from '../../core/identity.ts'

/** Longest foreign text that is put in a prompt, in UTF-16 units; the rest is cut, which the quote says. */
const maximumQuoted = 24_000

/**
 * What chat templates read as the end of a message or a change of speaker. A space is put into it: servers that parse such marks
 * inside content would otherwise let a text leave its message.
 */
const templateMarks =
  /<(?=\||\/?(?:s|bos|eos|think|start_of_turn|end_of_turn|im_start|im_end)>)|\[(?=\/?(?:INST|SYS|AVAILABLE_TOOLS|TOOL_RESULTS)\])/gi

/** Control characters but tab and newline, and marks that turn the direction of writing. */
// oxlint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * Foreign text as quoted data: between two lines that carry a word which does not occur in the text, so the text cannot close its
 * quote. The word is a hash of the text: the same text gives the same prompt.
 *
 * @param name  says what is quoted, for example `question`
 */
export function quoteText(name: string, text: string): string {
  const clean = text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(invisible, '')
    .replaceAll(templateMarks, (mark) => `${mark} `)
  const kept = clean.length > maximumQuoted ? `${clean.slice(0, maximumQuoted)}\n(cut here)` : clean
  let word = fenceWord(kept)
  while (kept.includes(word)) word = fenceWord(word + kept)
  return `<<<${name} ${word}\n${kept.trim()}\n${word}>>>`
}

function fenceWord(text: string): string {
  return sha256(text).slice(0, 12)
}
