import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { projectFolder } from '../../scripts/data-folder.ts'
import type { MadePerson } from './generate-people.ts'
import type { LabelledSet } from './labelled-set.ts'
import type { Random } from '@send/shared/values/seeded-random'

/** Public files of made-up people, beside the project where it is developed; a fresh clone has none. */
const folder = path.resolve(projectFolder, process.env.MATCHING_DATA ?? '../shared/data')

type Cells = Record<string, string>
type Labelled = { person: MadePerson; cluster: string; original: boolean }

/**
 * A public file as people on record and incoming children: of each person one record may be on record, and is of
 * every second; all others come in. Undefined where the file is not there.
 */
export async function findPublicSet(
  name: 'dataset2' | 'dataset3' | 'fake_1000',
  random: Random,
): Promise<LabelledSet | undefined> {
  const file = path.join(folder, `${name}.csv`)
  if (!existsSync(file)) return undefined
  const rows = parse<Cells>(await readFile(file, 'utf8'), { columns: true, trim: true })
  const records = rows.map(name === 'fake_1000' ? readFake() : readFebrl)
  const kept = new Set([...new Set(records.map(({ cluster }) => cluster))].filter(() => random.chance(0.5)))
  const isComplete = ({ given_names, family_name, date_of_birth }: MadePerson) =>
    Boolean(given_names && family_name && date_of_birth)
  // As the import does, which takes in nobody without names and a date of birth.
  const people = records.filter(
    ({ person, original, cluster }) => original && kept.has(cluster) && isComplete(person),
  )
  const idOf = new Map(people.map(({ person, cluster }) => [cluster, person.external_id]))
  return {
    people: people.map(({ person }) => person),
    incoming: records
      .filter(({ original }) => !original)
      .map(({ person, cluster }) => ({ ...person, truth: idOf.get(cluster) })),
  }
}

/** Source of the shape: FEBRL 0.3; `rec-N-org` is the original of `rec-N-dup-K`. */
function readFebrl(row: Cells): Labelled {
  const { rec_id: id = '', given_name, surname, postcode, date_of_birth: birth = '' } = row
  const [, cluster = ''] = id.split('-')
  const date = birth && `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`
  return {
    person: personOf({ id, given_name, surname, date, postcode }),
    cluster,
    original: id.endsWith('-org'),
  }
}

/** Source of the shape: splink_datasets; the first record of a cluster counts as the original. */
function readFake(): (row: Cells) => Labelled {
  const seen = new Set<string>()
  return (row) => {
    const { unique_id: id = '', first_name: given_name, surname, dob: date = '', cluster = '' } = row
    const original = !seen.has(cluster)
    seen.add(cluster)
    return { person: personOf({ id, given_name, surname, date, postcode: '' }), cluster, original }
  }
}

type Plain = {
  id: string
  given_name: string | undefined
  surname: string | undefined
  date: string
  postcode: string | undefined
}

function personOf({ id, given_name = '', surname = '', date, postcode = '' }: Plain): MadePerson {
  return {
    external_id: id,
    given_names: given_name,
    family_name: surname,
    former_family_name: '',
    date_of_birth: date,
    sex: '',
    postcode,
    upn: '',
    school_urn: '',
  }
}
