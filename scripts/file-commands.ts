import path from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '@send/server/clock'
import { openDatabase, type Database } from '@send/server/database/client'
import { importBases } from '@send/server/people/import/import-bases'
import { importPeople } from '@send/server/people/import/import-people'
import { matchFile } from '@send/server/suspense/match-file/match-file'

export const importFlags = ['FILE.csv', '[--dry-run]']
export const matchFlags = ['FILE.csv', '--dry-run', '--out DECISIONS.csv']

type Import = typeof importPeople

/** Takes in a file of people, and tells every line that was refused. */
export function importPeopleFile(ownerUrl: string, words: string[]): Promise<void> {
  return importFile(ownerUrl, words, { name: 'people', run: importPeople })
}

/** Takes in a file of schools and other bases, likewise. */
export function importBasesFile(ownerUrl: string, words: string[]): Promise<void> {
  return importFile(ownerUrl, words, { name: 'bases', run: importBases })
}

/** Matches a file of incoming children without changing anything, and writes the decisions. */
export async function matchIncomingFile(ownerUrl: string, words: string[]): Promise<void> {
  const { file, out } = readMatchArguments(words)
  const { people, lines, automatic, officer, unmatched } = await withDatabase(ownerUrl, (database) =>
    matchFile(database, { file, out }),
  )
  console.log(`${lines} incoming children against ${people} people on record, written to ${out}:
${automatic} would be matched automatically, ${officer} go to an officer, ${unmatched} match nobody. Nothing was changed.`)
}

/** Reads what follows `incoming match`; throws how to say it. */
export function readMatchArguments(words: string[]): { file: string; out: string } {
  const { file, dryRun, out } = readArguments(words)
  if (file === undefined || !dryRun || out === undefined)
    throw new Error(`npm run send -- incoming match ${matchFlags.join(' ')}`)
  return { file, out }
}

async function importFile(
  ownerUrl: string,
  words: string[],
  { name, run }: { name: string; run: Import },
): Promise<void> {
  const { file, dryRun, out } = readArguments(words)
  if (file === undefined || out !== undefined)
    throw new Error(`npm run send -- ${name} import ${importFlags.join(' ')}`)
  const say = (line: number, sentence: string) => console.log(`line ${line}: ${sentence}`)
  const { lines, added, known, refused, notes } = await withDatabase(ownerUrl, (database) =>
    run(database, systemClock, { file, dryRun, say }),
  )
  for (const [note, count] of notes) console.log(count > 0 ? `${count} lines: ${note}` : note)
  const [would, nothing] = dryRun ? ['would be added', ' Nothing was changed.'] : ['were added', '']
  console.log(
    `${lines} lines: ${added} ${would}, ${known} are on record already, ${refused} refused.${nothing}`,
  )
}

type Arguments = { file: string | undefined; dryRun: boolean; out: string | undefined }

function readArguments(words: string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, out: { type: 'string' } },
    })
    const [file, ...more] = positionals
    const { 'dry-run': dryRun, out } = values
    return { file: more.length > 0 ? undefined : resolve(file), dryRun, out: resolve(out) }
  } catch {
    return { file: undefined, dryRun: false, out: undefined }
  }
}

/** A file as whoever typed it means it: npm runs every script in the project’s folder. */
function resolve(file: string | undefined): string | undefined {
  return file === undefined ? undefined : path.resolve(process.env.INIT_CWD ?? '.', file)
}

async function withDatabase<T>(ownerUrl: string, work: (database: Database) => Promise<T>): Promise<T> {
  const { database, close } = openDatabase(ownerUrl, { connections: 1 })
  try {
    return await work(database)
  } finally {
    await close()
  }
}
