import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'drizzle-orm'
import { personColumns, readTold, type PersonColumn } from '@send/shared/people/person-columns'
import { createMatcher, type Matcher } from '@send/shared/suspense/matching/match-children'
import { readUrn } from '@send/shared/suspense/matching/external-id'
import type { Told } from '@send/shared/suspense/matching/match-record'
import { openCsv, type CsvRecord } from '../../csv/read-csv.ts'
import { inTransactionAs, type Database } from '../../database/client.ts'
import { readMatchingRules, type MatchingRules } from '../conflicts/read-matching-rules.ts'
import { loadPeople, type KnownPerson } from './load-people.ts'
import { sampleEvenly } from '../sample-evenly.ts'
import { decisionColumns, writeDecisions } from './write-decisions.ts'
import { writeCsvLine } from '@send/shared/values/csv'

export type MatchReport = {
  people: number
  lines: number
  automatic: number
  officer: number
  unmatched: number
}

/** Incoming children from whom the shares of agreement are estimated. */
const sampled = 2000

/**
 * Matches a file of incoming children against everybody on record and writes the best candidates of each to `out`.
 * The database is only read, and so that it cannot be otherwise in a transaction that may only read. The file is
 * read twice: for a sample, from which m is estimated, and to match. A line that names its school is under the rules of that school.
 */
export async function matchFile(
  database: Database,
  { file, out }: { file: string; out: string },
): Promise<MatchReport> {
  const { known, rules } = await inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    await tx.execute(sql`set transaction read only`)
    return { known: await loadPeople(tx), rules: await readMatchingRules(tx) }
  })
  const sample = await sampleEvenly(readLines(file), sampled, ({ values }) => readTold(values))
  const matcher = createMatcher(
    known.map(({ told }) => told),
    sample,
    new Set(known.flatMap(({ isInactive }, place) => (isInactive ? [place] : []))),
  )
  const report: MatchReport = { people: known.length, lines: 0, automatic: 0, officer: 0, unmatched: 0 }
  const lines = decideLines(file, { known, rules, matcher, report })
  try {
    await pipeline(Readable.from(lines), createWriteStream(`${out}.new`, { mode: 0o600 }))
    await rename(`${out}.new`, out)
  } finally {
    await rm(`${out}.new`, { force: true })
  }
  return report
}

async function* readLines(file: string): AsyncGenerator<CsvRecord<PersonColumn>> {
  yield* (await openCsv(file, personColumns, [])).records
}

type Matching = { known: KnownPerson[]; rules: MatchingRules; matcher: Matcher; report: MatchReport }

async function* decideLines(
  file: string,
  { known, rules, matcher, report }: Matching,
): AsyncGenerator<string> {
  yield writeCsvLine(decisionColumns)
  const earlier = new Map<string, number>()
  for await (const { line, values, problem } of readLines(file)) {
    const told: Told = readTold(values)
    const scope = readUrn(values.school_urn) ?? 'default'
    const candidates = matcher.match(told, rules.inForce(scope))
    report.lines += 1
    const [best] = candidates
    if (!best || best.decision === 'unlikely') report.unmatched += 1
    else report[best.decision] += 1
    const id = values.external_id
    const names = candidates.map(({ place }) => known[place]?.name ?? '')
    const repeats = id === '' ? undefined : earlier.get(id)
    yield writeDecisions({ line, told, problem, repeats, candidates, names })
    if (id !== '' && repeats === undefined) earlier.set(id, line)
  }
}
