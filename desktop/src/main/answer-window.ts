import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'

import { isOwnWindow } from './is-own-window.ts'
import type { CallResult } from './server-calls.ts'

const refused: CallResult = {
  ok: false,
  error: { message: 'The window asked for something unknown.', data: undefined },
}

/** Answers what our own window asks on a channel; every question is checked before it is answered. */
export function answer<T>(
  channel: string,
  schema: z.ZodType<T>,
  work: (message: T, event: IpcMainInvokeEvent) => CallResult | Promise<CallResult>,
): void {
  ipcMain.handle(channel, (event, ...messages: unknown[]) => {
    if (!isOwnWindow(event.senderFrame) || messages.length > 1) return refused
    const parsed = schema.safeParse(messages[0])
    return parsed.success ? work(parsed.data, event) : refused
  })
}

export function done(data: unknown): CallResult {
  return { ok: true, data: data ?? null }
}
