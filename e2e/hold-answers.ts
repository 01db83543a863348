import type { Client } from './desktop-steps.ts'

type Answer = (event: unknown, call: { path: string }) => Promise<unknown>
type Handlers = { _invokeHandlers: Map<string, Answer> }

/** Lets no answer of a procedure reach the window until it is released, as where the line stalls; gives the release. */
export async function holdAnswers(client: Client, path: string): Promise<() => Promise<void>> {
  await client.application.evaluate(({ ipcMain }, held) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as Handlers
    const answer = handlers.get('server:call')
    if (!answer) throw new Error('The window cannot call the server.')
    const released = new Promise<void>((resolve) => {
      Object.assign(globalThis, {
        releaseAnswers() {
          handlers.set('server:call', answer)
          resolve()
        },
      })
    })
    handlers.set('server:call', async (event, call) => {
      const given = await answer(event, call)
      if (call.path === held) await released
      return given
    })
  }, path)
  return () =>
    client.application.evaluate(() => (globalThis as unknown as { releaseAnswers(): void }).releaseAnswers())
}
