import type { Draft, KeptDraft } from '../../main/forms/drafts.ts'
import type { CallResult, ServerCall } from '../../main/server-calls.ts'

/** An answer of the main process: what was asked for, or a sentence that says why not. */
type Answer<T> = { ok: true; data: T } | { ok: false; error: { message: string } }

type Bridge = {
  server: { call: (call: ServerCall) => Promise<CallResult> }
  files: { open: (fileId: string) => Promise<CallResult> }
  drafts: {
    save: (draft: Draft) => Promise<Answer<{ changedAt: string }>>
    list: () => Promise<Answer<{ drafts: KeptDraft[]; setAside: string | null }>>
    remove: (formId: string) => Promise<Answer<null>>
  }
}

declare global {
  interface Window {
    send: Bridge
  }
}

/** What the preload offers. */
export const bridge = window.send
