import { protocol } from 'electron'

import { answerAppRequest } from './answer-app-request.ts'

/** Makes `app://` a standard, secure scheme; must run before the app is ready. */
export function announceAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Serves the built window from its own folder. */
export function serveApp(folder: string): void {
  protocol.handle('app', (request) => answerAppRequest(folder, request))
}
