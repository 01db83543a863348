import { dateInWords } from '../../submissions/work-list/date-words.ts'
import list from '../../submissions/work-list/work-list.module.css'
import { t, type FamilyMember, type Side } from './family-words.ts'
import classes from './family.module.css'
import { MemberButtons, type MembersTableProps } from './MembersTable.tsx'
import { PersonLink } from './PersonLink.tsx'

type FormerTableProps = Omit<MembersTableProps, 'side' | 'members'> & {
  rows: readonly { side: Side; member: FamilyMember }[]
}

/** Who was family once: the same rows with their days, and without a way to be reached. */
export function FormerTable({ person, rows, mayChange, acts }: FormerTableProps) {
  return (
    <table className={classes.table}>
      <caption className={list.caption}>{t('family.former')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('family.column.person')}</th>
          <th scope="col">{t('family.column.wasKind')}</th>
          <th scope="col">{t('family.column.responsibility')}</th>
          <th scope="col">{t('family.column.when')}</th>
          <th scope="col" className={classes.do}>
            {mayChange && t('family.column.do')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ side, member }) => (
          <tr key={member.relationshipId}>
            <th scope="row">
              <PersonLink person={member} onOpen={acts.onOpen} />
            </th>
            <td>
              {side === 'carers'
                ? t(`family.kind.${member.kind}`)
                : t('family.isTheir', { kind: t(`family.kind.${member.kind}`) })}
            </td>
            <td>{t(`family.had.${member.parentalResponsibility}`)}</td>
            <td>{whenInWords(member)}</td>
            <td className={classes.do}>
              {mayChange && <MemberButtons person={person} side={side} member={member} acts={acts} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function whenInWords({ from, until }: FamilyMember): string {
  const end = dateInWords(until)
  return from
    ? t('family.fromTo', { from: dateInWords(from), until: end })
    : t('family.untilDay', { date: end })
}
