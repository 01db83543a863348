import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { listWithMembers, mapQuestions } from '@send/shared/forms/map-questions'
import type { PublishingProblem } from '@send/shared/forms/publishing-problems'
import type { Lookup } from '@send/shared/forms/questions/lookup'
import { dateInLondon } from '@send/shared/values/plain-date'
import { inArray } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { lookupTables } from '../tables.ts'
import { readEntries } from './read-entries.ts'

type Taken = Pick<Lookup, 'table' | 'entries'>

/**
 * The form with the entries that its look-up tables have now, without those that have ended: a published
 * version carries them with it (docs/decisions/0018). A table that is not here is a problem.
 */
export async function takeEntries(
  ctx: WorkContext,
  definition: FormDefinition,
): Promise<{ definition: FormDefinition; problems: PublishingProblem[] }> {
  const tables = await readTables(ctx, definition)
  if (tables.size === 0) return { definition, problems: listMissing(definition, tables) }
  const taken = mapQuestions(definition, (question) => {
    const table = question.type === 'lookup' ? tables.get(question.table?.id ?? '') : undefined
    return table ? { ...question, ...table } : question
  })
  return { definition: taken, problems: listMissing(definition, tables) }
}

async function readTables(ctx: WorkContext, definition: FormDefinition): Promise<Map<string, Taken>> {
  const wanted = listWithMembers(listQuestions(definition)).flatMap((question) =>
    question.type === 'lookup' && question.table ? [question.table.id] : [],
  )
  const today = dateInLondon(ctx.now())
  const tables = new Map<string, Taken>()
  if (wanted.length === 0) return tables
  const { id, name } = lookupTables
  const rows = await ctx.tx.select({ id, name }).from(lookupTables).where(inArray(id, wanted))
  for (const table of rows) {
    const entries = await readEntries(ctx, table.id)
    const going = entries.filter(({ activeTo }) => activeTo === undefined || activeTo >= today)
    tables.set(table.id, { table, entries: going })
  }
  return tables
}

function listMissing(definition: FormDefinition, tables: Map<string, Taken>): PublishingProblem[] {
  return listQuestions(definition).flatMap((outer) =>
    listWithMembers([outer]).flatMap((question) => {
      if (question.type !== 'lookup' || !question.table || tables.has(question.table.id)) return []
      const sentence = `The look-up table “${question.table.name}” is not on this server. Choose another one.`
      return [{ where: outer.id, sentence }]
    }),
  )
}
