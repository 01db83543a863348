import path from 'node:path'
import { app, dialog, Menu, powerMonitor, safeStorage, screen, session, type BrowserWindow } from 'electron'
import { z } from 'zod'

import { announceAppProtocol, serveApp } from './app-protocol.ts'
import { watchConnection } from './connection.ts'
import { closeFiles, openFile, serveFiles } from './file-window.ts'
import { openDraftServer } from './forms/draft-server.ts'
import { startDraftSync } from './forms/draft-sync.ts'
import { openDrafts } from './forms/drafts.ts'
import { guardEverything, guardSession } from './guard.ts'
import { listenToWindow } from './ipc.ts'
import { isLockKey } from './lock/lock-key.ts'
import { watchPointer } from './lock/pointer-watch.ts'
import { watchUse } from './lock/use-watch.ts'
import { createWindowLock } from './lock/window-lock.ts'
import { openMainWindow } from './main-window.ts'
import { menuTemplate, type MenuScreens } from './menu-template.ts'
import { sendFile } from './send-file.ts'
import { createServerCalls } from './server-calls.ts'
import { createServerSession } from './server-session.ts'
import { openSessionVault } from './session-vault.ts'
import { readSettings } from './settings.ts'
import { findSystemCipher } from './system-cipher.ts'

z.config({ jitless: true })

let mainWindow: BrowserWindow | undefined

// With --no-sandbox (root, in tests) enableSandbox ends in a loop of crashing children.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
// Boxes for dates ask for the day first, whatever the system's language is.
app.commandLine.appendSwitch('lang', 'en-GB')
announceAppProtocol()
guardEverything(app)
app.on('window-all-closed', () => app.quit())
app.on('second-instance', showMainWindow)
// Two clients on one folder would write the same drafts.
if (app.requestSingleInstanceLock()) void app.whenReady().then(startOrSay)
else app.quit()

function startOrSay(): void {
  try {
    start()
  } catch (error) {
    dialog.showErrorBox(app.getName(), error instanceof Error ? error.message : String(error))
    app.quit()
  }
}

function start(): void {
  const { serverUrl, environmentName, lockAfterSeconds } = readSettings(process.env, {
    packaged: app.isPackaged,
  })
  guardSession(session.defaultSession)
  serveApp(path.join(__dirname, '../renderer'))
  serveFiles()
  const drafts = openDrafts(app.getPath('userData'), new Date())
  const vault = openSessionVault({
    file: path.join(app.getPath('userData'), 'session'),
    serverUrl,
    cipher: findSystemCipher(safeStorage, process.platform),
  })
  const connection = watchConnection({
    serverUrl,
    tell(connected) {
      tell('connection:changed', connected)
      if (connected) void draftSync.run()
    },
  })
  const useWatch = watchUse({
    lockAfter: lockAfterSeconds * 1000,
    now: () => performance.now(),
    onLeftAlone: () => lock.lock(),
    onStillUsed: () => void callServer({ type: 'query', path: 'accounts.me' }),
  })
  const server = createServerSession({
    serverUrl,
    vault,
    isAttended: () => useWatch.isAttended(),
    onReached: (reached) => connection.report(reached),
    onOver(why) {
      closeFiles()
      // Whoever locked the window is still at work, and their last save is theirs.
      draftSync.forgetOfficer(lock.find() ? 'expired' : why)
      lock.forget()
      showMenu([])
      if (why === 'expired') tell('session:expired')
    },
  })
  const callServer = createServerCalls(server)
  const lock = createWindowLock({
    server,
    useWatch,
    askToEmpty: () => tell('lock:locked'),
    beginAnew,
  })
  const showMenu = (screens: MenuScreens) => setMenu(screens, () => lock.lock())
  const tellChanged = () => tell('drafts:changed')
  const draftSync = startDraftSync({
    drafts,
    server: openDraftServer(callServer),
    sessionKey: () => vault.findToken(),
    tellChanged,
  })
  listenToWindow({
    callServer,
    openFile: (fileId) => openFile(server, fileId),
    sendFile: (file) => sendFile(server, file),
    connection,
    lock,
    useWatch,
    drafts,
    draftSync,
    tellChanged,
    showMenu,
  })
  const isOfPerson = watchPointer(() => screen.getCursorScreenPoint())
  app.on('web-contents-created', (_event, contents) => {
    // In the windows of files, too, whose pages report nothing.
    contents.on('input-event', (_input, { type }) => {
      if (isOfPerson(type)) useWatch.used()
    })
    contents.on('before-input-event', (event, key) => {
      if (!isLockKey(key, process.platform === 'darwin')) return
      event.preventDefault()
      lock.lock()
    })
  })
  powerMonitor.on('lock-screen', () => lock.lock())
  powerMonitor.on('suspend', () => lock.lock())
  powerMonitor.on('resume', () => void connection.check())
  app.on('will-quit', () => {
    connection.stop()
    draftSync.stop()
    drafts.close()
  })
  app.setAboutPanelOptions({ applicationName: app.getName(), applicationVersion: app.getVersion() })
  showMenu([])
  mainWindow = openMainWindow(environmentName)
  // Files are part of the work in the window, and close with it.
  mainWindow.on('closed', closeFiles)
}

function setMenu(screens: MenuScreens, lock: () => void): void {
  const open = (name: string) => tell('menu:open', name)
  const actions = { open, lock, signOut: () => tell('menu:signOut') }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(screens, actions)))
}

/** Loads the window afresh, with none of its memory. */
function beginAnew(byForce: boolean): void {
  if (!mainWindow || mainWindow.isDestroyed()) return
  if (byForce) mainWindow.webContents.forcefullyCrashRenderer()
  mainWindow.webContents.reload()
}

/** One way to the window; once it is closed there is nobody to tell. */
function tell(channel: string, message?: unknown): void {
  if (mainWindow && !mainWindow.isDestroyed()) mainWindow.webContents.send(channel, message)
}

function showMainWindow(): void {
  if (mainWindow?.isMinimized()) mainWindow.restore()
  mainWindow?.focus()
}
