import { z } from 'zod'

export type Connection = {
  /** Asks the server now; true when it answers as ours does. */
  check(): Promise<boolean>
  /** What the last call or check learned. */
  report(reached: boolean): void
  stop(): void
}

type ConnectionOptions = {
  serverUrl: string
  /** Told at every change, and of the first finding. */
  tell: (connected: boolean) => void
  /** Milliseconds from one check to the next. */
  pause?: number
  /** Milliseconds after which silence counts as not connected; with `pause` well below 20 seconds together. */
  patience?: number
}

/** A captive portal of a hotel answers too; only our server says this. */
const Health = z.object({ status: z.literal('ok') })

/**
 * Watches whether the server can be reached: by asking every 15 seconds and by the outcome of every call. It
 * runs here and not in the window, because a window that is covered has its timers slowed down.
 */
export function watchConnection(options: ConnectionOptions): Connection {
  const { serverUrl, tell, pause = 15_000, patience = 4000 } = options
  let known: boolean | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  function report(reached: boolean): void {
    if (reached === known || stopped) return
    known = reached
    tell(reached)
  }
  async function check(): Promise<boolean> {
    const reached = await answers(serverUrl, patience)
    report(reached)
    return reached
  }
  async function watch(): Promise<void> {
    await check()
    if (!stopped) timer = setTimeout(() => void watch(), pause)
  }
  void watch()
  return {
    check,
    report,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

async function answers(serverUrl: string, patience: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(`${serverUrl}/health`, { signal, redirect: 'error' })
    return Health.safeParse(await answer.json()).success
  } catch {
    return false
  }
}
