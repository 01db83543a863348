import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'

import { AuditExportRequest, exportAudit } from './audit/export-audit.ts'
import { isOwnWindow } from './is-own-window.ts'
import type { Connection } from './connection.ts'
import { FileId } from './fetch-file.ts'
import { Draft, type Drafts } from './forms/drafts.ts'
import { HeldWork, type WindowLock } from './lock/window-lock.ts'
import type { UseWatch } from './lock/use-watch.ts'
import { MenuScreens } from './menu-template.ts'
import { ServerCall, type CallResult } from './server-calls.ts'

const Nothing = z.undefined()
const FormId = z.uuid()

/** What stands behind the channels. */
type Rooms = {
  callServer: (call: ServerCall) => Promise<CallResult>
  openFile: (fileId: string) => Promise<CallResult>
  connection: Connection
  lock: WindowLock
  useWatch: UseWatch
  drafts: Drafts
  showMenu: (screens: MenuScreens) => void
}

const refused: CallResult = {
  ok: false,
  error: { message: 'The window asked for something unknown.', data: undefined },
}

/** Everything that the window may ask of the main process; every question is checked before it is answered. */
export function listenToWindow(rooms: Rooms): void {
  const { callServer, openFile, connection, lock, useWatch, drafts, showMenu } = rooms
  answer('server:call', ServerCall, callServer)
  answer('files:open', FileId, openFile)
  answer('audit:export', AuditExportRequest, (request) => exportAudit(callServer, request))
  answer('connection:check', Nothing, async () => done(await connection.check()))
  answer('menu:show', MenuScreens, (screens) => done(showMenu(screens)))
  answer('lock:hold', HeldWork, (work) => done(lock.hold(work)))
  answer('lock:used', Nothing, () => done(useWatch.used()))
  answer('lock:find', Nothing, () => done(lock.find()))
  answer('lock:emptied', Nothing, () => done(lock.emptied()))
  answer('lock:open', Nothing, () => done(lock.open()))
  answer('drafts:save', Draft, (draft, { sender }) =>
    locally(() => {
      const saved = drafts.save(draft, new Date())
      sender.send('drafts:changed')
      return saved
    }),
  )
  answer('drafts:list', Nothing, () =>
    locally(() => ({
      drafts: drafts.list(),
      unreadable: drafts.countUnreadable(),
      setAside: drafts.setAside ?? null,
    })),
  )
  answer('drafts:remove', FormId, (formId, { sender }) =>
    locally(() => {
      drafts.remove(formId)
      sender.send('drafts:changed')
    }),
  )
}

function answer<T>(
  channel: string,
  schema: z.ZodType<T>,
  work: (message: T, event: IpcMainInvokeEvent) => CallResult | Promise<CallResult>,
) {
  ipcMain.handle(channel, (event, ...messages: unknown[]) => {
    if (!isOwnWindow(event.senderFrame) || messages.length > 1) return refused
    const parsed = schema.safeParse(messages[0])
    return parsed.success ? work(parsed.data, event) : refused
  })
}

function done(data: unknown): CallResult {
  return { ok: true, data: data ?? null }
}

/** What the disk refuses is said in a sentence; the draft stays in the window. */
function locally(work: () => unknown): CallResult {
  try {
    return done(work())
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const message = `The draft could not be kept on this computer (${cause}). Make room on the disk; it stays open here.`
    return { ok: false, error: { message, data: undefined } }
  }
}
