import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { buildPortalSession } from '@send/server/testing/build-sessions'
import type { Answers } from '@send/shared/forms/answers'
import { FormDefinition, listQuestions } from '@send/shared/forms/form-definition'
import type { Question, QuestionType } from '@send/shared/forms/questions/question-types'
import { newId } from '@send/shared/values/ids'
import postgres from 'postgres'
import type { Stack } from '../scripts/stack.ts'

export type SampleForm = { formId: string; version: number; definition: FormDefinition; answers: Answers }
export type SampleParent = {
  userId: string
  token: string
  /** As the portal asks the server for them. */
  headers: Record<string, string>
  /** As their browser asks the portal. */
  cookie: string
}
export type StartedForm = { submissionId: string; parent: SampleParent }

/** The owner's connection to the database of a stack; the caller ends it. */
export function openOwner(stack: Stack): postgres.Sql {
  return postgres(stack.ownerUrl, { max: 2, onnotice: () => {} })
}

/** Signed-in parents with the headers by which the portal asks the server for them. */
export async function signInParents(stack: Stack, count: number): Promise<SampleParent[]> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 2 })
  try {
    const server = { ownerDatabase: database, clock: systemClock }
    const sessions = []
    for (let number = 0; number < count; number += 1)
      sessions.push(await buildPortalSession(server, 'citizen'))
    return sessions.map(({ userId, token }) => ({
      userId,
      token,
      headers: portalHeaders(stack, token),
      cookie: `${portalCookie}=${token}`,
    }))
  } finally {
    await close()
  }
}

/** The name of the cookie of a session on the portal for families. */
const portalCookie = '__Host-send-citizen'

/** The session of a parent as their browser keeps it. */
export function asBrowserCookie(stack: Stack, { token }: SampleParent) {
  // Its name says that it is secure; ports make no difference to cookies.
  const url = stack.citizenOrigin.replace('http:', 'https:')
  return { name: portalCookie, value: token, url, secure: true }
}

function portalHeaders(stack: Stack, token: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, ...visitorHeaders(stack, '192.0.2.1') }
}

/** What the portal for families tells the server about a visitor who has no session. */
export function visitorHeaders(stack: Stack, address: string): Record<string, string> {
  return {
    'x-send-service': stack.portalService,
    'x-send-face': 'citizen',
    'x-send-visitor-address': address,
  }
}

/** The sample authority's request for an assessment, 30 questions, with an answer to every one but the files. */
export async function findSampleForm(sql: postgres.Sql): Promise<SampleForm> {
  const [row] = await sql<{ formId: string; version: number; definition: unknown }[]>`
    select f.id as "formId", f.latest_version as version, v.definition from forms f
    join form_versions v on v.form_id = f.id and v.number = f.latest_version where f.code = 'EHC-REQUEST'`
  if (!row) throw new Error('The sample authority has no request for an assessment.')
  const definition = FormDefinition.parse(row.definition)
  const answered = listQuestions(definition).filter(({ type }) => type !== 'file')
  const answers = Object.fromEntries(answered.map((question) => [question.id, answerTo(question)]))
  return { formId: row.formId, version: row.version, definition, answers }
}

const sentence = 'He reads well with a grown-up beside him, and tires when the room is loud. '

/** An answer to each type of which the sample form has a question. */
const sampleAnswers: Partial<Record<QuestionType, Answers[string]>> = {
  shortText: 'Elm Primary School',
  longText: sentence.repeat(8).trim(),
  date: { day: '1', month: '9', year: '2022' },
  yesNo: 'yes',
  wholeNumber: '4',
  phone: '0113 496 0142',
  childDetails: {
    givenNames: 'Amira',
    familyName: 'Khan',
    dateOfBirth: { day: '3', month: '4', year: '2018' },
    sex: 'female',
    postcode: 'LS1 4AP',
    upn: '',
  },
}

function answerTo(question: Question): Answers[string] {
  if (question.type === 'singleChoice') return question.options[0]?.value ?? ''
  const answer = sampleAnswers[question.type]
  if (answer === undefined) throw new Error(`There is no sample answer for a ${question.type}.`)
  return answer
}

/** Forms that are filled in and not yet sent, one after the other for each of the parents. */
export async function fillInForms(
  sql: postgres.Sql,
  { formId, version, answers }: Omit<SampleForm, 'definition'>,
  { parents, count }: { parents: SampleParent[]; count: number },
): Promise<StartedForm[]> {
  const now = new Date()
  const started = Array.from({ length: count }, (_, index) => {
    const parent = parents[index % parents.length]
    if (!parent) throw new Error('A form needs somebody who fills it in.')
    return { submissionId: newId(), parent }
  })
  const rows = started.map(({ submissionId, parent }) => ({
    id: submissionId,
    owner_user_id: parent.userId,
    form_id: formId,
    form_version: version,
    status: 'inProgress',
    started_at: now,
    changed_at: now,
  }))
  await sql`insert into submissions ${sql(rows)}`
  const ids = started.map(({ submissionId }) => submissionId)
  await sql`
    insert into answers (submission_id, question_id, value, changed_at)
    select submission_id, question_id, value, ${now}
    from unnest(${ids}::uuid[]) submission_id, jsonb_each(${sql.json(answers)}) as given (question_id, value)`
  return started
}
