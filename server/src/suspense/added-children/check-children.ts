import {
  addedColumns,
  mostAddedBytes,
  mostAddedLines,
  neededColumns,
  readAddedLine,
  type AddedChild,
  type AddedColumn,
  type LineRefusal,
  type ListRefusal,
} from '@send/shared/suspense/added-children'
import { and, eq, inArray, or } from 'drizzle-orm'
import { asTheSystem } from '../../as-the-system.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { neverClosed, openCsv, type CsvRecord } from '../../csv/read-csv.ts'
import { listCaseloadIdentities } from '../../involvements/advice/caseload.ts'
import { childKeyOf } from '../child-key.ts'
import { incomingChildren } from '../tables.ts'

export type CheckedLine = {
  line: number
  /** As written, so that whoever reads it finds the line again. */
  givenNames: string
  familyName: string
  dateOfBirth: string
} & (
  | { outcome: 'add'; child: AddedChild; childKey: string }
  /** On the organisation's own lists already. */
  | { outcome: 'known' }
  | { outcome: 'refused'; refusals: LineRefusal[]; sameAs: number | null }
)

export type CheckedList =
  | { outcome: 'checked'; lines: CheckedLine[]; unknownColumns: string[] }
  | { outcome: 'notRead'; why: ListRefusal }

/**
 * Looks at every line of a list. What is known is only what the school itself has told, or what the asker's own caseload
 * shows: whether the authority knows a child changes nothing here.
 */
export async function checkChildren(
  ctx: ProcedureContext<Actor>,
  { organisationId, content }: { organisationId: string; content: Buffer },
): Promise<CheckedList> {
  const why = whyNoText(content)
  if (why) return { outcome: 'notRead', why }
  const file = await openCsv(content, addedColumns, neededColumns).catch(() => undefined)
  if (!file) return { outcome: 'notRead', why: 'heading' }
  const lines: CheckedLine[] = []
  const lineOfKey = new Map<string, number>()
  for await (const record of file.records) {
    if (lines.length === mostAddedLines) return { outcome: 'notRead', why: 'tooManyLines' }
    lines.push(readLine(record, lineOfKey, ctx.now()))
  }
  if (lines.length === 0) return { outcome: 'notRead', why: 'empty' }
  const known = await listKnownKeys(ctx, { organisationId, keys: [...lineOfKey.keys()] })
  return {
    outcome: 'checked',
    lines: lines.map((each) => markKnown(each, known)),
    unknownColumns: file.unknown,
  }
}

function whyNoText(content: Buffer): ListRefusal | undefined {
  if (content.length > mostAddedBytes) return 'tooLarge'
  if (content.toString('latin1').trim() === '') return 'empty'
  const begin = content.subarray(0, 4).toString('hex')
  // Of Excel: a zip, and the container of its older files.
  if (begin === '504b0304' || begin === 'd0cf11e0') return 'spreadsheet'
  // UTF-16 has such bytes, and says so by its mark or by every other byte.
  const isWide = begin.startsWith('fffe') || begin.startsWith('feff') || /^00..00|^..00..00/.test(begin)
  return content.includes(0) && !isWide ? 'notText' : undefined
}

function readLine(
  { line, values, problem }: CsvRecord<AddedColumn>,
  lineOfKey: Map<string, number>,
  now: Date,
): CheckedLine {
  const { given_names: givenNames, family_name: familyName, date_of_birth: dateOfBirth } = values
  const written = { line, givenNames, familyName, dateOfBirth }
  if (problem !== undefined) {
    const refusal = problem === neverClosed ? ('quote' as const) : ('columns' as const)
    return { ...written, outcome: 'refused', refusals: [refusal], sameAs: null }
  }
  const read = readAddedLine(values, now)
  if ('refusals' in read) return { ...written, outcome: 'refused', refusals: read.refusals, sameAs: null }
  const childKey = childKeyOf(read.child)
  const sameAs = lineOfKey.get(childKey)
  if (sameAs !== undefined) return { ...written, outcome: 'refused', refusals: ['twice'], sameAs }
  lineOfKey.set(childKey, line)
  return { ...written, outcome: 'add', child: read.child, childKey }
}

function markKnown(line: CheckedLine, known: Set<string>): CheckedLine {
  if (line.outcome !== 'add' || !known.has(line.childKey)) return line
  const { child: _, childKey: __, ...written } = line
  return { ...written, outcome: 'known' }
}

async function listKnownKeys(
  ctx: ProcedureContext<Actor>,
  { organisationId, keys }: { organisationId: string; keys: string[] },
): Promise<Set<string>> {
  const caseload = await listCaseloadIdentities(ctx)
  const seen = caseload.map(({ dateOfBirth, ...names }) =>
    childKeyOf({ ...names, ...(dateOfBirth ? { dateOfBirth } : {}) }),
  )
  if (keys.length === 0) return new Set(seen)
  // Past row-level security: what is in suspense is the authority's, but these rows are the school's own words.
  const told = await asTheSystem(ctx, () =>
    ctx.tx
      .select({ childKey: incomingChildren.childKey })
      .from(incomingChildren)
      .where(
        and(
          inArray(incomingChildren.childKey, keys),
          or(
            eq(incomingChildren.organisationId, organisationId),
            eq(incomingChildren.ownerUserId, ctx.actor.userId),
          ),
        ),
      ),
  )
  return new Set([...seen, ...told.map(({ childKey }) => childKey)])
}
