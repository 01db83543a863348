import { isSame } from '@send/shared/forms/merging/same-value'
import type { Officer } from '@send/shared/forms/shared-draft'

import { NotDone, type DraftServer, type Present } from './draft-server.ts'
import type { Drafts } from './drafts.ts'
import type { SyncRow } from './draft-sync-rows.ts'
import { takeInShared } from './take-in-shared.ts'

export type DraftSync = {
  /** Synchronises all drafts of whoever is signed in; one pass at a time, and never in the way of a save. */
  run(): Promise<void>
  /** A draft was saved: it is synchronised a moment later. */
  afterSave(): void
  /** Which draft the editor has open. */
  watch(formId: string | undefined): void
  /** Says that the open draft is open, and answers who else has it open. */
  notePresence(formId: string): Promise<Present>
  /** Brings a colleague's draft onto this computer. */
  fetch(formId: string): Promise<void>
  /** Whoever is signed in, or worked here last without signing out; asks the server where that is not known. */
  identify(): Promise<Officer | undefined>
  findOfficer(): Officer | undefined
  /** Why the server refused a draft; undefined when it did not. */
  problemOf(formId: string): string | undefined
  /** The session is over; after signing out nobody is known any more. */
  forgetOfficer(why: 'signedOut' | 'expired'): void
  stop(): void
}

type SyncOptions = {
  drafts: Drafts
  server: DraftServer
  /** Tells one session from another; undefined without one. */
  sessionKey: () => string | undefined
  tellChanged: () => void
  /** Milliseconds from a save to its push, so that typing is pushed in phrases and not in letters. */
  delay?: number
}

/** How often one draft is merged and pushed again in one pass while colleagues are quicker each time. */
const mostTries = 5

/** Keeps the drafts here and on the server the same, whenever it is told that there may be something to do. */
export function startDraftSync(options: SyncOptions): DraftSync {
  const { drafts, server, sessionKey, tellChanged, delay = 1500 } = options
  const problems = new Map<string, string>()
  let known: { session: string; officer: Officer | undefined } | undefined
  let opened: string | undefined
  let running: Promise<void> | undefined
  let again = false
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const taking = { drafts, server, isOpen: (formId: string) => formId === opened }

  async function findSignedIn(): Promise<Officer | undefined> {
    const session = sessionKey()
    if (session === undefined) return undefined
    if (known?.session !== session) {
      known = { session, officer: await server.findOfficer() }
      // The second step of the same sign-in makes another session.
      if (known.officer) drafts.sync.keepOfficer(known.officer)
      else known = undefined
    }
    return known?.officer
  }

  function findOfficer(): Officer | undefined {
    return known?.session === sessionKey() ? known?.officer : drafts.sync.findOfficer()
  }

  async function pass(): Promise<void> {
    const officer = await findSignedIn()
    if (!officer) return
    drafts.sync.adopt(officer)
    const revisions = await server.listRevisions()
    for (const row of drafts.sync.list()) {
      if (stopped || row.owner?.userId !== officer.userId) continue
      await synchronise(row, revisions.get(row.formId)).then(
        () => problems.delete(row.formId),
        (error: unknown) => noteProblem(row.formId, error),
      )
    }
  }

  /** Silence ends the pass; a refusal of one draft stops no other. */
  function noteProblem(formId: string, error: unknown): void {
    if (!(error instanceof NotDone) || !error.reached) throw error
    problems.set(formId, error.message)
  }

  async function synchronise(row: SyncRow, onServer: number | undefined): Promise<void> {
    const { formId } = row
    if (row.isRemoved) return row.isDirty ? remove(row) : undefined
    if (row.hasTheirs && opened !== formId) await tryAgain(formId)
    if (!row.isDirty && !row.hasOutgoing) {
      if (onServer !== row.revision && row.revision > 0) await takeInShared(taking, await server.get(formId))
      return
    }
    for (let tries = 0; tries < mostTries && !stopped; tries += 1) {
      const whole = drafts.find(formId)
      if (!whole || whole.theirs || (whole.sync.kind === 'synchronised' && tries > 0)) return
      const outgoing = drafts.sync.startPush(formId)
      if (!outgoing) return
      const answer = await server.push(outgoing)
      if (answer.outcome === 'accepted') drafts.sync.endPush(formId, answer.revision)
      else {
        drafts.sync.cancelPush(formId)
        await takeInShared(taking, answer.current)
      }
    }
  }

  /** What was kept for a decision may be mergeable by now: the decisions are made, or the editor is closed. */
  async function tryAgain(formId: string): Promise<void> {
    const theirs = drafts.find(formId)?.theirs
    if (theirs) await takeInShared(taking, theirs)
  }

  async function remove({ formId, revision, hasOutgoing }: SyncRow): Promise<void> {
    let seen = revision
    if (hasOutgoing) {
      const outgoing = drafts.sync.startPush(formId)
      const answer = outgoing && (await server.push(outgoing))
      if (answer?.outcome === 'accepted') {
        drafts.sync.endPush(formId, answer.revision)
        seen = answer.revision
      }
    }
    if (seen === 0) return drafts.sync.endRemoval(formId, 0)
    for (let tries = 0; tries < mostTries; tries += 1) {
      const answer = await server.remove(formId, seen)
      if (answer.outcome === 'removed') return drafts.sync.endRemoval(formId, answer.revision)
      // A colleague changed it meanwhile: it is in the list again, and not removed unseen.
      const { current } = answer
      if (!isSame(current.definition, drafts.sync.findBase(formId)))
        return drafts.sync.takeIn(current, { ...current, isSame: true })
      seen = current.revision
    }
  }

  async function run(): Promise<void> {
    if (running) {
      again = true
      return running
    }
    clearTimeout(timer)
    running = untilQuiet()
    try {
      await running
    } finally {
      running = undefined
      if (!stopped) tellChanged()
    }
  }

  async function untilQuiet(): Promise<void> {
    do {
      again = false
      // Not reached, or signed out: everything waits for the next occasion.
      await pass().catch(ignoreNotDone)
    } while (again && !stopped)
  }

  return {
    run,
    afterSave() {
      clearTimeout(timer)
      timer = setTimeout(() => void run(), delay)
    },
    watch(formId) {
      const left = opened
      opened = formId
      if (left === undefined || left === formId) return
      void server.notePresence(left, false).catch(() => {})
      void run()
    },
    async notePresence(formId) {
      const present = await server.notePresence(formId, true)
      const row = drafts.sync.list().find((one) => one.formId === formId)
      if (row && present.revision > row.revision) void run()
      return present
    },
    async fetch(formId) {
      const officer = await findSignedIn()
      const shared = await server.get(formId)
      if (!drafts.find(formId)) drafts.sync.takeIn(shared, { ...shared, isSame: true })
      if (officer) drafts.sync.adopt(officer)
      tellChanged()
    },
    async identify() {
      await findSignedIn().catch(ignoreNotDone)
      return findOfficer()
    },
    findOfficer,
    problemOf: (formId) => problems.get(formId),
    forgetOfficer(why) {
      known = undefined
      opened = undefined
      problems.clear()
      if (why === 'signedOut') drafts.sync.keepOfficer(undefined)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

function ignoreNotDone(error: unknown): void {
  if (!(error instanceof NotDone)) throw error
}
