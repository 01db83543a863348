import { z } from 'zod'

import { HistoryChanges } from './draft-history.ts'
import { ChangedDraft, Draft } from './drafts.ts'

const more = { takenIn: z.int().min(1).optional(), history: HistoryChanges.optional() }

/** What the window sends to have a draft saved: all of it or what changed, with the steps of its history. */
export const DraftSent = z.union([ChangedDraft.extend(more), Draft.extend(more)])
