import { translator } from '@send/shared/texts/translator'
import { Fragment } from 'react'

import type { RouterOutputs } from '../../api.ts'
import { bitsInWords } from '../suspense-words.ts'
import classes from './matching.module.css'
import { shareInWords } from './matching-words.ts'

const t = translator('en')

type Figures = NonNullable<RouterOutputs['matchingModels']['compare']['comparison']>['figures']
type FiguresTableProps = { figures: Figures; older: number; newer: number }

/** Every level of every field with the shares and the bits of both models. */
export function FiguresTable({ figures, older, newer }: FiguresTableProps) {
  const parts = ['m', 'u', 'bits'] as const
  return (
    <table className={classes.table}>
      <caption>{t('matching.figuresTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('matching.level')}</th>
          {parts.map((part) => (
            <Fragment key={part}>
              {[older, newer].map((version) => (
                <th key={version} scope="col" className={classes.number}>
                  {t(`matching.figure.${part}`, { version })}
                </th>
              ))}
            </Fragment>
          ))}
        </tr>
      </thead>
      {figures.map(({ field, name, levels }) => (
        <tbody key={field}>
          <tr>
            <th scope="rowgroup" colSpan={7} className={classes.group}>
              {name}
            </th>
          </tr>
          {levels.map((level) => (
            <tr key={level.words}>
              <th scope="row">{level.words}</th>
              {parts.map((part) => (
                <Fragment key={part}>
                  {(['older', 'newer'] as const).map((which) => (
                    <td key={which} className={classes.number}>
                      {figureInWords(part, level[which])}
                    </td>
                  ))}
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function figureInWords(
  part: 'm' | 'u' | 'bits',
  figures: Figures[number]['levels'][number]['older'],
): string {
  if (!figures) return '—'
  return part === 'bits' ? bitsInWords(figures.bits) : shareInWords(figures[part])
}
