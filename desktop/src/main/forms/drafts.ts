import { FormDefinition, mostPages, Page } from '@send/shared/forms/form-definition'
import { Decisions } from '@send/shared/forms/merging/conflict'
import { isSame } from '@send/shared/forms/merging/same-value'
import { Officer, SharedDraft } from '@send/shared/forms/shared-draft'
import { Id, PageId } from '@send/shared/values/ids'
import { z } from 'zod'

import { openDraftHistory, type HistoryChanges, type KeptHistory } from './draft-history.ts'
import { openDraftStore } from './draft-store.ts'
import { openSyncRows, type SyncRows } from './draft-sync-rows.ts'
import { openDraftTexts, parsedOrUndefined, type DraftTexts } from './draft-texts.ts'
import { inTransaction } from './migrate-store.ts'

/** A form that is being written on this computer; it holds no word about any child. */
export const Draft = z.strictObject({
  formId: Id,
  /** The published version that the draft was made from; null for a new form. */
  baseVersion: z.int().min(1).nullable(),
  definition: FormDefinition,
})
export type Draft = z.infer<typeof Draft>

/** A draft of which only the pages are sent that changed; the others are on the disk already. */
export const ChangedDraft = z.strictObject({
  formId: Id,
  baseVersion: z.int().min(1).nullable(),
  head: FormDefinition.omit({ pages: true }).extend({ pages: z.array(PageId).max(mostPages) }),
  changedPages: z.array(Page).max(mostPages),
})
export type ChangedDraft = z.infer<typeof ChangedDraft>

/** What became of a save: `stale` when newer changes of a colleague came in, `incomplete` when a page is not here. */
export type SavedDraft =
  { outcome: 'saved'; changedAt: string } | { outcome: 'stale' } | { outcome: 'incomplete' }

/** Where the work of a draft is: what the window may honestly say of it. */
export type SyncState =
  /** The server has all of it. */
  | { kind: 'synchronised' }
  /** Some of it is on this computer alone; `problem` when the server refused it. */
  | { kind: 'local'; problem?: string | undefined }
  /** A colleague's changes contradict it, and somebody must decide. */
  | { kind: 'conflict'; by: string }
  /** A colleague removed the shared draft. */
  | { kind: 'removed'; by: string }

export type KeptDraft = Draft & {
  changedAt: string
  /** Whose work it is until the server has it; null when nobody was signed in. */
  owner: Officer | null
  /** The server has had it, so that colleagues may have it too. */
  isShared: boolean
  sync: SyncState
}

/** A draft with everything that a merge needs. */
export type WholeDraft = KeptDraft & {
  /** What was last synchronised; null before the first time. */
  base: FormDefinition | null
  /** What a colleague made since, not taken in yet. */
  theirs: SharedDraft | null
  decisions: Decisions
}

export type Drafts = {
  /**
   * Returns only after the draft is on the disk. With `takenIn` it holds the colleague's changes of that revision too,
   * and nothing is saved when there are newer ones by now.
   */
  save(
    draft: Draft | ChangedDraft,
    now: Date,
    more?: { owner?: Officer | null; takenIn?: number; history?: HistoryChanges },
  ): SavedDraft
  list(): KeptDraft[]
  find(formId: string): WholeDraft | undefined
  /** The states that undo and redo walk through; undefined when none can be read. */
  findHistory(formId: string): KeptHistory | undefined
  /** Drafts that this client cannot read; they stay in the store, and one of them hides no other. */
  countUnreadable(): number
  /** Removals that the server does not know yet. */
  countRemovals(): number
  /** Takes a draft from the list; `restore` brings it back. */
  remove(formId: string): void
  restore(formId: string): void
  /** Deletes a draft that lives on elsewhere. */
  forget(formId: string): void
  sync: SyncRows
  close(): void
  /** Where a damaged store was put aside when this one was opened. */
  setAside: string | undefined
}

type Row = {
  form_id: string
  base_version: number | null
  definition: string
  digest: string | null
  changed_at: string
  number: number
  owner: string | null
  removed: number
  revision: number | null
  synced_number: number | null
  base: string | null
  theirs: string | null
  decisions: string | null
}

/** Opens the drafts in a folder; see `openDraftStore` for what becomes of a damaged store. */
export function openDrafts(folder: string, now: Date): Drafts {
  const { database, setAside } = openDraftStore(folder, now)
  const texts = openDraftTexts(database)
  const sync = openSyncRows(database, texts)
  const histories = openDraftHistory(database)
  const insert =
    database.prepare(`insert into drafts (form_id, base_version, definition, digest, changed_at, owner)
    values (?, ?, ?, ?, ?, ?) on conflict (form_id) do update
    set base_version = excluded.base_version, definition = excluded.definition, digest = excluded.digest,
      changed_at = excluded.changed_at, number = number + 1, removed = 0`)
  const columns = `drafts.*, draft_sync.revision, draft_sync.number as synced_number, draft_sync.theirs`
  const joined = 'from drafts left join draft_sync on draft_sync.form_id = drafts.form_id'
  const select = database.prepare(`select ${columns}, null as base, null as decisions ${joined}
    where not drafts.removed order by changed_at desc`)
  const selectOne = database.prepare(`select ${columns}, draft_sync.base, draft_sync.decisions ${joined}
    where not drafts.removed and drafts.form_id = ?`)
  const setRemoved = database.prepare('update drafts set removed = ?, number = number + 1 where form_id = ?')
  const forgetDraft = database.prepare('delete from drafts where form_id = ?')
  const forgetSync = database.prepare('delete from draft_sync where form_id = ?')
  const rows = () => select.all() as Row[]
  // Removed here and on the server, or never sent: nobody can want it back any more.
  database.exec(`delete from drafts where removed and not exists (select 1 from draft_sync
    where draft_sync.form_id = drafts.form_id
      and (outgoing is not null or (revision > 0 and draft_sync.number <> drafts.number)))`)

  histories.sweep()

  function save(
    draft: Draft | ChangedDraft,
    at: Date,
    {
      owner = null,
      takenIn,
      history,
    }: { owner?: Officer | null; takenIn?: number; history?: HistoryChanges } = {},
  ): SavedDraft {
    const { formId, baseVersion } = draft
    const changedAt = at.toISOString()
    try {
      return inTransaction(database, () => {
        const taken = takenIn === undefined ? 'taken' : sync.takeTheirs(formId, takenIn)
        if (taken === 'stale') return { outcome: 'stale' }
        const head = 'head' in draft ? draft.head : texts.writePages(formId, draft.definition)
        if ('head' in draft && !texts.writeSome(formId, draft.head, draft.changedPages))
          throw new Incomplete()
        const { text, digest } = texts.textOf(head)
        insert.run(formId, baseVersion, text, digest, changedAt, owner && JSON.stringify(owner))
        if (history) histories.write(formId, history)
        // Otherwise two open editors would send one another the same form for ever.
        if (taken !== 'taken' && !taken.closed && taken.baseVersion === baseVersion) {
          const written = texts.read({ form_id: formId, definition: text, digest })
          if (isSame(written, taken.definition)) sync.settle(formId)
        }
        return { outcome: 'saved', changedAt }
      })
    } catch (error) {
      if (error instanceof Incomplete) return { outcome: 'incomplete' }
      throw error
    }
  }
  return {
    setAside,
    sync,
    save,
    list: () => rows().flatMap((row) => readRow(row, texts) ?? []),
    find(formId) {
      const row = selectOne.get(formId) as Row | undefined
      return row && readRow(row, texts)
    },
    findHistory: (formId) => histories.read(formId),
    countUnreadable: () => rows().filter((row) => !texts.read(row)).length,
    countRemovals: () =>
      sync.list().filter(({ isRemoved, isDirty, isShared }) => isRemoved && isDirty && isShared).length,
    remove: (formId) => void setRemoved.run(1, formId),
    restore: (formId) => void setRemoved.run(0, formId),
    forget(formId) {
      inTransaction(database, () => {
        forgetDraft.run(formId)
        forgetSync.run(formId)
        texts.forget(formId)
        histories.forget(formId)
      })
    },
    close: () => void database.close(),
  }
}

/** Ends a transaction of which nothing may stay. */
class Incomplete extends Error {}

function readRow(row: Row, texts: DraftTexts): WholeDraft | undefined {
  const definition = texts.read(row)
  if (!definition) return undefined
  const theirs = SharedDraft.safeParse(parsedOrUndefined(row.theirs)).data ?? null
  return {
    formId: row.form_id,
    baseVersion: row.base_version,
    definition,
    changedAt: row.changed_at,
    owner: Officer.safeParse(parsedOrUndefined(row.owner)).data ?? null,
    isShared: (row.revision ?? 0) > 0,
    sync: stateOf(row, theirs),
    base: FormDefinition.safeParse(parsedOrUndefined(row.base)).data ?? null,
    theirs,
    decisions: Decisions.safeParse(parsedOrUndefined(row.decisions)).data ?? {},
  }
}

function stateOf({ number, synced_number: synced }: Row, theirs: SharedDraft | null): SyncState {
  if (theirs) return { kind: theirs.closed === 'removed' ? 'removed' : 'conflict', by: theirs.changedBy.name }
  return synced === number ? { kind: 'synchronised' } : { kind: 'local' }
}
