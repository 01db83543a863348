import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { toRows } from '../million/weigh.ts'
import type { Row, Sides } from '../row.ts'
import type { Stage } from '../stage.ts'

const script = path.join(import.meta.dirname, '../million/match-in-process.ts')
const few = 1000

export const matchingMemoryRow: Row = {
  id: 'matching.memory',
  what: 'Memory that a process of the server takes more while it matches 10,000 children among 1,000,000 people, at the highest, beside that for 1,000',
  compare: 'alone',
  unit: 'MB',
  sideUnit: 'MB',
  goal: { at: 'most', value: 100 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const { stack, incoming } = await stage.register()
  const file = path.join(stage.folder, 'incoming.json')
  await writeFile(file, JSON.stringify(toRows(incoming)))
  const measure = async (count: number) => {
    const environment = { ...process.env, DATABASE_URL: stack.appUrl }
    const { stdout } = await promisify(execFile)(process.execPath, [script, file, String(count)], {
      env: environment,
    })
    return Number(stdout)
  }
  return { ours: () => measure(incoming.length), peer: () => measure(few) }
}
