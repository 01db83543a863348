import { translator } from '@send/shared/texts/translator'

import list from '../submissions/work-list/work-list.module.css'
import { inactiveInWords } from '../people/inactive-words.ts'
import { dateInWords } from '../submissions/work-list/date-words.ts'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import classes from './suspense.module.css'
import { fullName, probabilityInWords, type Candidate } from './suspense-words.ts'

const t = translator('en')

type CandidateListProps = {
  candidates: readonly Candidate[]
  chosen: string | undefined
  onChoose: (personId: string) => void
}

/** The people whom a child may be, the likeliest first; one is chosen to be compared, by its number or the arrow keys. */
export function CandidateList({ candidates, chosen, onChoose }: CandidateListProps) {
  return (
    <fieldset className={classes.candidates}>
      <legend className={list.caption}>{t('suspense.candidates')}</legend>
      {candidates.map(({ person, probability }, index) => {
        const inactive = inactiveInWords(person)
        return (
          <span key={person.personId} className={classes.candidate}>
            <label className={classes.choice}>
              <input
                type="radio"
                name="candidate"
                aria-keyshortcuts={String(index + 1)}
                checked={person.personId === chosen}
                onChange={() => onChoose(person.personId)}
              />
              {t('suspense.candidate', {
                percent: probabilityInWords(probability),
                name: fullName(person),
              })}
            </label>
            <span>{t('suspense.candidateBorn', { date: dateInWords(person.dateOfBirth) })}</span>
            {inactive && <StatusMark shape="warning" word={inactive} />}
          </span>
        )
      })}
    </fieldset>
  )
}
