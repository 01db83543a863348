import type { Page } from 'playwright'

type Answer = { ok: boolean; data?: unknown; error?: { message: string } }
type Bridge = Record<string, Record<string, (message?: unknown) => Promise<Answer>>>

/** Asks the main process what the window may ask, through what the preload gave it. */
export function askMain(window: Page, room: string, verb: string, message?: unknown): Promise<Answer> {
  return window.evaluate(
    ([place, action, content]) => {
      const { send } = globalThis as unknown as { send: Bridge }
      const ask = send[String(place)]?.[String(action)]
      if (!ask) throw new Error(`the preload offers no ${String(place)}.${String(action)}`)
      return ask(content)
    },
    [room, verb, message],
  )
}
