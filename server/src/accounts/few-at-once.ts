import { SendError } from '../errors.ts'

/** Lets `running` pieces of work run at once and `waiting` wait in order; whoever comes after is told to come later. */
export function fewAtOnce(limits: {
  running: number
  waiting: number
}): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= limits.running) {
      if (waiting.length >= limits.waiting) throw new SendError('unavailable')
      await new Promise<void>((resolve) => waiting.push(resolve)) // the place is handed over, so the count stays
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
