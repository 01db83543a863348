import path from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import { z } from 'zod'

import { announceAppProtocol, serveApp } from './app-protocol.ts'
import { listenToWindow } from './ipc.ts'

z.config({ jitless: true })

// With --no-sandbox (root, in tests) enableSandbox ends in a loop of crashing children.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
announceAppProtocol()

app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
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
  serveApp(path.join(__dirname, '../renderer'))
  listenToWindow()
  openWindow()
})
