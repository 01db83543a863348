import { access, constants, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '@send/server/clock'
import { openDatabase, type Database } from '@send/server/database/client'
import { importBases } from '@send/server/people/import/import-bases'
import type { ImportOptions, ImportReport } from '@send/server/csv/import-lines'
import { createBoss, createJobs } from '@send/server/jobs/jobs'
import { importPeople } from '@send/server/people/import/import-people'
import { importIncoming } from '@send/server/suspense/import-incoming/import-incoming'
import { matchFile } from '@send/server/suspense/match-file/match-file'

export const importFlags = ['FILE.csv', '[--dry-run]']
export const matchFlags = ['FILE.csv', '--dry-run', '--out DECISIONS.csv']

/** A file to take in; with `dryRun` it is only looked at. */
export type ImportArguments = { file: string; dryRun: boolean }

/** A file to match, and where the decisions go. */
export type MatchArguments = { file: string; out: string }

/** Takes in a file of people, and tells every line that was refused. */
export function importPeopleFile(ownerUrl: string, given: ImportArguments): Promise<void> {
  const run: Run = (database, options) => importPeople(database, systemClock, options)
  return importFile(ownerUrl, given, { run, where: 'on record' })
}

/** Takes in a file of schools and other bases, likewise. */
export function importBasesFile(ownerUrl: string, given: ImportArguments): Promise<void> {
  const run: Run = (database, options) => importBases(database, systemClock, options)
  return importFile(ownerUrl, given, { run, where: 'on record' })
}

/** Takes the children of a school’s file into suspense, and tells every line that was flagged. */
export async function importIncomingFile(ownerUrl: string, given: ImportArguments): Promise<void> {
  const boss = createBoss(ownerUrl, { supervise: false })
  await boss.start()
  try {
    const jobs = createJobs(boss)
    const run: Run = (database, options) => importIncoming({ database, clock: systemClock, jobs }, options)
    await importFile(ownerUrl, given, { run, where: 'in suspense' })
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** Matches a file of incoming children without changing anything, and writes the decisions. */
export async function matchIncomingFile(ownerUrl: string, { file, out }: MatchArguments): Promise<void> {
  const { people, lines, automatic, officer, unmatched } = await withDatabase(ownerUrl, (database) =>
    matchFile(database, { file, out }),
  )
  console.log(`${lines} incoming children against ${people} people on record, written to ${out}:
${automatic} would be matched automatically, ${officer} go to an officer, ${unmatched} match nobody. Nothing was changed.`)
}

/** Reads what follows the name of an import; throws how to say it, or that the file cannot be read. */
export async function readImportArguments(name: string, words: string[]): Promise<ImportArguments> {
  const { file, dryRun, out } = readArguments(words)
  if (file === undefined || out !== undefined)
    throw new Error(`npm run send -- ${name} ${importFlags.join(' ')}`)
  await requireFile(file)
  return { file, dryRun }
}

/** Reads what follows `incoming match`; throws how to say it, or which of the files will not do. */
export async function readMatchArguments(words: string[]): Promise<MatchArguments> {
  const { file, dryRun, out } = readArguments(words)
  if (file === undefined || !dryRun || out === undefined)
    throw new Error(`npm run send -- incoming match ${matchFlags.join(' ')}`)
  await requireFile(file)
  await access(path.dirname(out), constants.W_OK).catch((cause: unknown) => {
    throw new Error(`${out} cannot be written. Choose a folder that is there and that you may write to.`, {
      cause,
    })
  })
  return { file, out }
}

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new Error(`There is no file ${file}. Look at how its name is written.`)
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw new Error(`The file ${file} cannot be read. Ask whoever owns it to let you.`, { cause })
  })
}

type Run = (database: Database, options: ImportOptions) => Promise<ImportReport>

async function importFile(
  ownerUrl: string,
  { file, dryRun }: ImportArguments,
  { run, where }: { run: Run; where: string },
): Promise<void> {
  const say = (line: number, sentence: string) => console.log(`line ${line}: ${sentence}`)
  const { lines, added, known, corrected, refused, notes } = await withDatabase(ownerUrl, (database) =>
    run(database, { file, dryRun, say }),
  )
  for (const [note, count] of notes) console.log(count > 0 ? `${count} lines: ${note}` : note)
  const [would, may, nothing] = dryRun
    ? ['would be added', 'would be brought up to date', ' Nothing was changed.']
    : ['were added', 'were brought up to date', '']
  const changed = corrected > 0 ? ` ${corrected} ${may},` : ''
  console.log(
    `${lines} lines: ${added} ${would},${changed} ${known} are ${where} already, ${refused} refused.${nothing}`,
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
