import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '@send/shared/values/seeded-random'
import type { Ground } from './ground.ts'
import { importSchoolFile } from './import-school-file.ts'
import { writeSchoolFile } from './school-file.ts'

/** Puts so many children of a school’s file into suspense, and waits until they are weighed; gives their ids. */
export async function addSchoolChildren(ground: Ground, random: Random, count: number): Promise<string[]> {
  const file = path.join(ground.folder, 'school.csv')
  await writeFile(file, writeSchoolFile(random, 'F1', count))
  if (!(await importSchoolFile(ground, file))) throw new Error('The file of the school was not taken in')
  await waitUntilWeighed(ground)
  const rows = await ground.sql<{ id: string }[]>`select id from incoming_children order by id`
  if (rows.length !== count) throw new Error(`${rows.length} children are in suspense instead of ${count}`)
  return rows.map(({ id }) => id)
}

async function waitUntilWeighed({ sql }: Ground): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const [row] = await sql`select from incoming_children where scored_at is null limit 1`
    if (!row) return
    await wait(200)
  }
  throw new Error('Children are not weighed after two minutes')
}
