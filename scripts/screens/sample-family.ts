import { buildSamplePeople } from '@send/server/administration/sample-people'
import type { ChildTyped } from '../../e2e/portal-steps.ts'

/** A parent of the sample authority and the three children whom the pictures show. */
export type SampleFamily = {
  parent: { name: string; email: string; password: string }
  /** Another parent, who has lost every second step. */
  lost: { name: string; email: string; password: string }
  /** On record, typed as it stands there. */
  known: Named
  /** On record, typed with another postcode and without the pupil number. */
  moved: Named
  /** On no record. */
  stranger: Named
}
type Named = { name: string; typed: ChildTyped }

/** The family, chosen from those whose record is complete, so that every picture shows the usual case. */
export function chooseSampleFamily(now: Date): SampleFamily {
  const complete = buildSamplePeople(now).people.filter(
    ({ upn, dateOfBirth, sex, postcode }) => upn && dateOfBirth && sex && postcode,
  )
  const [first, second] = [complete[0], complete[40]]
  if (!first || !second) throw new Error('The sample authority has too few children for the pictures.')
  const [known, moved] = [asTyped(first), asTyped(second)]
  const { upn: _left, ...rest } = moved.typed
  return {
    parent: { name: 'Nadia Khan', email: 'nadia.khan@example.com', password: 'violet harbour tuesday lamp' },
    lost: { name: 'Owen Price', email: 'owen.price@example.com', password: 'quiet marble lantern friday' },
    known,
    moved: { name: moved.name, typed: { ...rest, postcode: 'LS6 2AB' } },
    stranger: {
      name: 'Wren Adeyemi',
      typed: { givenNames: 'Wren', familyName: 'Adeyemi', day: '9', month: '5', year: '2019', sex: 'Female' },
    },
  }
}

type Record = ReturnType<typeof buildSamplePeople>['people'][number]

function asTyped({ givenNames, familyName, dateOfBirth, sex, postcode, upn }: Record): Named {
  const [year = '', month = '', day = ''] = (dateOfBirth ?? '').split('-')
  return {
    name: `${givenNames} ${familyName}`,
    typed: {
      givenNames,
      familyName,
      day: String(Number(day)),
      month: String(Number(month)),
      year,
      sex: sex === 'male' ? 'Male' : 'Female',
      postcode: postcode ?? '',
      upn: upn ?? '',
    },
  }
}
