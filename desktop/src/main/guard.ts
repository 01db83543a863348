import type { App, Session, WebContents } from 'electron'

/** Holds every page and every session of the client to what is allowed, from the moment they are made. */
export function guardEverything(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents))
  app.on('session-created', guardSession)
}

/** A page stays where we loaded it: no other address, no other window, no page within the page. */
function guardPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** No camera, no place, no device, no notice, and nothing saved as a file: the client needs none of them. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
