import type { ChangedPart, VersionChange } from '@send/shared/forms/versions/version-change'

type OfPage = { key: string; page: ChangedPart['page']; changes: VersionChange[] }

/** Changes by the page on which they are, those of the form as a whole first; the order within a page stays. */
export function groupByPage(changes: readonly VersionChange[]): OfPage[] {
  const pages = new Map<string, OfPage>()
  for (const change of changes) {
    const { page } = change.part
    const key = page?.id ?? 'form'
    const known = pages.get(key) ?? { key, page, changes: [] }
    pages.set(key, known)
    known.changes.push(change)
  }
  return [...pages.values()].toSorted((a, b) => Number(a.page !== null) - Number(b.page !== null))
}
