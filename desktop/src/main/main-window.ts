import path from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'

import { mainWindowOptions } from './window-options.ts'

/** Opens the officer's window; its title names the environment, so that Test is never taken for Live. */
export function openMainWindow(environmentName: string): BrowserWindow {
  const preload = path.join(__dirname, '../preload/index.cjs')
  const title = `${app.getName()} – ${environmentName}`
  const window = new BrowserWindow({ ...mainWindowOptions({ preload, packaged: app.isPackaged }), title })
  window.on('page-title-updated', (event) => event.preventDefault())
  const show = () => {
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  window.once('ready-to-show', show)
  // On a busy machine a hidden window may never be painted; it is painted when it is shown.
  window.webContents.once('did-finish-load', show)
  window.webContents.on('will-prevent-unload', (event) => {
    // Prevented, the event lets the window close; left alone, the window stays.
    if (wantsToCloseUnsaved(window)) event.preventDefault()
  })
  void window.loadURL('app://send/')
  return window
}

function wantsToCloseUnsaved(window: BrowserWindow): boolean {
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'Your last changes to this form are not saved.',
    detail:
      'They could not be written to this computer. Stay, make room on the disk, and they will be saved.',
    buttons: ['Stay', 'Close and lose them'],
    defaultId: 0,
    cancelId: 0,
  })
  return chosen === 1
}
