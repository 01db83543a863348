import path from 'node:path'
import { displayAnswer } from '@send/shared/forms/answers'
import { listQuestions } from '@send/shared/forms/form-definition'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { listCountedAnswers } from '@send/shared/forms/logic/form-state'
import { validateAskedForm } from '@send/shared/forms/logic/validate-asked'
import {
  behaviourOf,
  isStaffOnly,
  questionTypes,
  type Question,
} from '@send/shared/forms/questions/question-types'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { dateInLondon } from '@send/shared/values/plain-date'
import fc from 'fast-check'
import { projectFolder } from '../data-folder.ts'
import { createTally, type Campaign } from './campaign.ts'
import { get } from './ground/ask.ts'
import { onGround, type Ground } from './ground/ground.ts'
import { malformedRequest, type Known, type MalformedRequest } from './ground/malformed-request.ts'
import type { Person } from './ground/person.ts'

const formsBegun = 20
const requestsAtOnce = 10
const serverFile = path.join(projectFolder, 'scripts/campaigns/ground/watched-server.ts')

export const malformedSubmissionsCampaign: Campaign = {
  id: 'forms.malformed',
  title: 'no malformed request about a form breaks the server, and every form stays readable',
  figure: 10_000,
  run: ({ rounds, seed }) =>
    onGround(
      async (ground) => {
        const tally = createTally()
        const [parent] = await ground.addParents(1)
        if (!parent) throw new Error('There is a parent')
        const known = await beginForms(ground, parent)
        const requests = fc.sample(malformedRequest(known), { seed, numRuns: rounds })
        const faults: string[] = []
        for (let first = 0; first < requests.length; first += requestsAtOnce) {
          const batch = requests.slice(first, first + requestsAtOnce)
          const found = await Promise.all(
            batch.map((request, place) => send(ground, parent, { request, number: first + place, tally })),
          )
          faults.push(...found.filter((fault) => fault !== undefined))
          if (faults.length > 20) break
        }
        faults.push(...(await readAll(parent, tally)))
        return { rounds, faults, facts: tally.facts }
      },
      { serverFile },
    ),
}

/** A live form with a question of every type of the portals, begun many times. */
async function beginForms(ground: Ground, parent: Person): Promise<Known> {
  const [designer] = await ground.addOfficers(1)
  if (!designer) throw new Error('There is a designer')
  const types = questionTypes.filter((type) => !isStaffOnly(type) && type !== 'lookup')
  const page = buildPage(types.map((type) => buildQuestion(type)))
  const definition = buildForm({ code: 'MALFORMED', pages: [page] })
  const formId = newId()
  const publication = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }
  const checked = await withPassedCheck(publication)
  const { outcome } = await get(() => designer.api.forms.publish.mutate(checked))
  if (outcome !== 'published') throw new Error(`The form is not published: ${outcome}`)
  const submissionIds: string[] = []
  for (let number = 0; number < formsBegun; number += 1) {
    const idempotencyKey = newId()
    const started = await get(() => parent.api.submissions.start.mutate({ idempotencyKey, formId }))
    submissionIds.push(started.submissionId)
  }
  return { formId, submissionIds, pageId: page.id, empty: emptyAnswers(page.questions) }
}

function emptyAnswers(questions: Question[]): Map<string, unknown> {
  return new Map(questions.map((question) => [question.id, behaviourOf(question).emptyAnswer()]))
}

type Sent = { request: MalformedRequest; number: number; tally: ReturnType<typeof createTally> }

/** Sends one request; a fault where it is not answered, or by a server that broke. */
async function send(
  { stack }: Ground,
  parent: Person,
  { request, number, tally }: Sent,
): Promise<string | undefined> {
  const { procedure, how, body, contentType } = request
  const headers = { ...parent.headers, ...(contentType ? { 'content-type': contentType } : {}) }
  const told = `request ${number}, ${how} ${procedure}`
  try {
    const url = `${stack.serverUrl}/trpc/submissions.${procedure}`
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(30_000) })
    const text = await answer.text()
    tally.add(`${how} answered ${answer.status}`)
    if (answer.status >= 500) return `${told} was answered ${answer.status}: ${body.slice(0, 200)}`
    if (answer.status >= 400 && text.length > 2000) return `${told} was refused in ${text.length} characters`
    return undefined
  } catch (error) {
    return `${told} was not answered (${String(error)}): ${body.slice(0, 200)}`
  }
}

/** Reads every form as its owner does, works out what follows from it, and words it in both languages. */
async function readAll(parent: Person, tally: ReturnType<typeof createTally>): Promise<string[]> {
  const faults: string[] = []
  const { submissions } = await get(() => parent.api.submissions.listMine.query({}))
  for (const { submissionId } of submissions) {
    try {
      const mine = await get(() => parent.api.submissions.getMine.query({ submissionId }))
      const form = await get(() => parent.api.submissions.getMyForm.query({ submissionId }))
      const definition = { ...form.definition, accessList: { entries: [] } }
      const state = evaluateForm(definition, mine.answers, { today: dateInLondon(new Date()) })
      const counted = listCountedAnswers(state)
      for (const language of ['en', 'cy'] as const) {
        validateAskedForm(state, language)
        for (const question of listQuestions(definition))
          displayAnswer(question, counted[question.id], language)
      }
      tally.add('forms read')
      tally.add('answers read', Object.keys(mine.answers).length)
    } catch (error) {
      faults.push(`the form ${submissionId} cannot be read: ${String(error)}`)
    }
  }
  return faults
}
