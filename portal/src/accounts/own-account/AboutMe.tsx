import { formatDate } from '@send/shared/values/plain-date'
import type { ServerOutputs } from '../../api.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import type { SummaryRow } from '../../design/SummaryList.tsx'
import { dayAndTimeOf, dayOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'

type OwnData = ServerOutputs['submissions']['exportMine']

/** The account, consents, devices, children, claims and memberships of a download. */
export function AboutMe({ own }: { own: OwnData }) {
  const { t, language } = usePortal()
  const { account } = own
  const day = (instant: string) => dayOf(instant, language)
  const relationOf = (relation: string) =>
    relation === 'youngPerson' || relation === 'professional' || relation === 'expert'
      ? t(`portal.relation.${relation}`)
      : t('portal.relation.parentCarer')
  const sections: { title: string; rows: Omit<SummaryRow, 'key'>[] }[] = [
    {
      title: t('portal.account.title'),
      rows: [
        { name: t('portal.account.name'), value: account.name },
        { name: t('portal.email'), value: account.email },
        { name: t('portal.account.phone'), value: account.phone ?? t('portal.account.none') },
        ...(account.jobTitle ? [{ name: t('portal.complete.jobTitle'), value: account.jobTitle }] : []),
        ...(account.kind === 'citizen'
          ? [
              {
                name: t('portal.citizenKind'),
                value: t(`portal.citizenKind.${account.citizenKind ?? 'notSaid'}`),
              },
            ]
          : []),
        { name: t('portal.account.language'), value: t(`portal.account.language.${account.language}`) },
        { name: t('portal.data.created'), value: day(account.createdAt) },
      ],
    },
    {
      title: t('portal.data.consents'),
      rows: own.consents.map(({ notice, acceptedAt }) => ({
        name: t('portal.data.notice', { version: notice }),
        value: day(acceptedAt),
      })),
    },
    {
      title: t('portal.account.devices'),
      rows: own.sessions.map(({ device, signedInAt, lastUsedAt }) => ({
        name: device ?? t('portal.devices.unknown'),
        value: t('portal.devices.used', {
          since: dayAndTimeOf(signedInAt, language),
          used: dayAndTimeOf(lastUsedAt, language),
        }),
      })),
    },
    {
      title: t('portal.data.children'),
      rows: own.children.map(({ name, relation, startsAt, endsAt }) => ({
        name: name ?? t('portal.data.childEnded'),
        value: [
          relationOf(relation),
          t('portal.data.since', { day: day(startsAt) }),
          ...(endsAt ? [t('portal.children.until', { day: day(endsAt) })] : []),
        ].join('\n'),
      })),
    },
    {
      title: t('portal.children.claims'),
      rows: own.claims.map(({ givenNames, familyName, dateOfBirth, evidence, askedAt }) => ({
        name: `${givenNames} ${familyName}, ${formatDate(dateOfBirth, language)}`,
        value: `${day(askedAt)}\n${evidence}`,
      })),
    },
    {
      title: t('portal.data.memberships'),
      rows: own.memberships.map(({ organisation, askedAt }) => ({
        name: organisation,
        value: t('portal.data.since', { day: day(askedAt) }),
      })),
    },
  ]
  return sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => (
      <section key={title}>
        <h2 className="govuk-heading-m">{title}</h2>
        <SummaryList rows={rows.map((row, index) => ({ ...row, key: String(index) }))} />
      </section>
    ))
}
