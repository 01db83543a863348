import path from 'node:path'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import type { Campaign } from './campaign.ts'
import { onGround, type Ground } from './ground/ground.ts'
import { importPeopleFile, type Imported } from './ground/import-people-file.ts'
import { writePeopleFile, type Expected } from './ground/people-file.ts'

/** A file of a million lines is read in parts: what grows with it are only the numbers of the people it names. */
const mostMegabytes = 700
/** The whole file is looked at; to take it all in would cost an hour of every run. */
const shareTakenIn = 0.1

export const bigFileCampaign: Campaign = {
  id: 'import.big-file',
  title:
    'of a file of a million people every line is accounted for, also when the command that takes it in is killed in the midst',
  figure: 1_000_000,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const looked = await lookAtWhole(ground, random, rounds)
      const taken = await takeInPart(ground, random, Math.ceil(rounds * shareTakenIn))
      const megabytes = Math.max(looked.megabytes, taken.megabytes)
      const faults = [...looked.faults, ...taken.faults]
      if (megabytes > mostMegabytes) faults.push(`the command had ${megabytes} MB in memory`)
      const facts = { ...looked.facts, ...taken.facts, 'most megabytes': megabytes }
      return { rounds, faults, facts }
    }),
}

type Part = { faults: string[]; facts: Record<string, number>; megabytes: number }

async function lookAtWhole(ground: Ground, random: Random, lines: number): Promise<Part> {
  const file = path.join(ground.folder, 'whole.csv')
  const expected = await writePeopleFile(random, file, lines)
  const { sound, refused } = expected
  const dry = await importPeopleFile(ground, [file, '--dry-run'])
  const wanted = `${lines} lines: ${sound} would be added, 0 are on record already, ${refused.size} refused. Nothing was changed.`
  return {
    faults: [
      ...checkSaid('the dry run', dry, expected),
      ...checkSummary(dry, wanted),
      ...(await checkRecords(ground, 0, 'after the dry run')),
    ],
    facts: { 'lines looked at': lines, 'of them refused': refused.size, 'seconds of the look': dry.seconds },
    megabytes: dry.megabytes,
  }
}

/** Kills the command when a third is on record, and gives it the same file again. */
async function takeInPart(ground: Ground, random: Random, lines: number): Promise<Part> {
  const file = path.join(ground.folder, 'part.csv')
  const expected = await writePeopleFile(random, file, lines)
  const { sound, refused } = expected
  const isTime = async () => (await countPeople(ground)) > sound / 3
  const killed = await importPeopleFile(ground, [file], isTime)
  const before = await countPeople(ground)
  const faults = await checkRecords(ground, before, 'after the kill')
  if (killed.ended || before === sound) faults.push('the kill did not come in the midst')
  const again = await importPeopleFile(ground, [file])
  const wanted = `${lines} lines: ${sound - before} were added, ${before} are on record already, ${refused.size} refused.`
  return {
    faults: [
      ...faults,
      ...checkSaid('the file given again', again, expected),
      ...checkSummary(again, wanted),
      ...(await checkRecords(ground, sound, 'after the file was given again')),
    ],
    facts: {
      'people taken in': sound,
      'of them before the kill': before,
      'seconds of the rest after the kill': again.seconds,
    },
    megabytes: again.megabytes,
  }
}

/** Each line that cannot be taken in is told once, with its reason, and no other. */
function checkSaid(when: string, { ended, refused, doubled }: Imported, expected: Expected): string[] {
  const wrong = [...expected.refused].filter(([line, why]) => refused.get(line) !== why)
  const invented = [...refused.keys()].filter((line) => !expected.refused.has(line))
  const [first] = wrong
  return [
    ...(ended ? [] : [`${when} did not end well`]),
    ...(first
      ? [
          `${when}: of ${wrong.length} lines something else is said; of line ${first[0]} “${refused.get(first[0])}” instead of “${first[1]}”`,
        ]
      : []),
    ...(invented.length > 0
      ? [`${when}: ${invented.length} sound lines are refused, such as ${invented[0]}`]
      : []),
    ...(doubled.length > 0 ? [`${when}: ${doubled.length} lines are refused twice`] : []),
  ]
}

function checkSummary({ summary }: Imported, wanted: string): string[] {
  return summary === wanted ? [] : [`“${summary}” is said instead of “${wanted}”`]
}

async function countPeople({ sql }: Ground): Promise<number> {
  const [row] = await sql<{ people: number }[]>`select count(*)::int as people from people`
  return row?.people ?? 0
}

/** So many people, none twice, each in the trail of just one transaction. */
async function checkRecords({ sql }: Ground, people: number, when: string): Promise<string[]> {
  const [row] = await sql<{ records: number; doubled: number; untold: number; told: number }[]>`
    with told as (
      select person.value as id from audit_events
      cross join lateral jsonb_array_elements_text(details -> 'people') as person
      where action = 'people.import'
    )
    select (select count(*) from people)::int as records,
      (select count(*) - count(distinct external_id) from people)::int as doubled,
      (select count(*) from people left join told on told.id = people.id::text where told.id is null)::int as untold,
      (select count(*) from told)::int as told`
  const wanted = { records: people, doubled: 0, untold: 0, told: people }
  return JSON.stringify(row) === JSON.stringify(wanted)
    ? []
    : [`${when} there are ${JSON.stringify(row)} instead of ${JSON.stringify(wanted)}`]
}
