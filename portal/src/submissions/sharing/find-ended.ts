import { readPage } from '@send/shared/forms/answers'
import type { Answers } from '@send/shared/forms/answers'
import { translator } from '@send/shared/texts/translator'
import { data } from 'react-router'
import { refusalId, serverApi } from '../../api.ts'
import type { ServerOutputs } from '../../api.ts'
import type { Visitor } from '../../visitor.ts'
import type { FormPlace } from '../form-place.ts'

export type Ended = ServerOutputs['sharedForms']['findEnded']

/** Why a helper can do on a page no longer what they could; whoever never was one does not find it. */
export async function findEnded(
  visitor: Visitor,
  { submissionId }: FormPlace,
  pageId: string,
): Promise<Ended> {
  const asked = serverApi(visitor).sharedForms.findEnded.query({ submissionId, pageId })
  return asked.catch((error: unknown) => {
    throw data(null, { status: refusalId(error) === 'unavailable' ? 503 : 404 })
  })
}

/** What was typed on a page that is closed now, as far as its questions are known. */
export function readEnded({ page }: Ended, fields: Record<string, string>): Answers {
  return page ? readPage(page, (name) => fields[name] ?? '') : {}
}

/** Why what is typed on a page is not saved any more, in a sentence. */
export async function endedSentence(
  visitor: Visitor,
  { place, pageId }: { place: FormPlace; pageId: string },
): Promise<string> {
  const t = translator(visitor.language)
  try {
    const { why, ownerName } = await findEnded(visitor, place, pageId)
    return t('portal.shared.ended.copy', { why: t(`portal.shared.ended.${why}`, { name: ownerName }) })
  } catch {
    return t('portal.autosave.gone')
  }
}
