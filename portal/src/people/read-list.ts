import { mostAddedBytes } from '@send/shared/suspense/added-children'
import type { TextKey } from '@send/shared/texts/translator'

export type ListProblem = { part: 'organisationId' | 'file' | 'pasted'; key: TextKey }
/** A list as it goes to the server: its bytes in base64. */
export type PostedList = { organisationId: string; content: string }
/** Where what is wrong with it is to be mended. */
type GivenBy = 'file' | 'pasted'

/** The chosen file, or else what was pasted; or what must be mended first. */
export async function readList(
  form: FormData,
): Promise<{ list: PostedList; by: GivenBy } | { problem: ListProblem }> {
  const organisationId = textOf(form, 'organisationId')
  if (organisationId === '') return problemWith('organisationId', 'portal.list.schoolNeeded')
  // The page that shows what was read sends it along; the person has seen it.
  const checked = textOf(form, 'content')
  if (checked !== '') return { list: { organisationId, content: checked }, by: 'file' }
  const file = form.get('file')
  const chosen = file instanceof File && file.size > 0 ? file : undefined
  const pasted = textOf(form, 'pasted')
  if (chosen && pasted.trim() !== '') return problemWith('file', 'portal.list.both')
  if (!chosen && pasted.trim() === '') return problemWith('file', 'portal.list.needed')
  const bytes = chosen ? Buffer.from(await chosen.arrayBuffer()) : Buffer.from(pasted, 'utf8')
  const by = chosen ? ('file' as const) : ('pasted' as const)
  if (bytes.length > mostAddedBytes) return problemWith(by, 'portal.list.why.tooLarge')
  return { list: { organisationId, content: bytes.toString('base64') }, by }
}

function problemWith(part: ListProblem['part'], key: TextKey): { problem: ListProblem } {
  return { problem: { part, key } }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
