import { z } from 'zod'
import { readPage } from '@send/shared/forms/answers'
import { findPage } from '@send/shared/forms/form-definition'
import type { ServerApi } from '../api.ts'
import { askForm } from '../submissions/mine.ts'
import { placeOf } from '../submissions/form-place.ts'
import { saveAt } from '../submissions/save-at.ts'
import { readWindow } from '../submissions/autosave/window-fields.ts'
import type { Kept } from '../submissions/kept.ts'

/** The longest name is that of a part of a question in a group within a group. */
const fields = z.record(z.string().max(300), z.string())
/** A page of a form: saved as soon as whoever typed has signed in again. */
const KeptAnswers = z.strictObject({ submissionId: z.uuid(), pageId: z.string().max(40), fields })
type KeptAnswers = z.infer<typeof KeptAnswers>
/** What was told us of a child: nothing of it is anybody's until it is sent, so the person looks at it again. */
const KeptClaim = z.strictObject({ page: z.literal('tellUs'), fields })
/** A list of children, of which nothing was added: it is checked again. */
const KeptList = z.strictObject({
  page: z.literal('addSeveral'),
  fields: z.strictObject({ organisationId: z.uuid(), content: z.base64() }),
})

/** What somebody had typed into a page when the session ended, as it was posted. */
export const KeptForm = z.union([KeptAnswers, KeptClaim, KeptList])
export type KeptForm = z.infer<typeof KeptForm>

/** Reads a kept form that came back with the sign-in form; anything else is nothing kept. */
function parseKeptForm(text: string | undefined): KeptForm | undefined {
  if (!text) return undefined
  try {
    return KeptForm.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The kept form of a step of signing in, with the page to which it belongs. */
export function findKept(posted: { kept: string; returnTo: string }): Kept | undefined {
  const form = parseKeptForm(posted.kept)
  return form ? { form, returnTo: posted.returnTo } : undefined
}

/**
 * Saves what was kept, as the person who has now signed in. The server decides whether the form is theirs;
 * where it is not, is sent already, cannot be kept as it is or was changed in another window, false comes back.
 */
export async function saveKeptForm(api: ServerApi, kept: KeptAnswers, returnTo: string): Promise<boolean> {
  try {
    const place = placeOf(returnTo, kept.submissionId)
    const { whole } = await askForm(api, place)
    const page = findPage(whole, kept.pageId)
    if (!page) return false
    const answers = readPage(page, (name) => kept.fields[name] ?? '')
    const window = readWindow(kept.fields)
    const { conflicts } = await saveAt(api, place, { pageId: page.id, answers, window })
    return conflicts.length === 0
  } catch {
    return false
  }
}
