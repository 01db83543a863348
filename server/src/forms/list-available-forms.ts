import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { audiencesOfCitizen } from '@send/shared/accounts/citizen-kinds'
import { listAsked } from '@send/shared/forms/answers'
import { statusOn } from '@send/shared/forms/form-lifecycle'
import { listQuestions, type Audience, type FormDefinition } from '@send/shared/forms/form-definition'
import type { FileQuestion } from '@send/shared/forms/questions/file'
import { mostBytesOf, type FileSettings } from '@send/shared/submissions/file-settings'
import type { Text } from '@send/shared/texts/language'
import { dateInLondon } from '@send/shared/values/plain-date'
import { offersForms } from '../accounts/portal-faces/offers-forms.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { getFileSettings } from '../files/file-settings.ts'
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
  /** All its files together. */
  formMegabytes: number
}

/** A live form for citizens of the other kind: whoever follows a link to it is told whom it is for. */
export type FormForOthers = { formId: string; audience: Audience }

export type AvailableForms = { offered: boolean; forms: AvailableForm[]; forOthers: FormForOthers[] }

/**
 * The live forms for the kind of portal user who asks, and which ones are for the other kind of citizen; none where the
 * authority has switched off that they start forms.
 */
export async function listAvailableForms(ctx: ProcedureContext<Actor>): Promise<AvailableForms> {
  if (!(await offersForms(ctx))) return { offered: false, forms: [], forOthers: [] }
  const own = audiencesOf(ctx.actor)
  const ofPortal = audiencesOfPortal(ctx.actor)
  if (ofPortal.length === 0) return { offered: true, forms: [], forOthers: [] }
  const asked = ctx.tx
    .select({ form: forms, definition: formVersions.definition })
    .from(forms)
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, forms.id), eq(formVersions.number, forms.latestVersion)),
    )
    .where(
      and(eq(forms.live, true), inArray(sql<Audience>`${formVersions.definition}->>'audience'`, ofPortal)),
    )
    .orderBy(asc(forms.code))
  const [rows, settings] = await Promise.all([asked, getFileSettings(ctx.tx)])
  const today = dateInLondon(ctx.now())
  const open = rows.filter(
    ({ form, definition }) => isForPortals(definition) && statusOn(form, today) === 'live',
  )
  return {
    offered: true,
    forms: open.flatMap(({ form, definition }) =>
      own.includes(definition.audience) ? [describe(form, definition, settings)] : [],
    ),
    forOthers: open.flatMap(({ form: { id: formId }, definition: { audience } }) =>
      own.includes(audience) ? [] : [{ formId, audience }],
    ),
  }
}

/** Whose forms somebody may start. */
export function audiencesOf({ kind, citizenKind }: Pick<Actor, 'kind' | 'citizenKind'>): Audience[] {
  if (kind === 'citizen') return audiencesOfCitizen(citizenKind)
  return kind === 'professional' ? ['professionals'] : []
}

/** Whose forms the portal of somebody holds: parents and young people share one. */
export function audiencesOfPortal({ kind }: Pick<Actor, 'kind'>): Audience[] {
  return audiencesOf({ kind, citizenKind: null })
}

/** Whether people on the portals fill it in; internal forms are for staff alone. */
export function isForPortals(definition: FormDefinition): boolean {
  return definition.family !== 'internal'
}

function describe(
  form: { id: string; code: string },
  definition: FormDefinition,
  settings: FileSettings,
): AvailableForm {
  const questions = listQuestions(definition)
  const files = questions.filter((question) => question.type === 'file')
  return {
    formId: form.id,
    code: form.code,
    title: definition.title,
    guidance: definition.guidance ?? null,
    purpose: definition.purpose,
    pageCount: definition.pages.length,
    questionCount: listAsked(questions).length,
    fileLimits: files.map(({ maxFiles, maxBytes, types }) => ({
      maxFiles,
      maxBytes: mostBytesOf({ maxBytes }, settings),
      types,
    })),
    formMegabytes: settings.formMegabytes,
  }
}
