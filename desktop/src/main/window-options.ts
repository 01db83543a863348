import type { BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron'

/** What every page of ours runs under, the officer's window and a file alike. */
const locked = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  // A file dropped on the window is not opened in its place.
  navigateOnDragDrop: false,
  // A spelling service would be sent what officers write about children.
  spellcheck: false,
} satisfies WebPreferences

/** The officer's window. */
export function mainWindowOptions(own: { preload: string; packaged: boolean }) {
  return {
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    webPreferences: { ...locked, preload: own.preload, devTools: !own.packaged },
  } satisfies BrowserWindowConstructorOptions
}

/** A window that shows one file: no preload, no scripts of the file, no tools. */
export function fileWindowOptions(session: Session) {
  return {
    width: 900,
    height: 1000,
    // Chromium's own viewer of PDFs is a plugin.
    webPreferences: { ...locked, session, javascript: false, plugins: true, devTools: false },
  } satisfies BrowserWindowConstructorOptions
}

/** The kinds of files that a window can show, and how they are announced to it. */
export const shownTypes: Record<string, string> = {
  'application/pdf': 'application/pdf',
  'image/png': 'image/png',
  'image/jpeg': 'image/jpeg',
  'text/plain': 'text/plain; charset=utf-8',
}
