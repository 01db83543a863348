import { personColumns } from '@send/shared/people/person-columns'
import type { Random } from '@send/shared/values/seeded-random'

/** A file of a school’s system in which each line is another, and one of ten has something that cannot be read. */
export function writeSchoolFile(random: Random, name: string, lines: number): string {
  const line = (place: number) => {
    const born = random.chance(0.1) ? '31/02/2011' : `2012-0${1 + random.below(9)}-1${random.below(10)}`
    const given = random.chance(0.02) ? '=1+1' : random.pick(['Mia', 'Noah', 'Zoë', 'Mary Jane'])
    const family = random.pick(['Smith', 'Khan', 'O’Neill', 'Whitfield'])
    return [`${name}-${place}`, given, family, '', born, 'F', '', '', '', '', '', 'LS8 4AB', '123456'].join(
      ',',
    )
  }
  return `${personColumns.join(',')}\n${Array.from({ length: lines }, (_, place) => line(place)).join('\n')}\n`
}
