import { namesOf, sayReaching, saySeeing } from '@send/shared/suspense/merging/describe-unmerge'
import { opensAnything } from '@send/shared/suspense/merging/merged-records'
import { translator } from '@send/shared/texts/translator'

import type { MergePreview } from './useMerge.ts'

const t = translator('en')

/** Who outside the authority would see through the merge what they cannot see now. */
export function WhoSeesMore({ preview }: { preview: MergePreview }) {
  const { newSight } = preview
  const names = namesOf(preview)
  return (
    <section>
      <h3>{t('merge.sight')}</h3>
      {!opensAnything(newSight) && <p>{t('merge.noSight')}</p>}
      <ul>
        {newSight.portalUsers.map((user) => (
          <li key={`${user.userId} ${user.hasAccessTo}`}>{saySeeing(user, names)}</li>
        ))}
        {sayReaching(newSight, names).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{t('merge.staff')}</p>
    </section>
  )
}
