import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { personName } from '../../people/person-words.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { ChooseChild, type Child } from './ChooseChild.tsx'
import own from './portal-users.module.css'
import { t, type Claim } from './portal-users-words.ts'

const mostShown = 8

type CandidateChoiceProps = { claim: Claim; chosen: Child | undefined; onChoose: (child: Child) => void }

/** The child as typed above those on record with that name, or that birthday and family name; one is chosen. */
export function CandidateChoice({ claim, chosen, onChoose }: CandidateChoiceProps) {
  const api = useApi()
  const { givenNames, familyName, dateOfBirth } = claim
  const byName = useQuery(
    api.people.search.queryOptions({ query: `${givenNames} ${familyName}`.slice(0, 200), limit: mostShown }),
  )
  const byBirth = useQuery(
    api.people.search.queryOptions({
      query: `${familyName.slice(0, 180)} ${dateOfBirth}`,
      limit: mostShown,
    }),
  )
  const error = byName.error ?? byBirth.error
  if (error) {
    return <Failed error={error} onRetry={() => void Promise.all([byName.refetch(), byBirth.refetch()])} />
  }
  if (!byName.data || !byBirth.data) return <Waiting what={t('claims.candidates')} />
  const found = new Map(
    [byBirth.data.people, byName.data.people, byBirth.data.near, byName.data.near]
      .flat()
      .map((person) => [person.personId, person]),
  )
  return (
    <>
      <table className={own.plain} aria-label={t('claims.candidates')}>
        <thead>
          <tr>
            <th scope="col">{t('portalUsers.column.child')}</th>
            <th scope="col">{t('claims.column.born')}</th>
            <th scope="col">{t('people.column.postcode')}</th>
            <th scope="col">{t('people.column.school')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              {t('claims.typed')}: <strong>{personName(claim)}</strong>
            </td>
            <td>{dateInWords(dateOfBirth)}</td>
            <td>—</td>
            <td>—</td>
          </tr>
          {[...found.values()].map((person) => (
            <tr key={person.personId}>
              <td>
                <label>
                  <input
                    type="radio"
                    name="claimed-child"
                    checked={chosen?.personId === person.personId}
                    onChange={() => onChoose({ personId: person.personId, name: personName(person) })}
                  />{' '}
                  {t('claims.onRecord')}: <strong>{personName(person)}</strong>
                </label>
              </td>
              <td>{dateInWords(person.dateOfBirth)}</td>
              <td>{person.postcode ?? '—'}</td>
              <td>{person.schoolName ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.size === 0 && (
        <Text size="sm" my="xs">
          {t('claims.noCandidates')}
        </Text>
      )}
      <ChooseChild chosen={chosen} onChoose={onChoose} />
    </>
  )
}
