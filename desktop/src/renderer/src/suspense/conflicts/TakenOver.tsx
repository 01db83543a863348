import { unitOf } from '@send/shared/suspense/conflicts/import-units'
import { translator } from '@send/shared/texts/translator'

import { stampInWords, unitInWords, type MatchConflictsData } from './conflict-words.ts'
import classes from './conflicts.module.css'
import { takenInWords } from './family-conflict-words.ts'

const t = translator('en')

/** What came from the child already, with what stood there before and whose stamp it bears. */
export function TakenOver({ match }: { match: MatchConflictsData }) {
  if (match.takenOver.length + match.takenToFamily.length === 0) return null
  return (
    <section>
      <h3 className={classes.part}>{t('importConflicts.takenOver')}</h3>
      <ul className={classes.changes}>
        {match.takenOver.map((value) => {
          const { field, before, imported, at } = value
          const say = (one: string | null) => unitInWords(unitOf(field), { [field]: one })
          const words = { unit: t(`importField.${field}`), before: say(before), after: say(imported) }
          return (
            <li key={`${field} ${at}`}>
              {t('importConflicts.change', words)}
              <span className={classes.remark}>{stampInWords(value, match)}</span>
            </li>
          )
        })}
        {match.takenToFamily.map((taken) => (
          <li key={taken.id}>
            {takenInWords(taken)}
            <span className={classes.remark}>{stampInWords(taken, match)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
