import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { kindInWords, t, type FamilyMember, type Side } from './family-words.ts'
import classes from './family.module.css'
import { FamilyTable } from './FamilyTable.tsx'
import { MemberButtons, type MembersTableProps } from './MembersTable.tsx'
import { PersonLink } from './PersonLink.tsx'

type FormerTableProps = Omit<MembersTableProps, 'side' | 'members'> & {
  rows: readonly { side: Side; member: FamilyMember }[]
}

/** Who was family once: the same rows with their days, and without a way to be reached. */
export function FormerTable({ person, rows, mayChange, acts }: FormerTableProps) {
  return (
    <FamilyTable
      caption={t('family.former')}
      columns={[
        t('family.column.person'),
        t('family.column.wasKind'),
        t('family.column.responsibility'),
        t('family.column.when'),
      ]}
      acts={{ mayChange }}
    >
      {rows.map(({ side, member }) => (
        <tr key={member.relationshipId}>
          <th scope="row">
            <PersonLink person={member} onOpen={acts.onOpen} />
          </th>
          <td>{kindInWords(side, member)}</td>
          <td>{t(`family.had.${member.parentalResponsibility}`)}</td>
          <td>{whenInWords(member)}</td>
          <td className={classes.do}>
            {mayChange && <MemberButtons person={person} side={side} member={member} acts={acts} />}
          </td>
        </tr>
      ))}
    </FamilyTable>
  )
}

function whenInWords({ from, until }: FamilyMember): string {
  const end = dateInWords(until)
  return from
    ? t('family.fromTo', { from: dateInWords(from), until: end })
    : t('family.untilDay', { date: end })
}
