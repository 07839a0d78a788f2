/** Shows how far each stage of a long pass is. */
export interface ProgressBar {
  show(stage: string, done: number, total: number): void
  /** Leaves the last state on the screen. */
  end(): void
}

const barWidth = 30

/** A bar that is drawn over itself on a terminal; elsewhere one line for each fifth of a stage, so that a log stays short. */
export function createProgressBar(output: NodeJS.WriteStream): ProgressBar {
  let lastStage = ''
  let lastStep = -1
  const steps = output.isTTY ? 200 : 5
  return {
    show(stage, done, total) {
      const share = total === 0 ? 1 : Math.min(1, done / total)
      const step = Math.floor(share * steps)
      if (stage === lastStage && step === lastStep) return
      if (output.isTTY && stage !== lastStage && lastStage !== '') output.write('\n')
      lastStage = stage
      lastStep = step
      const percent = `${Math.floor(share * 100)}`.padStart(3)
      const filled = Math.floor(share * barWidth)
      if (output.isTTY)
        output.write(
          `\r${stage.padEnd(8)} [${'='.repeat(filled)}${' '.repeat(barWidth - filled)}] ${percent} %`,
        )
      else output.write(`${stage} ${percent} %\n`)
    },
    end() {
      if (output.isTTY && lastStage !== '') output.write('\n')
    },
  }
}
