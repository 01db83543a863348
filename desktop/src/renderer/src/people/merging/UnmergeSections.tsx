import { listUnmerge } from '@send/shared/suspense/merging/describe-unmerge'
import type { UnmergeAccount } from '@send/shared/suspense/merging/merged-records'

type UnmergeSectionsProps = { account: UnmergeAccount; tense: 'planned' | 'done' }

/** What an unmerge gives back, what stays, and what was exposed to whom. */
export function UnmergeSections({ account, tense }: UnmergeSectionsProps) {
  return listUnmerge(account, tense).map(({ title, lines }) => (
    <section key={title}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line, place) => (
          // Two involvements may be called the same.
          // eslint-disable-next-line react/no-array-index-key
          <li key={place}>{line}</li>
        ))}
      </ul>
    </section>
  ))
}
