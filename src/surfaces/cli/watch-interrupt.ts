/** First Ctrl-C or SIGTERM: finish what is in flight. Second: leave at once. */
export function watchInterrupt(): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController()
  const handle = (): void => {
    if (controller.signal.aborted) process.exit(130)
    process.stderr.write('stopping after what is in flight; press again to leave at once\n')
    controller.abort()
  }
  process.on('SIGINT', handle)
  process.on('SIGTERM', handle)
  return {
    signal: controller.signal,
    stop: () => {
      process.off('SIGINT', handle)
      process.off('SIGTERM', handle)
    },
  }
}
