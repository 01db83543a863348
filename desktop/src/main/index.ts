import path from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { z } from 'zod'

import { announceAppProtocol, serveApp } from './app-protocol.ts'
import { openDrafts, type Drafts } from './forms/drafts.ts'
import { listenToWindow } from './ipc.ts'

z.config({ jitless: true })

// With --no-sandbox (root, in tests) enableSandbox ends in a loop of crashing children.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
announceAppProtocol()

app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
})
app.on('window-all-closed', () => app.quit())

function openWindow(): void {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(__dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://send/')
}

void app.whenReady().then(() => {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  serveApp(path.join(__dirname, '../renderer'))
  const drafts = openDraftsOrSay()
  if (!drafts) return app.quit()
  listenToWindow(drafts)
  openWindow()
})

function openDraftsOrSay(): Drafts | undefined {
  try {
    return openDrafts(app.getPath('userData'), new Date())
  } catch (error) {
    dialog.showErrorBox('SEND Client', error instanceof Error ? error.message : String(error))
    return undefined
  }
}
