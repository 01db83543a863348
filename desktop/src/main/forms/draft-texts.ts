import { createHash } from 'node:crypto'
import { FormDefinition, type Page } from '@send/shared/forms/form-definition'
import type Database from 'better-sqlite3'

/** A form without its pages, and the ids of these in their order. */
type FormHead = Omit<FormDefinition, 'pages'> & { pages: string[] }

/** The row of a draft as far as its text goes. */
export type DraftText = { form_id: string; definition: string; digest: string | null }

/**
 * The texts of drafts: the head in the draft's own row, each page in a row of its own, so that a save writes what was
 * changed and not the whole form. Each text has a digest, because SQLite itself does not notice a flipped bit in it.
 */
export type DraftTexts = {
  /** The text for the draft's own row, with its digest. */
  textOf(head: FormHead | FormDefinition): { text: string; digest: string }
  /** Writes the pages of a whole form; answers with the head for the draft's row. */
  writePages(formId: string, definition: FormDefinition): FormHead | FormDefinition
  /** Writes some pages; false when a page of the head is neither among them nor here. */
  writeSome(formId: string, head: FormHead, pages: readonly Page[]): boolean
  /** The form as it was written; undefined when a byte of it is another, or this client cannot read it. */
  read(row: DraftText): FormDefinition | undefined
  forget(formId: string): void
}

type PageRow = { page_id: string; body: string; digest: string }

export function openDraftTexts(database: Database.Database): DraftTexts {
  const select = database.prepare('select page_id, body, digest from draft_pages where form_id = ?')
  const insert =
    database.prepare(`insert into draft_pages (form_id, page_id, body, digest) values (?, ?, ?, ?)
    on conflict (form_id, page_id) do update set body = excluded.body, digest = excluded.digest
    where digest <> excluded.digest`)
  const sweep = database.prepare(
    'delete from draft_pages where form_id = ? and page_id not in (select value from json_each(?))',
  )
  const count = database.prepare('select count(*) as count from draft_pages where form_id = ?')
  const forget = database.prepare('delete from draft_pages where form_id = ?')

  function writeSome(formId: string, head: FormHead, pages: readonly Page[]): boolean {
    for (const page of pages) {
      const body = JSON.stringify(page)
      insert.run(formId, page.id, body, digestOf(body))
    }
    sweep.run(formId, JSON.stringify(head.pages))
    return (count.get(formId) as { count: number }).count === head.pages.length
  }
  return {
    textOf(head) {
      const text = JSON.stringify(head)
      return { text, digest: digestOf(text) }
    },
    writePages(formId, definition) {
      const ids = definition.pages.map(({ id }) => id)
      // A page that stands twice is a problem of the form, and no reason to lose one of the two.
      if (new Set(ids).size < ids.length) return definition
      const head = { ...definition, pages: ids }
      writeSome(formId, head, definition.pages)
      return head
    },
    writeSome,
    read({ form_id: formId, definition: text, digest }) {
      // A draft of the first client has no digest.
      if (digest !== null && digest !== digestOf(text)) return undefined
      const head = parsedOrUndefined(text)
      if (!hasPages(head)) return undefined
      const bodies = new Map((select.all(formId) as PageRow[]).map((row) => [row.page_id, row]))
      const pages = head.pages.map((page) => {
        const row = typeof page === 'string' ? bodies.get(page) : undefined
        return row ? row.digest === digestOf(row.body) && parsedOrUndefined(row.body) : page
      })
      return FormDefinition.safeParse({ ...head, pages }).data
    },
    forget: (formId) => void forget.run(formId),
  }
}

/** The digest of a text in the store. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

function hasPages(value: unknown): value is { pages: unknown[] } {
  return typeof value === 'object' && value !== null && 'pages' in value && Array.isArray(value.pages)
}

/** What a text of the store says; undefined when it says nothing. */
export function parsedOrUndefined(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}
