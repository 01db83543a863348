import type { CallResult, ServerCall } from '../../main/server-calls.ts'

type Bridge = {
  server: { call: (call: ServerCall) => Promise<CallResult> }
  files: { open: (fileId: string) => Promise<CallResult> }
}

declare global {
  interface Window {
    send: Bridge
  }
}

/** What the preload offers. */
export const bridge = window.send
