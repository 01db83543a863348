import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../api.ts'
import { dateInWords } from '../submissions/work-list/date-words.ts'
import { WorkTable } from '../submissions/work-list/WorkTable.tsx'
import { nameAndCalled } from './person-words.ts'

const t = translator('en')

type PeopleTableProps = {
  caption: string
  people: RouterOutputs['people']['search']['people']
  current: string | undefined
  onOpen: (personId: string) => void
}

/** People as a search finds them. */
export function PeopleTable({ caption, people, current, onOpen }: PeopleTableProps) {
  return (
    <WorkTable
      caption={caption}
      rows={people}
      idOf={(person) => person.personId}
      nameOf={nameAndCalled}
      nameHeading={t('people.column.name')}
      current={current}
      onOpen={onOpen}
      columns={[
        { heading: t('people.column.born'), cell: (person) => dateInWords(person.dateOfBirth) },
        { heading: t('people.column.upn'), cell: (person) => person.upn ?? '—' },
        { heading: t('people.column.postcode'), cell: (person) => person.postcode ?? '—' },
        { heading: t('people.column.school'), cell: (person) => person.schoolName ?? '—' },
      ]}
    />
  )
}
