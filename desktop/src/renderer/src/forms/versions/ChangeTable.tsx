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
  /** The question that all is about: then neither it nor its page is named in every row. */
  about?: string
}

/** What differs, page by page: the part, what became of it, and both sides with the changed words marked. */
export function ChangeTable({ changes, from, to, scopes, label, about }: ChangeTableProps) {
  return (
    <table className={own.compare} aria-label={label}>
      <thead>
        <tr>
          {!about && <th scope="col">{t('compare.part')}</th>}
          <th scope="col">{t('compare.change')}</th>
          <th scope="col">{from}</th>
          <th scope="col">{to}</th>
        </tr>
      </thead>
      <tbody>
        {groupByPage(changes).map(({ key, page, changes: onPage }) => (
          <Fragment key={key}>
            {!about && (
              <tr>
                <th className={own.comparePage} colSpan={4} scope="rowgroup">
                  {page ? t('compare.page', { title: page.name || t('forms.noTitle') }) : t('compare.form')}
                </th>
              </tr>
            )}
            {onPage.map((change, index) => (
              <ChangeRow
                key={`${change.part.id} ${change.kind} ${index}`}
                change={change}
                scopes={scopes}
                about={about}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

type ChangeRowProps = { change: VersionChange; scopes: Scopes; about: string | undefined }

function ChangeRow({ change, scopes, about }: ChangeRowProps) {
  const { word, shape, what, before, after, isText } = sidesOf(change, scopes)
  const diff = isText ? diffWords(before, after) : undefined
  return (
    <tr>
      {!about && (
        <th className={own.comparePart} scope="row">
          <small>{kindInWords(change.part)}</small>
          {change.part.kind === 'form' ? t('compare.form') : change.part.name || t('forms.noWording')}
        </th>
      )}
      <td className={own.compareChange}>
        <StatusMark shape={shape} word={word} />
        {what && <small>{what}</small>}
        {about && change.part.id !== about && <small>{change.part.name || t('forms.noWording')}</small>}
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
