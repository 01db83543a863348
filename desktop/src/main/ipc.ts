import { ipcMain, type IpcMainInvokeEvent } from 'electron'

import { FileId, openFile } from './file-window.ts'
import { callServer, ServerCall, type CallResult } from './server-calls.ts'

const refused: CallResult = {
  ok: false,
  error: { message: 'The window asked for something unknown.', data: undefined },
}

function isOwnWindow(event: IpcMainInvokeEvent): boolean {
  return event.senderFrame?.url.startsWith('app://send/') === true && !event.senderFrame.parent
}

/** Everything that the window may ask of the main process; every question is checked before it is answered. */
export function listenToWindow(): void {
  ipcMain.handle('server:call', (event, message: unknown) => {
    const call = ServerCall.safeParse(message)
    return isOwnWindow(event) && call.success ? callServer(call.data) : refused
  })
  ipcMain.handle('files:open', (event, message: unknown) => {
    const fileId = FileId.safeParse(message)
    return isOwnWindow(event) && fileId.success ? openFile(fileId.data) : refused
  })
}
