import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { t, type Family } from './family-words.ts'
import classes from './family.module.css'
import { FamilyTable } from './FamilyTable.tsx'
import { PersonLink } from './PersonLink.tsx'

type KinTableProps = {
  caption: string
  /** Whether it is said how they belong together; of others at an address it is not. */
  saysTie: boolean
  people: readonly (Family['household'][number] & Partial<Family['siblings'][number]>)[]
  onOpen: (personId: string) => void
}

/** Brothers and sisters, or whoever else lives there: nobody said so, it follows from what is on record. */
export function KinTable({ caption, saysTie, people, onOpen }: KinTableProps) {
  return (
    <FamilyTable
      caption={caption}
      columns={[
        t('family.column.person'),
        t('family.column.born'),
        ...(saysTie ? [t('family.column.tie'), t('family.column.lives')] : []),
      ]}
    >
      {people.map((person) => (
        <tr key={person.personId}>
          <th scope="row">
            <PersonLink person={person} onOpen={onOpen} />
          </th>
          <td className={classes.day}>{dateInWords(person.dateOfBirth)}</td>
          {saysTie && (
            <td>
              {person.kin === 'sibling' || person.kin === 'sameCarer' ? t(`family.tie.${person.kin}`) : '—'}
            </td>
          )}
          {saysTie && <td>{person.livesHere ? t('family.sameAddress') : '—'}</td>}
        </tr>
      ))}
    </FamilyTable>
  )
}
