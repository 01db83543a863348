import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { fullName } from '../suspense-words.ts'
import classes from './background.module.css'

const t = translator('en')

type Background = RouterOutputs['suspense']['getBackground']
type Relative = NonNullable<Background['household']>[number]

/**
 * Who else belongs to a candidate or lives there: a twin or a brother is seen before anything is decided. Its line is there
 * before it is loaded, so that nothing below jumps where there is nobody.
 */
export function FamilyList({ background }: { background: Background | undefined }) {
  const { household, householdCount = 0, isTwinThere } = background ?? {}
  return (
    <section
      className={classes.family}
      aria-label={t('suspense.family.title')}
      data-twin={isTwinThere || undefined}
    >
      <h3>{t('suspense.family.title')}</h3>
      {background && householdCount === 0 && t('suspense.family.nobody')}
      {householdCount > 0 && household === null && (
        <>
          {t('suspense.family.hidden', { count: householdCount })}{' '}
          {isTwinThere && <StatusMark shape="warning" word={t('suspense.family.twin')} />}
        </>
      )}
      {household && household.length > 0 && (
        <ul className={classes.people}>
          {household.map((relative) => (
            <li key={relative.personId}>
              <PersonThere relative={relative} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function PersonThere({ relative }: { relative: Relative }) {
  const { kin, livesAt, isBornSameDay } = relative
  const ties = [
    kin && t(`suspense.family.kin.${kin}`),
    livesAt && t(`suspense.family.lives.${livesAt}`),
  ].filter(Boolean)
  return (
    <>
      <strong>
        {t('suspense.family.person', { name: fullName(relative), born: dateInWords(relative.dateOfBirth) })}
      </strong>
      {isBornSameDay && <StatusMark shape="warning" word={t('suspense.family.twin')} />}
      {ties.length > 0 && <span>{ties.join(', ')}</span>}
    </>
  )
}
