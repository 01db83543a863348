import path from 'node:path'
import { app, BrowserWindow } from 'electron'

import { mainWindowOptions } from './window-options.ts'

/** Opens the officer's window; its title names the environment, so that Test is never taken for Live. */
export function openMainWindow(environmentName: string): BrowserWindow {
  const preload = path.join(__dirname, '../preload/index.cjs')
  const title = `${app.getName()} – ${environmentName}`
  const window = new BrowserWindow({ ...mainWindowOptions({ preload, packaged: app.isPackaged }), title })
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://send/')
  return window
}
