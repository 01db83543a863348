import { mostSteps } from '@send/shared/forms/edit-history'
import { FormDefinition, mostPages, Page } from '@send/shared/forms/form-definition'
import type Database from 'better-sqlite3'
import { z } from 'zod'

import { digestOf, parsedOrUndefined } from './draft-texts.ts'

/** The number that the window gave a page as it stands in one or more states. */
const PageNumber = z.int().min(1)
const Place = z.int().min(0)

/** A state of a form, with the numbers of its pages instead of the pages. */
const Head = FormDefinition.omit({ pages: true }).extend({ pages: z.array(PageNumber).max(mostPages) })

/** What changed in the states of a form since the last save; those before `first` and behind `last` are gone. */
export const HistoryChanges = z.strictObject({
  first: Place,
  present: Place,
  last: Place,
  states: z.array(z.strictObject({ number: Place, head: Head })).max(mostSteps * 2 + 1),
  pages: z.array(z.strictObject({ number: PageNumber, page: Page })),
})
export type HistoryChanges = z.infer<typeof HistoryChanges>

/** All that is kept of the states of a form, without a gap. */
export type KeptHistory = HistoryChanges

export type DraftHistory = {
  /** Writes what changed; within the transaction of the save that it belongs to. */
  write(formId: string, changes: HistoryChanges): void
  /** The states around the present one that can be read; undefined when that one cannot. */
  read(formId: string): KeptHistory | undefined
  forget(formId: string): void
  /** Clears away the histories of drafts that are gone. */
  sweep(): void
}

/** How much the pages of one history take in the store; beyond it the oldest states are given up. */
const mostBytes = 16 * 1024 * 1024

type Row = { number: number; body: string; digest: string }

/** Opens the histories of drafts: each save adds what was typed, whatever the length of the form or the history. */
export function openDraftHistory(database: Database.Database): DraftHistory {
  const tables = ['draft_history', 'draft_history_pages', 'draft_history_present']
  const trim = database.prepare('delete from draft_history where form_id = ? and (number < ? or number > ?)')
  const writeState = database.prepare(`insert into draft_history (form_id, number, head, digest)
    values (?, ?, ?, ?) on conflict (form_id, number) do update set head = excluded.head, digest = excluded.digest`)
  const writePage = database.prepare(`insert into draft_history_pages (form_id, page, body, digest, bytes)
    values (?, ?, ?, ?, ?) on conflict (form_id, page) do update
    set body = excluded.body, digest = excluded.digest, bytes = excluded.bytes`)
  const setPresent = database.prepare(`insert into draft_history_present (form_id, number) values (?, ?)
    on conflict (form_id) do update set number = excluded.number`)
  const selectStates = database.prepare(
    'select number, head as body, digest from draft_history where form_id = ? order by number',
  )
  const selectPages = database.prepare(
    'select page as number, body, digest from draft_history_pages where form_id = ?',
  )
  const selectPresent = database.prepare('select number from draft_history_present where form_id = ?')
  const sumBytes = database.prepare(
    'select coalesce(sum(bytes), 0) as bytes from draft_history_pages where form_id = ?',
  )
  const dropOlder = database.prepare(`delete from draft_history where form_id = ? and number < (
    select (min(number) + ?) / 2 from draft_history where form_id = ?)`)
  const dropUnused = database.prepare(`delete from draft_history_pages where form_id = ? and page not in (
    select value from draft_history, json_each(draft_history.head, '$.pages') where form_id = ?)`)
  const forgets = tables.map((table) => database.prepare(`delete from ${table} where form_id = ?`))

  /** Gives up the older half of what can be undone, so that it is seldom done and stays cheap. */
  function keepBounded(formId: string, present: number): void {
    if ((sumBytes.get(formId) as { bytes: number }).bytes <= mostBytes) return
    dropOlder.run(formId, present, formId)
    dropUnused.run(formId, formId)
  }
  function forget(formId: string): void {
    for (const statement of forgets) statement.run(formId)
  }
  return {
    write(formId, { first, present, last, states, pages }) {
      trim.run(formId, first, last)
      for (const { number, head } of states) {
        const text = JSON.stringify(head)
        writeState.run(formId, number, text, digestOf(text))
      }
      for (const { number, page } of pages) {
        const body = JSON.stringify(page)
        writePage.run(formId, number, body, digestOf(body), body.length)
      }
      setPresent.run(formId, present)
      if (pages.length > 0) keepBounded(formId, present)
    },
    read(formId) {
      const at = (selectPresent.get(formId) as { number: number } | undefined)?.number
      if (at === undefined) return undefined
      dropUnused.run(formId, formId)
      const pages = readRows(selectPages.all(formId) as Row[], Page)
      const states = readRows(selectStates.all(formId) as Row[], Head)
      const isWhole = (number: number) => states.get(number)?.pages.every((page) => pages.has(page)) ?? false
      if (!isWhole(at)) {
        forget(formId)
        return undefined
      }
      let [first, last] = [at, at]
      while (isWhole(first - 1)) first -= 1
      while (isWhole(last + 1)) last += 1
      return {
        first,
        present: at,
        last,
        states: [...states].flatMap(([number, head]) =>
          number >= first && number <= last ? [{ number, head }] : [],
        ),
        pages: [...pages].map(([number, page]) => ({ number, page })),
      }
    },
    forget,
    sweep() {
      for (const table of tables)
        database.exec(`delete from ${table} where form_id not in (select form_id from drafts)`)
    },
  }
}

/** The rows that say what they were written to say. */
function readRows<Value>(rows: readonly Row[], model: z.ZodType<Value>): Map<number, Value> {
  return new Map(
    rows.flatMap(({ number, body, digest }): [number, Value][] => {
      const read = digest === digestOf(body) ? model.safeParse(parsedOrUndefined(body)) : undefined
      return read?.success ? [[number, read.data]] : []
    }),
  )
}
