import type { AuditFilter } from '@send/shared/audit/audit-filter'
import type { BundleSource } from '@send/shared/forms/bundles/bundle-source'
import type { Decisions } from '@send/shared/forms/merging/conflict'
import type { Officer } from '@send/shared/forms/shared-draft'
import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'

import type { BlankFormToSave } from '../../main/forms/save-blank-form.ts'
import type { HistoryChanges, KeptHistory } from '../../main/forms/draft-history.ts'
import type { ChangedDraft, Draft, KeptDraft, SavedDraft, WholeDraft } from '../../main/forms/drafts.ts'
import type { HeldWork } from '../../main/lock/window-lock.ts'
import type { MenuScreens } from '../../main/menu-template.ts'
import type { FileToSend } from '../../main/send-file.ts'
import type { CallResult, ServerCall } from '../../main/server-calls.ts'

/** An answer of the main process: what was asked for, or a sentence that says why not. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: { message: string } }

/** Stops listening. */
type Stop = () => void

type DraftsHere = {
  drafts: KeptDraft[]
  /** Drafts of others who worked on this computer. */
  others: { name: string; count: number; unsent: number }[]
  /** Removals that the server does not know yet. */
  removals: number
  unreadable: number
  setAside: string | null
}

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
  files: {
    open: (fileId: string) => Promise<CallResult>
    /** Null, or why the server did not take it. */
    send: (file: FileToSend) => Promise<Answer<RefusedReason | null>>
  }
  audit: { export: (request: { filter: AuditFilter; reason: string }) => Promise<Answer<{ saved: boolean }>> }
  undoneMatches: {
    save: (request: { undoneMatchId: string; reason: string }) => Promise<Answer<{ saved: boolean }>>
  }
  personMerges: {
    save: (request: { unmergedPersonId: string; reason: string }) => Promise<Answer<{ saved: boolean }>>
  }
  /** Whether the officer said where. */
  blankForms: { save: (form: BlankFormToSave) => Promise<Answer<{ saved: boolean }>> }
  bundles: {
    /** The name of the file; null when the officer chose none. */
    export: (source: BundleSource) => Promise<Answer<{ file: string | null }>>
    pick: () => Promise<Answer<{ name: string; text: string } | null>>
  }
  drafts: {
    save: (
      draft: (Draft | ChangedDraft) & { takenIn?: number; history?: HistoryChanges },
    ) => Promise<Answer<SavedDraft>>
    list: () => Promise<Answer<DraftsHere>>
    get: (formId: string) => Promise<Answer<WholeDraft | null>>
    history: (formId: string) => Promise<Answer<KeptHistory | null>>
    fetch: (formId: string) => Promise<Answer<null>>
    remove: (formId: string) => Promise<Answer<null>>
    restore: (formId: string) => Promise<Answer<null>>
    forget: (formId: string) => Promise<Answer<null>>
    decide: (decided: { formId: string; decisions: Decisions }) => Promise<Answer<null>>
    watch: (formId?: string) => Promise<Answer<null>>
    presence: (formId: string) => Promise<Answer<Officer[]>>
    sync: () => Promise<Answer<null>>
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
