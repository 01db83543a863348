import { translator } from '../texts/translator.ts'
import { formatDate } from '../values/plain-date.ts'
import {
  sayFact,
  sayHolds,
  sayInvitation,
  sayInvolvement,
  sayLooks,
  sayMoment,
  sayNumber,
  sayPeriod,
  sayTaken,
  sayValue,
  listChanged,
} from './undo-words.ts'
import type { Exposure, UndoneMatch } from './undone-match.ts'

const t = translator('en')

type Section = { title: string; lines: string[] }

/** An entry of the log of undone matches as plain text, to be put into a breach report. */
export function describeUndoneMatch(undone: UndoneMatch): string {
  const sections = [
    { title: headingOf(undone.exposure), lines: introduceUndone(undone) },
    { title: t('undone.counts'), lines: countExposure(undone.exposure) },
    { title: t('undone.takenBack'), lines: sayTakenBack(undone) },
    ...listExposure(undone.exposure),
    { title: '', lines: [t('undone.noCall')] },
  ]
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [...(title ? [title, '-'.repeat(title.length)] : []), ...lines, ''].join('\n'))
    .join('\n')
}

/** What went wrong, in one line. */
export function headingOf({ child, person, decision }: Exposure): string {
  const names = { child: nameOf(child), person: nameOf(person) }
  return decision === 'matched' ? t('undone.heading', names) : t('undone.headingNew', names)
}

/** Given names before the family name. */
export function nameOf({ givenNames, familyName }: Exposure['child']): string {
  return [givenNames, familyName].map((part) => part?.trim() || '—').join(' ')
}

/** Who matched, who undid, and why: a sentence each. */
export function introduceUndone({ exposure, undoneBy, undoneAt, reason }: UndoneMatch): string[] {
  const { decision, matchedBy, matchedAt, child, person } = exposure
  const born = (who: Exposure['child']) =>
    t('undone.born', {
      name: nameOf(who),
      date: who.dateOfBirth ? formatDate(who.dateOfBirth, 'en', 'short') : '—',
    })
  const parties = { by: matchedBy, child: born(child), person: born(person), when: sayMoment(matchedAt) }
  return [
    decision === 'matched' ? t('undo.matched', parties) : t('undo.addedAsNew', parties),
    t('undone.undone', { by: undoneBy, when: sayMoment(undoneAt) }),
    t('undone.why', { reason }),
  ]
}

/** The figures that a breach report asks for first. */
export function countExposure({ forms, documents, portalUsers, staff }: Exposure): string[] {
  const looking = (people: { userId: string; looks: number }[]) =>
    new Set(people.flatMap(({ userId, looks }) => (looks > 0 ? [userId] : []))).size
  return [
    t('undone.count.forms', { count: forms.length }),
    t('undone.count.documents', { count: documents.length }),
    t('undone.count.portalCould', { count: new Set(portalUsers.map(({ userId }) => userId)).size }),
    t('undone.count.portalDid', { count: looking(portalUsers) }),
    t('undone.count.staffCould', { count: staff.filter(({ couldSee }) => couldSee).length }),
    t('undone.count.staffDid', { count: looking(staff) }),
  ]
}

/** What the undo did, a sentence each. */
export function sayTakenBack({ exposure, takenBack }: Pick<UndoneMatch, 'exposure' | 'takenBack'>): string[] {
  const { accessIds, claims, values, family = [], numbers = [], personRemoved, personHeldBy } = takenBack
  const person = nameOf(exposure.person)
  return [
    ...(accessIds.length > 0 ? [t('undone.access', { count: accessIds.length })] : []),
    ...(claims > 0 ? [t('undone.claims', { count: claims })] : []),
    ...(personRemoved ? [t('undone.personRemoved', { person })] : []),
    ...(personHeldBy.length > 0 ? [t('undone.personStays', { person, holds: sayHolds(personHeldBy) })] : []),
    ...listChanged(values).map((value) => sayValue(value, 'done')),
    ...family.map((fact) => sayFact(fact, 'done')),
    ...numbers.map((number) => sayNumber(number, 'done')),
  ]
}

function listExposure(exposure: Exposure): Section[] {
  const { forms, documents, involvements, portalUsers, invitations, staff, formsOfStaff } = exposure
  return [
    {
      title: t('undo.forms'),
      lines: forms.map(({ reference, title, approved }) => {
        const stood = approved
          ? t('undo.formApproved', { when: sayMoment(approved.at), by: approved.by })
          : t('undo.formWaiting')
        return `${reference} ${title}: ${stood}`
      }),
    },
    { title: t('undo.documents'), lines: documents.map((document) => t('undo.document', document)) },
    { title: t('undo.involvements'), lines: involvements.map(sayInvolvement) },
    {
      title: t('undo.portalUsers'),
      lines: portalUsers.map((user) =>
        [
          t('undo.portalUser', { name: user.name, email: user.email }),
          ...(user.isSender ? [t('undo.sender')] : []),
          sayPeriod(user),
          sayLooks(user),
        ].join('; '),
      ),
    },
    {
      title: t('undo.invitations'),
      lines: invitations.map(sayInvitation),
    },
    {
      title: t('undo.staff'),
      lines: staff
        .filter(({ looks }) => looks > 0)
        .map((one) => [one.name, sayLooks(one), ...sayTaken(one)].join('; ')),
    },
    {
      title: t('undone.all'),
      lines: staff.filter(({ couldSee }) => couldSee).map(({ name }) => name),
    },
    {
      title: t('undo.formsOfStaff'),
      lines: formsOfStaff.map(({ changedAt, ...form }) =>
        t('undo.formOfStaff', { ...form, when: sayMoment(changedAt) }),
      ),
    },
  ]
}
