import { protocol } from 'electron'

import { answerAppRequest } from './answer-app-request.ts'
import { answerPreviewRequest } from './forms/answer-preview-request.ts'

/** Makes `app://` a standard, secure scheme; must run before the app is ready. */
export function announceAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Serves the built window, and the preview that it frames, from their own folder. */
export function serveApp(folder: string): void {
  protocol.handle(
    'app',
    async (request) =>
      (await answerPreviewRequest(folder, request)) ?? (await answerAppRequest(folder, request)),
  )
}
