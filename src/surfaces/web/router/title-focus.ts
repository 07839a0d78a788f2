/** Whether a view was opened whose title has not had the focus yet: `link` when the reader followed one, `history` when going back. */
let due: 'link' | 'history' | undefined

/** Called when another view is opened; the first that the page opens leaves the focus at the top. */
export function awaitTitle(by: 'link' | 'history'): void {
  due = by
}

/** Gives the title of a newly opened view the focus, so that it is read out and Tab goes on from there. */
export function focusTitle(title: HTMLElement | null): void {
  if (due === undefined || title === null) return
  title.focus({ preventScroll: true })
  // Going back, the browser itself returns to where one was.
  if (due === 'link') scrollTo(0, 0)
  due = undefined
}
