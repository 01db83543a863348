import { and, asc, eq, sql } from 'drizzle-orm'
import type { Browser, Page } from 'playwright'
import {
  organisationMembers,
  organisations,
  professionalVerifications,
} from '@send/server/accounts/organisations/tables'
import { hashPassword } from '@send/server/accounts/passwords'
import { users } from '@send/server/accounts/tables'
import { systemClock } from '@send/server/clock'
import { openDatabase, type Database } from '@send/server/database/client'
import { mails } from '@send/server/mail/tables'
import { takeBounce } from '@send/server/mail/take-bounce'
import { people } from '@send/server/people/tables'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '@send/server/testing/build-sessions'
import { buildBounce } from '@send/server/testing/mail-steps'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { fold } from '@send/shared/suspense/matching/identity'
import { newId, newPageId, newQuestionId } from '@send/shared/values/ids'
import type { Stack } from '../scripts/stack.ts'

export const school = 'Elm Grove Primary School'

const asked = (en: string, cy: string) => ({ id: newQuestionId(), wording: { en, cy }, required: true })

/** A form for professionals that asks who the child is, for advice and for a declaration. */
export function buildAdviceForm(): FormDefinition {
  return {
    code: 'ADVICE',
    title: { en: 'Educational advice', cy: 'Cyngor addysgol' },
    audience: 'professionals',
    purpose: 'information',
    accessList: { entries: [] },
    pages: [
      {
        id: newPageId(),
        title: { en: 'The child', cy: 'Y plentyn' },
        questions: [{ ...asked('Who is the child?', 'Pwy yw’r plentyn?'), type: 'childDetails' }],
      },
      {
        id: newPageId(),
        title: { en: 'Your advice', cy: 'Eich cyngor' },
        questions: [
          {
            ...asked('What helps the child?', 'Beth sy’n helpu’r plentyn?'),
            type: 'longText',
            maxLength: 5000,
          },
        ],
      },
    ],
  }
}

export type Cast = { lead: BuiltSession; member: BuiltSession }

/** A school with a lead and a member, both verified, and one who is not; and two children of one name on record. */
export async function prepareSchool(stack: Stack): Promise<Cast> {
  return withDatabase(stack, async (database) => {
    const target = { ownerDatabase: database, clock: systemClock }
    const [officer, now] = [await buildStaffSession(target, []), new Date()]
    const organisationId = newId()
    await database
      .insert(organisations)
      .values({ id: organisationId, name: school, kind: 'school', createdAt: now })
    const join = async (name: string, role: 'lead' | 'member', verified = true) => {
      const session = await buildPortalSession(target, 'professional', { name })
      const { userId } = session
      await database
        .insert(organisationMembers)
        .values({ organisationId, userId, role, state: 'active', askedAt: now, decidedAt: now })
      if (!verified) return session
      await database.insert(professionalVerifications).values({
        id: newId(),
        userId,
        decision: 'verified',
        evidence: 'Teacher register 1234567',
        reason: 'Teaches here',
        decidedBy: officer.userId,
        decidedAt: now,
      })
      return session
    }
    const cast = { lead: await join('Lena Lead', 'lead'), member: await join('Max Member', 'member') }
    await join('Una Unverified', 'member', false)
    for (const [givenNames, familyName, dateOfBirth] of [
      ['Seren', 'Quillfeather', '2015-03-02'],
      ['Seren', 'Quillfeather', '2017-08-19'],
      ['Tomos', 'Wrenfield', '2016-01-30'],
    ] as const)
      await database.insert(people).values({
        id: newId(),
        givenNames,
        familyName,
        dateOfBirth,
        foldedGivenNames: fold(givenNames),
        foldedFamilyName: fold(familyName),
        createdAt: now,
      })
    return cast
  })
}

/** Moves a request that was sent today into the past, so that it was due some days ago. */
export async function makeOverdue(stack: Stack, born: string, days: number): Promise<void> {
  await withDatabase(stack, (database) =>
    database.execute(sql`update advice_requests set asked_on = current_date - 50, due_on = current_date - ${days}::integer
      where person_id = (select id from people where date_of_birth = ${born} and family_name = 'Quillfeather')`),
  )
}

/** The first e-mail that asked somebody for advice comes back, as a mail server reports it. */
export async function bounceFirstMail(stack: Stack, { userId }: BuiltSession): Promise<void> {
  await withDatabase(stack, async (database) => {
    const [mail] = await database
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.userId, userId), eq(mails.kind, 'adviceAsked'), eq(mails.state, 'handedOver')))
      .orderBy(asc(mails.createdAt))
      .limit(1)
    await takeBounce(database, systemClock, buildBounce(mail?.id))
  })
}

/** Gives somebody a password, so that they can sign in again with a code by e-mail. */
export async function givePassword(stack: Stack, { userId }: BuiltSession, password: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  await withDatabase(stack, (database) =>
    database.update(users).set({ passwordHash, secondStepSince: new Date() }).where(eq(users.id, userId)),
  )
}

async function withDatabase<T>(stack: Stack, work: (database: Database) => Promise<T>): Promise<T> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    return await work(database)
  } finally {
    await close()
  }
}

type Opening = { javaScriptEnabled?: boolean; width?: number; face?: 'professional' | 'citizen' }

/** A browser in which somebody is signed in already. */
export async function openSignedIn(
  browser: Browser,
  stack: Stack,
  session: BuiltSession,
  { javaScriptEnabled = true, width = 1280, face = 'professional' }: Opening = {},
): Promise<Page> {
  const baseURL = face === 'professional' ? stack.professionalOrigin : stack.citizenOrigin
  const viewport = { width, height: 900 }
  const context = await browser.newContext({ baseURL, javaScriptEnabled, viewport })
  const cookie = {
    name: `__Host-send-${face}`,
    value: session.token,
    url: baseURL.replace('http:', 'https:'),
  }
  await context.addCookies([{ ...cookie, httpOnly: true, secure: true, sameSite: 'Lax' }])
  return context.newPage()
}
