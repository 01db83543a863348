import type { AuditFilter } from '@send/shared/audit/audit-filter'

import type { Draft, KeptDraft } from '../../main/forms/drafts.ts'
import type { HeldWork } from '../../main/lock/window-lock.ts'
import type { MenuScreens } from '../../main/menu-template.ts'
import type { CallResult, ServerCall } from '../../main/server-calls.ts'

/** An answer of the main process: what was asked for, or a sentence that says why not. */
type Answer<T> = { ok: true; data: T } | { ok: false; error: { message: string } }

/** Stops listening. */
type Stop = () => void

type Bridge = {
  server: { call: (call: ServerCall) => Promise<CallResult> }
  session: { onExpired: (listener: () => void) => Stop }
  connection: {
    check: () => Promise<Answer<boolean>>
    onChange: (listener: (connected: boolean) => void) => Stop
  }
  lock: {
    hold: (work: HeldWork) => Promise<Answer<null>>
    used: () => Promise<Answer<null>>
    find: () => Promise<Answer<HeldWork | null>>
    emptied: () => Promise<Answer<null>>
    open: () => Promise<Answer<null>>
    onLocked: (listener: () => void) => Stop
  }
  menu: {
    show: (screens: MenuScreens) => Promise<Answer<null>>
    onOpen: (listener: (screen: string) => void) => Stop
    onSignOut: (listener: () => void) => Stop
  }
  files: { open: (fileId: string) => Promise<CallResult> }
  audit: { export: (request: { filter: AuditFilter; reason: string }) => Promise<Answer<{ saved: boolean }>> }
  drafts: {
    save: (draft: Draft) => Promise<Answer<{ changedAt: string }>>
    list: () => Promise<Answer<{ drafts: KeptDraft[]; unreadable: number; setAside: string | null }>>
    remove: (formId: string) => Promise<Answer<null>>
    onChange: (listener: () => void) => Stop
  }
}

declare global {
  interface Window {
    send: Bridge
  }
}

/** What the preload offers. */
export const bridge = window.send
