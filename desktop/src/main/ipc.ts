import { app, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'

import { FileId, openFile } from './file-window.ts'
import { Draft, type Drafts } from './forms/drafts.ts'
import { callServer, ServerCall, type CallResult } from './server-calls.ts'

const Nothing = z.undefined()
const FormId = z.uuid()

const refused: CallResult = {
  ok: false,
  error: { message: 'The window asked for something unknown.', data: undefined },
}

/** Whether a message comes from the top frame of our own window: a preview or a foreign page has no say. */
function isOwnWindow(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return event.senderFrame?.url.startsWith('app://send/') === true && !event.senderFrame.parent
}

/** Everything that the window may ask of the main process; every question is checked before it is answered. */
export function listenToWindow(drafts: Drafts): void {
  answer('server:call', ServerCall, callServer)
  answer('files:open', FileId, openFile)
  answer('drafts:save', Draft, (draft) => locally(() => drafts.save(draft, new Date())))
  answer('drafts:list', Nothing, () =>
    locally(() => ({ drafts: drafts.list(), setAside: drafts.setAside ?? null })),
  )
  answer('drafts:remove', FormId, (formId) => locally(() => drafts.remove(formId)))
  app.on('will-quit', () => drafts.close())
}

function answer<T>(
  channel: string,
  schema: z.ZodType<T>,
  work: (message: T) => CallResult | Promise<CallResult>,
) {
  ipcMain.handle(channel, (event, message: unknown) => {
    const parsed = schema.safeParse(message)
    return isOwnWindow(event) && parsed.success ? work(parsed.data) : refused
  })
}

/** What the disk refuses is said in a sentence; the draft stays in the window. */
function locally(work: () => unknown): CallResult {
  try {
    return { ok: true, data: work() ?? null }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const message = `The draft could not be kept on this computer (${cause}). Make room on the disk; it stays open here.`
    return { ok: false, error: { message, data: undefined } }
  }
}
