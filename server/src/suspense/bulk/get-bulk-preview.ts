import { eq, inArray } from 'drizzle-orm'
import type { BulkKind, LeftOut, ListedChildren } from '@send/shared/suspense/bulk-decision'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { summaryColumns, type PersonSummary } from '../../people/person-summary.ts'
import { bases, people } from '../../people/tables.ts'
import { countAlong, type GoesAlong } from './count-along.ts'
import { findDouble } from './find-double.ts'
import { readSelected, type Selected } from './read-selected.ts'
import { findWhyLeftOut } from './why-left-out.ts'

/** What would happen with one of the selected children, or why nothing does. */
export type BulkPreviewItem = GoesAlong & {
  incomingChildId: string
  version: number
  givenNames: string | null
  familyName: string | null
  dateOfBirth: string | null
  /** Whom it would be matched to. */
  person: PersonSummary | null
  /** How many others of the selection would be matched to the same person. */
  sharedWith: number
  /** Whether an open question to its sender is withdrawn by this. */
  withdrawsQuestion: boolean
  leftOut: LeftOut | null
}

export type BulkPreview = { items: BulkPreviewItem[] }

/** What would happen with each of many children if all were decided about at once, in the order of the selection. */
export async function getBulkPreview(
  ctx: ProcedureContext<Actor>,
  { kind, children }: { kind: BulkKind; children: ListedChildren },
): Promise<BulkPreview> {
  const ids = children.map(({ incomingChildId }) => incomingChildId)
  const selected = await readSelected(ctx, ids)
  if (selected.length < children.length) throw notFound()
  const going: Selected[] = []
  const reasons = selected.map((each, place) => {
    const reason = findReason(kind, each, { version: children[place]?.version ?? 0, before: going })
    if (!reason) going.push(each)
    return reason
  })
  const proposed = kind === 'confirm' ? going.map(proposedFor) : []
  const persons = await readPeople(ctx, proposed)
  const along = await countAlong(ctx, ids)
  await ctx.audit({
    action: 'suspense.getBulkPreview',
    objectKind: 'suspense',
    objectId: 'bulk',
    details: { kind, children: ids, people: [...persons.keys()] },
  })
  return {
    items: selected.map((each, place) => {
      const { child, version, question } = each
      const leftOut = reasons[place] ?? null
      const personId = kind === 'confirm' && !leftOut ? proposedFor(each) : ''
      return {
        incomingChildId: child.id,
        version,
        givenNames: child.givenNames,
        familyName: child.familyName,
        dateOfBirth: child.dateOfBirth,
        person: persons.get(personId) ?? null,
        sharedWith: personId ? proposed.filter((other) => other === personId).length - 1 : 0,
        withdrawsQuestion: kind === 'discard' && question === 'waiting',
        ...(along.get(child.id) ?? { forms: 0, decisionDueOn: null, waitingToo: 0 }),
        leftOut,
      }
    }),
  }
}

type Look = { version: number; before: readonly Selected[] }

function findReason(kind: BulkKind, selected: Selected, { version, before }: Look): LeftOut | undefined {
  const reason = findWhyLeftOut(kind, selected, { version })
  if (reason || kind !== 'addAsNew') return reason
  const double = findDouble(selected.child, before)
  if (!double) return undefined
  return { because: 'sameChild', as: [double.givenNames, double.familyName].filter(Boolean).join(' ') }
}

function proposedFor({ child }: Selected): string {
  return child.candidates[0]?.personId ?? ''
}

async function readPeople(
  ctx: ProcedureContext<Actor>,
  personIds: readonly string[],
): Promise<Map<string, PersonSummary>> {
  if (personIds.length === 0) return new Map()
  const rows = await ctx.tx
    .select(summaryColumns)
    .from(people)
    .leftJoin(bases, eq(bases.id, people.schoolId))
    .where(inArray(people.id, [...personIds]))
  return new Map(rows.map((row) => [row.personId, row]))
}
