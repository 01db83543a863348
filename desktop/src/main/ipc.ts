import { BundleSource } from '@send/shared/forms/bundles/bundle-source'
import { z } from 'zod'

import { answer, done } from './answer-window.ts'
import { AuditExportRequest, exportAudit } from './audit/export-audit.ts'
import type { Connection } from './connection.ts'
import { FileId } from './fetch-file.ts'
import { FileToSend } from './send-file.ts'
import { exportBundle, pickBundle } from './forms/bundle-files.ts'
import { listenToDrafts } from './forms/listen-to-drafts.ts'
import type { DraftSync } from './forms/draft-sync.ts'
import type { Drafts } from './forms/drafts.ts'
import { HeldWork, type WindowLock } from './lock/window-lock.ts'
import type { UseWatch } from './lock/use-watch.ts'
import { MenuScreens } from './menu-template.ts'
import { BlankFormToSave, saveBlankForm } from './forms/save-blank-form.ts'
import { saveLog, UndoneMatchToSave, UnmergeToSave } from './suspense/save-log.ts'
import { ServerCall, type CallResult } from './server-calls.ts'

const Nothing = z.undefined()

/** What stands behind the channels. */
type Rooms = {
  callServer: (call: ServerCall) => Promise<CallResult>
  openFile: (fileId: string) => Promise<CallResult>
  sendFile: (file: FileToSend) => Promise<CallResult>
  connection: Connection
  lock: WindowLock
  useWatch: UseWatch
  drafts: Drafts
  draftSync: DraftSync
  tellChanged: () => void
  showMenu: (screens: MenuScreens) => void
}

/** Everything that the window may ask of the main process. */
export function listenToWindow(rooms: Rooms): void {
  const { callServer, openFile, sendFile, connection, lock, useWatch, showMenu } = rooms
  answer('server:call', ServerCall, callServer)
  answer('files:open', FileId, openFile)
  answer('files:send', FileToSend, sendFile)
  answer('audit:export', AuditExportRequest, (request) => exportAudit(callServer, request))
  answer('undoneMatches:save', UndoneMatchToSave, (input) =>
    saveLog(callServer, { path: 'undoneMatches.export', input, name: 'undone-match' }),
  )
  answer('personMerges:save', UnmergeToSave, (input) =>
    saveLog(callServer, { path: 'personMerges.export', input, name: 'unmerged-records' }),
  )
  answer('blankForms:save', BlankFormToSave, (form) => saveBlankForm(callServer, form))
  answer('bundles:export', BundleSource, (source) => exportBundle(callServer, source))
  answer('bundles:pick', Nothing, pickBundle)
  answer('connection:check', Nothing, async () => done(await connection.check()))
  answer('menu:show', MenuScreens, (screens) => done(showMenu(screens)))
  answer('lock:hold', HeldWork, (work) => done(lock.hold(work)))
  answer('lock:used', Nothing, () => done(useWatch.used()))
  answer('lock:find', Nothing, () => done(lock.find()))
  answer('lock:emptied', Nothing, () => done(lock.emptied()))
  answer('lock:open', Nothing, () => done(lock.open()))
  listenToDrafts(rooms)
}
