import { VisuallyHidden } from '@mantine/core'
import { diffWords, type Stretch } from '@send/shared/forms/versions/diff-words'
import type { ChangedPart, VersionChange } from '@send/shared/forms/versions/version-change'
import { translator } from '@send/shared/texts/translator'
import { Fragment } from 'react'

import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import own from './versions.module.css'
import { sidesOf, type Scopes } from './change-sides.ts'
import { groupByPage } from './group-by-page.ts'

const t = translator('en')

type ChangeTableProps = {
  changes: readonly VersionChange[]
  /** The headings of the two sides. */
  from: string
  to: string
  scopes: Scopes
  label?: string
  /** Without the rows that name the page, where all is about one question. */
  ungrouped?: boolean
}

/** What differs, page by page: the part, what became of it, and both sides with the changed words marked. */
export function ChangeTable({ changes, from, to, scopes, label, ungrouped }: ChangeTableProps) {
  return (
    <table className={own.compare} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('compare.part')}</th>
          <th scope="col">{t('compare.change')}</th>
          <th scope="col">{from}</th>
          <th scope="col">{to}</th>
        </tr>
      </thead>
      <tbody>
        {groupByPage(changes).map(({ key, page, changes: onPage }) => (
          <Fragment key={key}>
            {!ungrouped && (
              <tr>
                <th className={own.comparePage} colSpan={4} scope="rowgroup">
                  {page ? t('compare.page', { title: page.name || t('forms.noTitle') }) : t('compare.form')}
                </th>
              </tr>
            )}
            {onPage.map((change, index) => (
              <ChangeRow key={`${change.part.id} ${change.kind} ${index}`} change={change} scopes={scopes} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function ChangeRow({ change, scopes }: { change: VersionChange; scopes: Scopes }) {
  const { word, shape, what, before, after, isText } = sidesOf(change, scopes)
  const diff = isText ? diffWords(before, after) : undefined
  return (
    <tr>
      <th className={own.comparePart} scope="row">
        <small>{kindInWords(change.part)}</small>
        {change.part.kind === 'form' ? t('compare.form') : change.part.name || t('forms.noWording')}
      </th>
      <td className={own.compareChange}>
        <StatusMark shape={shape} word={word} />
        {what && <small>{what}</small>}
      </td>
      <td className={own.lines}>
        {diff ? <Marked stretches={diff.before} as="del" said={t('compare.removedWords')} /> : before}
      </td>
      <td className={own.lines}>
        {diff ? <Marked stretches={diff.after} as="ins" said={t('compare.addedWords')} /> : after}
      </td>
    </tr>
  )
}

function Marked({ stretches, as: Mark, said }: { stretches: Stretch[]; as: 'del' | 'ins'; said: string }) {
  if (stretches.length === 0) return t('compare.notThere')
  return stretches.map(({ words, changed }, index) =>
    changed ? (
      <Mark key={`${index} ${words}`}>
        <VisuallyHidden>{said} </VisuallyHidden>
        {words}
      </Mark>
    ) : (
      <span key={`${index} ${words}`}>{words}</span>
    ),
  )
}

function kindInWords({ kind, question }: ChangedPart): string {
  return kind === 'option'
    ? t('compare.kind.option', { question: question?.name || t('forms.noWording') })
    : t(`compare.kind.${kind}`)
}
