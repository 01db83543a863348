import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type {
  InvolvementOfRecord,
  MergeSide,
  PaperOfRecord,
} from '@send/shared/suspense/merging/merged-records'
import type { WorkContext } from '../../context.ts'
import { formVersions } from '../../forms/tables.ts'
import { involvements } from '../../involvements/tables.ts'
import { submissions } from '../../submissions/tables.ts'

export type Sides = { kept: string; other: string }

/** Which of two records a row belongs to. */
export function sideOf(personId: string | null, { kept }: Sides): MergeSide {
  return personId === kept ? 'kept' : 'other'
}

/** The forms and involvements of two records, by their names. */
export async function listPapers(
  ctx: WorkContext,
  sides: Sides,
): Promise<{
  forms: (PaperOfRecord & { id: string })[]
  involvements: (InvolvementOfRecord & { id: string })[]
}> {
  const both = [sides.kept, sides.other]
  const { id, reference, personId } = submissions
  const forms = await ctx.tx
    .select({ id, reference, personId, definition: formVersions.definition })
    .from(submissions)
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, submissions.formId), eq(formVersions.number, submissions.formVersion)),
    )
    .where(and(inArray(personId, both), isNotNull(reference)))
    .orderBy(asc(id))
  const opened = await ctx.tx
    .select()
    .from(involvements)
    .where(inArray(involvements.personId, both))
    .orderBy(asc(involvements.openedAt), asc(involvements.id))
  return {
    forms: forms.map((form) => ({
      id: form.id,
      reference: form.reference ?? '',
      title: form.definition.title.en,
      side: sideOf(form.personId, sides),
    })),
    involvements: opened.map((involvement) => ({
      id: involvement.id,
      receivedOn: involvement.receivedOn,
      side: sideOf(involvement.personId, sides),
    })),
  }
}
