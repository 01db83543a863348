import { inactiveReasons } from '../../people/inactive.ts'
import { translator } from '../../texts/translator.ts'
import { formatDate } from '../../values/plain-date.ts'
import { sayLooks, sayMoment, sayTaken } from '../undo-words.ts'
import type {
  KindCount,
  MergeRefusal,
  MergeSide,
  NamedRecord,
  NewlySeeing,
  NewSight,
  UnmergeAccount,
  UnmergedRecord,
  ValueAtUnmerge,
} from './merged-records.ts'

const t = translator('en')

/** "Elin Parry, born 4 Sep 2018". */
export function sayRecord({ givenNames, familyName, dateOfBirth }: Omit<NamedRecord, 'personId'>): string {
  const name = `${givenNames} ${familyName}`.trim()
  return dateOfBirth ? t('merge.born', { name, date: formatDate(dateOfBirth, 'en', 'short') }) : name
}

/** "3 forms". */
export function sayKind({ kind, count }: KindCount): string {
  return t(`merge.kind.${kind}`, { count })
}

type Two = Record<MergeSide, string>

/** Which of two records somebody sees, and what they would see of the other as well. */
export function saySeeing(user: NewlySeeing, names: Two): string {
  return t('merge.seeing', wordsOf(user, names))
}

function wordsOf({ name, email, relation, hasAccessTo, scopes }: NewlySeeing, names: Two) {
  return {
    name,
    email,
    relation: t(`merge.relation.${relation}`),
    own: names[hasAccessTo],
    other: names[hasAccessTo === 'kept' ? 'other' : 'kept'],
    what: scopes.map((scope) => t(`merge.scope.${scope}`)).join(', '),
  }
}

/** Invitations and organisations that reach further through a merge, a sentence each. */
export function sayReaching({ invitations, organisations }: NewSight, names: Two): string[] {
  return [
    ...invitations.map(({ email, hasAccessTo }) => t('merge.invited', { email, own: names[hasAccessTo] })),
    ...organisations.map(({ name, hasAccessTo }) => t('merge.asked', { name, own: names[hasAccessTo] })),
  ]
}

/** Why two records are not merged, as a sentence. */
export function sayRefusal(refusal: MergeRefusal): string {
  switch (refusal.reason) {
    case 'alreadyMerged':
      return t('merge.refused.alreadyMerged', { by: refusal.by, when: sayMoment(refusal.at) })
    case 'related':
      return t('merge.refused.related')
    case 'circle':
      return t('merge.refused.circle', { over: refusal.over })
    case 'restricted':
      return t('merge.refused.restricted', { count: refusal.count })
    case 'heldByAnother':
      return t('merge.refused.heldByAnother', { by: refusal.by })
  }
}

/** What becomes of a value that the merge had changed. */
export function sayValueBack(
  { field, before, now, after }: ValueAtUnmerge,
  tense: 'planned' | 'done',
): string {
  const said = (value: string | null) =>
    value === null || value === '' ? t('merge.nothing') : readable(field, value)
  const values = {
    field: t(`merge.field.${field}`),
    now: said(now),
    after: said(after),
    before: said(before),
  }
  if (after === now && now !== before) return t('unmerge.valueStays', values)
  return tense === 'planned' ? t('unmerge.valueBack', values) : t('unmerge.valueWentBack', values)
}

function readable(field: ValueAtUnmerge['field'], value: string): string {
  if (field === 'dateOfBirth' || field === 'inactiveSince') return formatDate(value, 'en', 'short')
  const reason = inactiveReasons.find((one) => field === 'inactiveReason' && one === value)
  if (reason) return t(`people.inactiveReason.${reason}`)
  // A school is kept by its id, which says nothing to anybody.
  return field === 'schoolId' ? t('merge.aSchool') : value
}

/** The names of the two, for the sentences about either. */
export function namesOf({ kept, other }: Pick<UnmergeAccount, 'kept' | 'other'>): Two {
  return { kept: sayRecord(kept), other: sayRecord(other) }
}

type Section = { title: string; lines: string[] }

/** What an unmerge gives back, leaves and exposes, section by section: before it is done, and in its log. */
export function listUnmerge(account: UnmergeAccount, tense: 'planned' | 'done'): Section[] {
  const names = namesOf(account)
  const papers = [
    ...account.forms.map(({ reference, title }) => `${reference} ${title}`),
    ...account.involvements.map(({ receivedOn }) =>
      t('merge.involvement', { received: formatDate(receivedOn, 'en', 'short') }),
    ),
  ]
  const back = tense === 'planned' ? t('unmerge.goesBack', names) : t('unmerge.wentBack', names)
  return [
    { title: back, lines: [...account.goesBack.map(sayKind), ...papers] },
    { title: t('unmerge.values'), lines: sayValues(account, tense) },
    { title: t('unmerge.stays', names), lines: account.stays.map(sayKind) },
    { title: t('unmerge.portalUsers'), lines: sayPortalUsers(account, names) },
    { title: t('unmerge.letInSince'), lines: account.letInSince.map(sayLetIn) },
    {
      title: t('unmerge.organisations'),
      lines: account.organisations.map(({ name, hasAccessTo }) =>
        t('merge.asked', { name, own: names[hasAccessTo] }),
      ),
    },
    {
      title: t('unmerge.staff'),
      lines: account.staff.map((one) => [one.name, sayLooks(one), ...sayTaken(one)].join('; ')),
    },
  ].filter(({ lines }) => lines.length > 0)
}

function sayValues({ values, lost }: UnmergeAccount, tense: 'planned' | 'done'): string[] {
  return [
    ...values.map((value) => sayValueBack(value, tense)),
    ...lost.map((field) => t('unmerge.lost', { field: t(`merge.field.${field}`) })),
  ]
}

function sayPortalUsers({ portalUsers }: UnmergeAccount, names: Two): string[] {
  if (portalUsers.length === 0) return [t('unmerge.noPortalUsers')]
  return portalUsers.map((user) => t('unmerge.couldSee', { ...wordsOf(user, names), looks: sayLooks(user) }))
}

function sayLetIn({ name, email, at, ...looked }: UnmergeAccount['letInSince'][number]): string {
  return t('unmerge.letIn', { name, email, when: sayMoment(at), looks: sayLooks(looked) })
}

/** Who merged and unmerged, when and why: a sentence each. */
export function introduceUnmerge({ unmergedBy, unmergedAt, reason, account }: UnmergedRecord): string[] {
  const { mergedBy: by, mergedAt, mergeReason } = account
  return [
    t('unmerge.merged', { ...namesOf(account), by, when: sayMoment(mergedAt), reason: mergeReason }),
    t('unmerge.unmerged', { by: unmergedBy, when: sayMoment(unmergedAt), reason }),
  ]
}

/** An entry of the log of unmerged records as plain text, to be put into a breach report. */
export function describeUnmerge(unmerged: UnmergedRecord): string {
  const heading = t('unmerge.heading', namesOf(unmerged.account))
  const sections = [
    { title: heading, lines: introduceUnmerge(unmerged) },
    ...listUnmerge(unmerged.account, 'done'),
    { title: '', lines: [t('unmerge.noCall')] },
  ]
  return sections
    .map(({ title, lines }) => [...(title ? [title, '-'.repeat(title.length)] : []), ...lines, ''].join('\n'))
    .join('\n')
}
