import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { buildPortalSession, buildStaffSession, type Target } from '@send/server/testing/build-sessions'
import postgres from 'postgres'
import { findFreePorts } from '../../free-port.ts'
import { keepCompiled } from '../../keep-compiled.ts'
import { startStack, type Stack, type StackOptions } from '../../stack.ts'
import type { Aim } from './aim.ts'
import { ask, type Answer } from './ask.ts'
import { publishRequestForm, type RequestForm } from './request-form.ts'
import { createPerson, type Person } from './person.ts'

/** The real server on a durable PostgreSQL of its own, with a live form and people who are signed in. */
export type Ground = {
  stack: Stack
  /** The owner's connection, past row-level security: for looking, not for changing. */
  sql: postgres.Sql
  /** Where accounts and sessions are built, past the doors that ask for a password. */
  accounts: Target
  folder: string
  form: RequestForm
  /** Published the form, and is the one who may read what comes of it. */
  designer: Person
  addParents(number: number): Promise<Person[]>
  addOfficers(number: number): Promise<Person[]>
}

/** Makes the ground, with another server file or with the portals where asked, lets the campaign work on it, and leaves nothing behind. */
export async function onGround<T>(
  work: (ground: Ground) => Promise<T>,
  special: Pick<StackOptions, 'serverFile' | 'portals'> = {},
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-campaign-'))
  const ends: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const ports = await findFreePorts()
    const place = { folder: path.join(folder, 'data'), ports, portals: false, samples: false, scanner: false }
    // Nothing of this machine's environment: a campaign breaks what it works on.
    const environment = { LOG_LEVEL: 'silent' }
    keepCompiled()
    const stack = await startStack({ ...place, ...special, environment })
    ends.unshift(() => stack.stop())
    const owner = openDatabase(stack.ownerUrl, { connections: 2 })
    ends.unshift(() => owner.close())
    const sql = postgres(stack.ownerUrl, { max: 2, onnotice: () => {} })
    ends.unshift(() => sql.end({ timeout: 1 }))
    const accounts = { ownerDatabase: owner.database, clock: systemClock }
    const officersGroup = [
      'formBuilder',
      'manageIncomingForms',
      'matching',
      'people',
      'chronology',
      'share',
      'portalAdministration',
    ] as const
    async function addOfficers(number: number): Promise<Person[]> {
      const officers: Person[] = []
      for (let index = 1; index <= number; index += 1) {
        const name = `Officer ${index}`
        const session = await buildStaffSession(accounts, [...officersGroup], { name })
        officers.push(createPerson(stack, session, name))
      }
      return officers
    }
    async function addParents(number: number): Promise<Person[]> {
      const sessions = Array.from({ length: number }, () => buildPortalSession(accounts, 'citizen'))
      return (await Promise.all(sessions)).map((session) => createPerson(stack, session, 'Sam Evans'))
    }
    const [designer] = await addOfficers(1)
    if (!designer) throw new Error('A ground has a designer')
    const form = await publishRequestForm(designer)
    return await work({ stack, sql, accounts, folder, form, designer, addParents, addOfficers })
  } finally {
    for (const end of ends) await end()
  }
}

/** Sends requests at once, kills the server in the midst of them, and leaves it dead. */
export async function killDuring<T>(
  { stack }: Ground,
  aim: Aim,
  requests: (() => Promise<T>)[],
): Promise<Answer<T>[]> {
  const sent = requests.map((request) => ask(request))
  await wait(aim.choose())
  await stack.killServer()
  const answers = await Promise.all(sent)
  aim.learn(answers.filter(({ kind }) => kind === 'answered').length, answers.length)
  return answers
}
