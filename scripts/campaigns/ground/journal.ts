import { fsyncSync, openSync, readFileSync, writeSync, closeSync } from 'node:fs'
import path from 'node:path'

/** What a sender knows for certain: written before a form is sent and after its receipt was read. */
export type JournalLine =
  | { at: 'sent'; key: string; submissionId: string; answersHash: string; fileHash: string }
  | { at: 'received'; key: string; submissionId: string; reference: string }

export type Journal = { write(line: JournalLine): void; read(): JournalLine[]; close(): void }

/** A journal on the disk; `write` returns only when its line is there, whatever happens next. */
export function openJournal(folder: string): Journal {
  const file = path.join(folder, 'journal.jsonl')
  const handle = openSync(file, 'a', 0o600)
  return {
    write(line) {
      writeSync(handle, `${JSON.stringify(line)}\n`)
      fsyncSync(handle)
    },
    read: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as JournalLine),
    close: () => closeSync(handle),
  }
}
