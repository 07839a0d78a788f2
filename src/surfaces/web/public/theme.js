// Runs before the first paint, so that a remembered choice does not flash in the other colours.
try {
  const theme = localStorage.getItem('conceptloom.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is refused: the system's choice holds.
}
