import { Decisions } from '@send/shared/forms/merging/conflict'
import type { Officer } from '@send/shared/forms/shared-draft'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'

import { answer, done } from '../answer-window.ts'
import type { CallResult } from '../server-calls.ts'
import { NotDone } from './draft-server.ts'
import type { DraftSync } from './draft-sync.ts'
import { DraftSent } from './draft-sent.ts'
import type { Drafts, KeptDraft } from './drafts.ts'

const Nothing = z.undefined()
const Decided = z.strictObject({ formId: Id, decisions: Decisions })

type Rooms = { drafts: Drafts; draftSync: DraftSync; tellChanged: () => void }

/** What the window may ask about drafts: the disk answers at once, the server never makes a save wait. */
export function listenToDrafts({ drafts, draftSync, tellChanged }: Rooms): void {
  answer('drafts:save', DraftSent, ({ takenIn, history, ...draft }) =>
    locally(() => {
      const owner = draftSync.findOfficer() ?? null
      const saved = drafts.save(draft, new Date(), {
        owner,
        ...(takenIn === undefined ? {} : { takenIn }),
        ...(history === undefined ? {} : { history }),
      })
      if (saved.outcome === 'saved') {
        tellChanged()
        draftSync.afterSave()
      }
      return saved
    }),
  )
  answer('drafts:list', Nothing, async () => {
    const officer = await draftSync.identify()
    return locally(() => {
      const all = drafts.list().map((draft) => withProblem(draft))
      return {
        drafts: all.filter(({ owner }) => isOwn(owner, officer)),
        others: countOthers(all.filter(({ owner }) => !isOwn(owner, officer))),
        removals: drafts.countRemovals(),
        unreadable: drafts.countUnreadable(),
        setAside: drafts.setAside ?? null,
      }
    })
  })
  answer('drafts:get', Id, (formId) =>
    locally(() => {
      const found = drafts.find(formId)
      return found && withProblem(found)
    }),
  )
  answer('drafts:history', Id, (formId) => locally(() => drafts.findHistory(formId)))
  const changing = (work: (formId: string) => void) => (formId: string) =>
    locally(() => {
      work(formId)
      tellChanged()
      draftSync.afterSave()
    })
  answer(
    'drafts:remove',
    Id,
    changing((formId) => drafts.remove(formId)),
  )
  answer(
    'drafts:restore',
    Id,
    changing((formId) => drafts.restore(formId)),
  )
  answer(
    'drafts:forget',
    Id,
    changing((formId) => drafts.forget(formId)),
  )
  answer('drafts:decide', Decided, ({ formId, decisions }) =>
    locally(() => drafts.sync.keepDecisions(formId, decisions)),
  )
  answer('drafts:watch', Id.optional(), (formId) => done(draftSync.watch(formId)))
  answer('drafts:sync', Nothing, () => remotely(() => draftSync.run()))
  answer('drafts:fetch', Id, (formId) => remotely(() => draftSync.fetch(formId)))
  answer('drafts:presence', Id, (formId) =>
    remotely(async () => (await draftSync.notePresence(formId)).people),
  )

  function withProblem<One extends KeptDraft>(draft: One): One {
    if (draft.sync.kind !== 'local') return draft
    return { ...draft, sync: { kind: 'local', problem: draftSync.problemOf(draft.formId) } }
  }
}

/** Without anybody signed in all drafts are shown: they hold nothing about a child, and the work must go on. */
function isOwn(owner: Officer | null, officer: Officer | undefined): boolean {
  return !owner || !officer || owner.userId === officer.userId
}

/** How many drafts wait for each of the others who worked on this computer, and how many of them unsent. */
function countOthers(drafts: readonly KeptDraft[]): { name: string; count: number; unsent: number }[] {
  const counts = new Map<string, { name: string; count: number; unsent: number }>()
  for (const { owner, sync } of drafts) {
    const { userId = '', name = '' } = owner ?? {}
    const before = counts.get(userId) ?? { name, count: 0, unsent: 0 }
    const unsent = before.unsent + (sync.kind === 'synchronised' ? 0 : 1)
    counts.set(userId, { name, count: before.count + 1, unsent })
  }
  return [...counts.values()]
}

/** What the disk refuses is said in a sentence; the draft stays in the window. */
function locally(work: () => unknown): CallResult {
  try {
    return done(work())
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const message = `The draft could not be kept on this computer (${cause}). Make room on the disk; it stays open here.`
    return { ok: false, error: { message, data: undefined } }
  }
}

async function remotely(work: () => Promise<unknown>): Promise<CallResult> {
  try {
    return done(await work())
  } catch (error) {
    if (!(error instanceof NotDone)) throw error
    return { ok: false, error: { message: error.message, data: undefined } }
  }
}
