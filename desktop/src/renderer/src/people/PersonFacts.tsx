import { translator } from '@send/shared/texts/translator'
import { dateInLondon, type PlainDate } from '@send/shared/values/plain-date'

import { dateInWords } from '../submissions/work-list/date-words.ts'
import { useNow } from '../submissions/work-list/useNow.ts'
import classes from './people.module.css'
import { ageInWords, yearGroupInWords } from './person-words.ts'

const t = translator('en')

type PersonFactsProps = {
  person: {
    dateOfBirth?: PlainDate | null | undefined
    sex?: 'female' | 'male' | null | undefined
    postcode?: string | null | undefined
    upn?: string | null | undefined
    schoolName?: string | null | undefined
  }
}

/** What is known of a person, fact by fact; what is not known is a dash. */
export function PersonFacts({ person }: PersonFactsProps) {
  const today = dateInLondon(useNow())
  const birth = person.dateOfBirth
  const facts = [
    [t('people.born'), dateInWords(birth)],
    [t('people.age'), birth ? ageInWords(birth, today) : '—'],
    [t('people.yearGroup'), birth ? yearGroupInWords(birth, today) : '—'],
    [t('people.sex'), person.sex ? t(`values.${person.sex}`) : '—'],
    [t('people.upn'), person.upn ?? '—'],
    [t('people.postcode'), person.postcode ?? '—'],
    [t('people.school'), person.schoolName ?? '—'],
  ] as const
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
