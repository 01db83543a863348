import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { listQuestions, type Audience, type FormDefinition } from '@send/shared/forms/form-definition'
import type { FileQuestion } from '@send/shared/forms/questions/file'
import type { Text } from '@send/shared/texts/language'
import type { Actor, ProcedureContext } from '../context.ts'
import { formVersions, forms } from './tables.ts'

export type AvailableForm = {
  formId: string
  code: string
  title: Text
  guidance: Text | null
  purpose: FormDefinition['purpose']
  pageCount: number
  questionCount: number
  /** The file limits, so that they can be said before anybody begins. */
  fileLimits: Pick<FileQuestion, 'maxFiles' | 'maxBytes' | 'types'>[]
}

/** The live forms for the kind of portal user who asks. */
export async function listAvailableForms(ctx: ProcedureContext<Actor>): Promise<{ forms: AvailableForm[] }> {
  const audiences = audiencesOf(ctx.actor)
  if (audiences.length === 0) return { forms: [] }
  const rows = await ctx.tx
    .select({ form: forms, definition: formVersions.definition })
    .from(forms)
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, forms.id), eq(formVersions.number, forms.latestVersion)),
    )
    .where(
      and(eq(forms.live, true), inArray(sql<Audience>`${formVersions.definition}->>'audience'`, audiences)),
    )
    .orderBy(asc(forms.code))
  return { forms: rows.map(({ form, definition }) => describe(form, definition)) }
}

/** Which audiences somebody belongs to; parents and young people share the citizen portal. */
export function audiencesOf(actor: Actor): Audience[] {
  if (actor.kind === 'citizen') return ['parents', 'youngPeople']
  return actor.kind === 'professional' ? ['professionals'] : []
}

function describe(form: { id: string; code: string }, definition: FormDefinition): AvailableForm {
  const questions = listQuestions(definition)
  const files = questions.filter((question) => question.type === 'file')
  return {
    formId: form.id,
    code: form.code,
    title: definition.title,
    guidance: definition.guidance ?? null,
    purpose: definition.purpose,
    pageCount: definition.pages.length,
    questionCount: questions.length,
    fileLimits: files.map(({ maxFiles, maxBytes, types }) => ({ maxFiles, maxBytes, types })),
  }
}
