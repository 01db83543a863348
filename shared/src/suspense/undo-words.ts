import { relationshipKinds } from '../people/family/relationships.ts'
import { translator } from '../texts/translator.ts'
import { formatDate } from '../values/plain-date.ts'
import type {
  Exposure,
  ExposedPortalUser,
  ExposedStaff,
  PersonHold,
  TakenFact,
  TakenNumber,
  TakenValue,
} from './undone-match.ts'

const t = translator('en')

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})

/** A moment in UK time: "3 Nov 2026, 14:05". */
export function sayMoment(instant: string): string {
  return moment.format(new Date(instant))
}

/** How often and when somebody looked. */
export function sayLooks({
  looks,
  firstLook,
  lastLook,
}: Pick<ExposedStaff, 'looks' | 'firstLook' | 'lastLook'>): string {
  if (looks === 0 || firstLook === null || lastLook === null) return t('undo.neverLooked')
  return t('undo.looked', { count: looks, first: sayMoment(firstLook), last: sayMoment(lastLook) })
}

/** What a member of staff opened or printed; empty for nothing. */
export function sayTaken({ taken }: Pick<ExposedStaff, 'taken'>): string[] {
  return taken > 0 ? [t('undo.taken', { count: taken })] : []
}

/** From when until when a portal user could see. */
export function sayPeriod({ from, until }: Pick<ExposedPortalUser, 'from' | 'until'>): string {
  const begun = sayMoment(from)
  return until === null
    ? t('undo.couldSee', { from: begun })
    : t('undo.couldSeeUntil', { from: begun, until: sayMoment(until) })
}

/** An involvement of the match with the deadline that went with it. */
export function sayInvolvement(involvement: Exposure['involvements'][number]): string {
  const { openedAt, receivedOn, decisionDueOn } = involvement
  return t('undo.involvement', {
    when: sayMoment(openedAt),
    received: formatDate(receivedOn, 'en', 'short'),
    due: formatDate(decisionDueOn, 'en', 'short'),
  })
}

/** An outside expert who may still come. */
export function sayInvitation({ email, invitedAt }: Exposure['invitations'][number]): string {
  return t('undo.invitation', { email, when: sayMoment(invitedAt) })
}

/** Why a record stays, as the end of a sentence. */
export function sayHolds(holds: readonly PersonHold[]): string {
  const said = holds.map((hold) => t(`undo.hold.${hold}`))
  const last = said.at(-1) ?? ''
  const some = said.slice(0, -1)
  return some.length > 0 ? t('undo.and', { some: some.join(', '), last }) : last
}

/** The values that the child changed: of an address the parts that stayed as they were are kept along, and need no words. */
export function listChanged(values: readonly TakenValue[]): TakenValue[] {
  return values.filter(({ before, imported }) => before !== imported)
}

/** What becomes, or became, of a value that came from the child. */
export function sayValue(
  { field, before, imported, now, goesBack }: TakenValue,
  when: 'planned' | 'done',
): string {
  const say = (value: string | null) => value ?? t('undo.empty')
  const words = {
    field: t(`importField.${field}`),
    now: say(now),
    imported: say(imported),
    before: say(before),
  }
  if (goesBack) return t(when === 'planned' ? 'undo.valueBack' : 'undone.valueBack', words)
  return t(when === 'planned' ? 'undo.valueStays' : 'undone.valueStays', words)
}

/** What becomes, or became, of something that came to the family from the child. */
export function sayFact({ fact, name, value, goesBack }: TakenFact, when: 'planned' | 'done'): string {
  const kind = relationshipKinds.find((each) => fact === 'relationship' && each === value)
  const words = { name, value: kind ? t(`family.kind.${kind}`) : (value ?? '') }
  const tense = when === 'planned' ? 'undo' : 'undone'
  return t(`${tense}.${goesBack ? 'factBack' : 'factStays'}.${fact}`, words)
}

/** What becomes, or became, of the number of a school that the child told. */
export function sayNumber({ goesBack, ...number }: TakenNumber, when: 'planned' | 'done'): string {
  return t(`${when === 'planned' ? 'undo' : 'undone'}.${goesBack ? 'numberBack' : 'numberStays'}`, number)
}
