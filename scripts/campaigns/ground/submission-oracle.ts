import { setTimeout as wait } from 'node:timers/promises'
import { ask } from './ask.ts'
import { canonicalJson } from './canonical-json.ts'
import { checkFiles } from './file-oracle.ts'
import type { Ground } from './ground.ts'
import type { JournalLine } from './journal.ts'
import { downloadFile, type Person } from './person.ts'
import { hashOf } from './sending.ts'

type Stored = {
  id: string
  status: string
  reference: string | null
  child: string | null
  receipts: number
  holds: number
  jobs: number
}

/**
 * Holds the database against what the senders know: everything acknowledged is stored, once, as it was sent, with
 * its file; every received form has one job and one place in suspense. Waits until the jobs are done.
 */
export async function checkSubmissions(
  ground: Ground,
  journal: JournalLine[],
  sender: (submissionId: string) => Person,
): Promise<string[]> {
  const faults: string[] = []
  const undone = await waitForJobs(ground)
  if (undone > 0) faults.push(`${undone} received forms are not in suspense after two minutes`)
  const stored = new Map((await readStored(ground)).map((row) => [row.id, row]))
  for (const row of stored.values()) {
    const sent = row.status !== 'inProgress'
    const expected = sent ? 1 : 0
    for (const part of ['receipts', 'holds', 'jobs'] as const) {
      if (row[part] !== expected) faults.push(`${row.id} (${row.status}) has ${row[part]} ${part}`)
    }
    if (sent !== (row.reference !== null))
      faults.push(`${row.id} is ${row.status}, reference ${row.reference}`)
  }
  for (const line of journal) {
    if (line.at !== 'received') continue
    const row = stored.get(line.submissionId)
    if (row?.reference !== line.reference) faults.push(`${line.reference} was acknowledged and is not stored`)
  }
  const sent = new Map(journal.flatMap((line) => (line.at === 'sent' ? [[line.submissionId, line]] : [])))
  for (const [submissionId, line] of sent) {
    if ((await readAnswersHash(ground, submissionId)) !== line.answersHash)
      faults.push(`${submissionId} holds other answers than were sent`)
    faults.push(...(await checkAttached(ground, sender(submissionId), line)))
  }
  return [...faults, ...(await checkFiles(ground)).faults]
}

/** Waits until every received form hangs on its child; how many do not after two minutes. */
export async function waitForJobs({ sql }: Ground): Promise<number> {
  let waiting = 0
  // A job whose worker died comes back after its heartbeat, the next supervision and the delay of a retry.
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const [row] = await sql<{ number: number }[]>`
      select count(*)::int as number from submissions where status <> 'inProgress' and incoming_child_id is null`
    waiting = row?.number ?? 0
    if (waiting === 0) break
    await wait(200)
  }
  return waiting
}

async function readStored({ sql }: Ground): Promise<Stored[]> {
  return sql<Stored[]>`
    with receipts as (
      select object_id, count(*)::int as number from audit_events
      where action = 'submissions.submit' and outcome = 'done' group by object_id
    ), holds as (
      select details->>'submissionId' as id, count(*)::int as number from audit_events
      where action = 'suspense.hold' group by 1
    ), jobs as (
      select data->>'submissionId' as id, count(*)::int as number from pgboss.job
      where name = 'hold-in-suspense' group by 1
    )
    select s.id, s.status, s.reference, s.incoming_child_id as child,
      coalesce(receipts.number, 0) as receipts, coalesce(holds.number, 0) as holds, coalesce(jobs.number, 0) as jobs
    from submissions s
    left join receipts on receipts.object_id = s.id::text
    left join holds on holds.id = s.id::text
    left join jobs on jobs.id = s.id::text`
}

async function readAnswersHash({ sql }: Ground, submissionId: string): Promise<string> {
  const rows = await sql<{ question_id: string; value: unknown }[]>`
    select question_id, value from answers where submission_id = ${submissionId}`
  return hashOf(canonicalJson(Object.fromEntries(rows.map((row) => [row.question_id, row.value]))))
}

/** The file of a form must be there once, and be given out as it was sent. */
export async function checkAttached(
  { sql, stack }: Ground,
  parent: Person,
  sent: { submissionId: string; fileHash: string },
): Promise<string[]> {
  const files = await sql<{ id: string }[]>`
    select id from submission_files where submission_id = ${sent.submissionId}`
  const [file] = files
  if (!file || files.length > 1) return [`${sent.submissionId} has ${files.length} files instead of one`]
  const bytes = await ask(() => downloadFile(stack, parent, file.id))
  if (bytes.kind !== 'answered') return [`the file of ${sent.submissionId} is not given out`]
  return hashOf(bytes.value) === sent.fileHash
    ? []
    : [`${sent.submissionId} holds another file than was sent`]
}
