import { Button } from '@mantine/core'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { personName } from '../person-words.ts'
import {
  kindInWords,
  pairOf,
  responsibilityShapes,
  t,
  type FamilyMember,
  type Side,
  type Somebody,
} from './family-words.ts'
import classes from './family.module.css'
import { FamilyTable } from './FamilyTable.tsx'
import { PersonLink } from './PersonLink.tsx'

export type MemberActs = {
  onOpen: (personId: string) => void
  onCorrect: (side: Side, member: FamilyMember) => void
  onEnd: (side: Side, member: FamilyMember) => void
}

export type MembersTableProps = {
  person: Somebody
  side: Side
  members: readonly FamilyMember[]
  mayChange: boolean
  acts: MemberActs
}

/** Parents and carers, or children: what they are, who has parental responsibility, and how they are reached. */
export function MembersTable({ person, side, members, mayChange, acts }: MembersTableProps) {
  return (
    <FamilyTable
      caption={t(`family.${side}`)}
      columns={[
        t('family.column.person'),
        t('family.column.kind'),
        t('family.column.responsibility'),
        t('family.column.reached'),
      ]}
      acts={{ mayChange }}
    >
      {members.map((member) => (
        <tr key={member.relationshipId}>
          <th scope="row">
            <PersonLink person={member} onOpen={acts.onOpen} />
            <div>{belowName(side, member)}</div>
          </th>
          <td>
            {kindInWords(side, member)}
            {member.from && <div>{t('family.sinceDay', { date: dateInWords(member.from) })}</div>}
          </td>
          <td className={classes.wraps}>
            <StatusMark
              shape={responsibilityShapes[member.parentalResponsibility]}
              word={t(`family.responsibility.${member.parentalResponsibility}`)}
            />
          </td>
          <td>
            <Reached contacts={member.contacts} />
          </td>
          <td className={classes.do}>
            {mayChange && <MemberButtons person={person} side={side} member={member} acts={acts} />}
          </td>
        </tr>
      ))}
    </FamilyTable>
  )
}

function belowName(side: Side, { dateOfBirth, livesHere }: FamilyMember): string {
  const born = side === 'children' && dateInWords(dateOfBirth)
  return [born, livesHere && t('family.sameAddress')].filter(Boolean).join(' · ')
}

/** Letters of a number that stands on one line, whatever the window. */
const longestUnbroken = 15

function Reached({ contacts }: Pick<FamilyMember, 'contacts'>) {
  if (contacts.length === 0) return '—'
  return (
    <ul className={classes.lines}>
      {contacts.map(({ contactId, value, preferred }) => (
        <li key={contactId}>
          <span className={value.length <= longestUnbroken ? classes.day : undefined}>{value}</span>
          {preferred && ` ${t('family.preferred')}`}
        </li>
      ))}
    </ul>
  )
}

type MemberButtonsProps = { person: Somebody; side: Side; member: FamilyMember; acts: MemberActs }

/** What is done with a relationship. */
export function MemberButtons({ person, side, member, acts }: MemberButtonsProps) {
  const pair = pairOf(person, { ...member, name: personName(member) }, side)
  const names = { adult: pair.adult.name, child: pair.child.name }
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('family.correctOf', names)}
        onClick={() => acts.onCorrect(side, member)}
      >
        {t('family.correct')}
      </Button>
      {member.until === null && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('family.endOf', names)}
          onClick={() => acts.onEnd(side, member)}
        >
          {t('family.end')}
        </Button>
      )}
    </>
  )
}
