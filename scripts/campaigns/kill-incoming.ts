import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createRandom } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'
import { createAim } from './ground/aim.ts'
import { onGround, type Ground } from './ground/ground.ts'
import { importSchoolFile } from './ground/import-school-file.ts'
import { writeSchoolFile } from './ground/school-file.ts'

/** Several times what is taken in together, so that a kill leaves a file in the middle. */
const lines = 5000
/** A file takes about so many times as long as the requests that an aim is made for. */
const filePerRequest = 20

export const killIncomingCampaign: Campaign = {
  id: 'kill.incoming',
  title:
    'no line of a school’s file is lost, doubled or taken in without its trail when the command that takes it in is killed and given again',
  figure: 100,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const aim = createAim(random)
      const tally = createTally()
      const faults: string[] = []
      let [files, file] = [0, '']
      for (let round = 0; round < rounds; round += 1) {
        if (file === '') {
          files += 1
          file = path.join(ground.folder, `school-${files}.csv`)
          await writeFile(file, writeSchoolFile(random, `F${files}`, lines))
        }
        const before = await countLines(ground, files)
        const ended = await importSchoolFile(ground, file, aim.choose() * filePerRequest)
        faults.push(...(await checkLines(ground)))
        const after = await countLines(ground, files)
        const midst = !ended && after > before && after < lines
        tally.add(ended ? 'commands that ended before the kill' : 'commands killed')
        if (midst) tally.add('kills in the midst of a file')
        // Too late draws the next kill in, too early reaches out.
        aim.learn(after - before, ended || after === lines ? after - before : lines)
        if (after < before) faults.push(`of ${before} lines ${after} are left`)
        if (after === lines) file = ''
      }
      if (file !== '' && !(await importSchoolFile(ground, file)))
        faults.push('a file that was given again and not killed was not taken in')
      faults.push(...(await checkLines(ground)))
      for (let number = 1; number <= files; number += 1) {
        const there = await countLines(ground, number)
        if (there !== lines) faults.push(`of the ${lines} lines of file ${number} ${there} are there`)
        tally.add('lines taken in', there)
      }
      if (!tally.facts['kills in the midst of a file']) faults.push('no kill came in the midst of a file')
      return { rounds, faults, facts: tally.facts }
    }),
}

async function countLines({ sql }: Ground, file: number): Promise<number> {
  const [row] = await sql<{ lines: number }[]>`
    select count(*)::int as lines from incoming_children where external_id like ${`F${file}-%`}`
  return row?.lines ?? 0
}

/** Nothing doubled, and each child in the trail of just one transaction; one sentence for each that is not. */
async function checkLines({ sql }: Ground): Promise<string[]> {
  const [row] = await sql<{ doubled: number; untold: number; toldOnly: number; toldTwice: number }[]>`
    with told as (
      select child.value as id from audit_events
      cross join lateral jsonb_array_elements_text(details -> 'children') as child
      where action = 'suspense.import'
    ), lines as (select id::text, external_id from incoming_children where source = 'school')
    select (select count(*) - count(distinct external_id) from lines)::int as doubled,
      (select count(*) from lines where id not in (select id from told))::int as untold,
      (select count(*) from told where id not in (select id from lines))::int as "toldOnly",
      (select count(*) - count(distinct id) from told)::int as "toldTwice"`
  return Object.entries(row ?? {}).flatMap(([what, count]) => (count > 0 ? [`${what}: ${count} lines`] : []))
}
