/** A message of ours for callers elsewhere: it names ids and settings; where it names a place of this machine, the place is left out. */
export function hidePlaces(message: string): string {
  return message.replaceAll(/(?:[A-Za-z]:)?(?:\\|(?<![\w<])\/)[\w.@~-]+(?:[\\/][\w.@~-]+)+[\\/]?/g, '[…]')
}
