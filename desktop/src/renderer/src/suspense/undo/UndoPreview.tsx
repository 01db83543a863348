import { Text } from '@mantine/core'
import { nameOf } from '@send/shared/suspense/describe-undone-match'
import {
  listChanged,
  sayFact,
  sayHolds,
  sayMoment,
  sayNumber,
  sayValue,
} from '@send/shared/suspense/undo-words'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { ExposedForms } from './ExposedForms.tsx'
import { ExposedPortalUsers } from './ExposedPortalUsers.tsx'
import { ExposedStaff } from './ExposedStaff.tsx'
import classes from './undo.module.css'
import type { ChosenAccess } from './useChosenAccess.ts'

const t = translator('en')

type UndoPreviewProps = { preview: RouterOutputs['undoneMatches']['getPreview']; access: ChosenAccess }

/** What will happen, then what was exposed to whom. */
export function UndoPreview({ preview, access }: UndoPreviewProps) {
  const { exposure, personRemoved, personHeldBy } = preview
  const values = listChanged(preview.values)
  const { decision, matchedBy, matchedAt } = exposure
  const [child, person] = [nameOf(exposure.child), nameOf(exposure.person)]
  const parties = { by: matchedBy, child, person, when: sayMoment(matchedAt) }
  return (
    <div className={classes.sections}>
      <div>
        <Text size="sm" fw={600}>
          {decision === 'matched' ? t('undo.matched', parties) : t('undo.addedAsNew', parties)}
        </Text>
        <Text size="sm">{t('undo.waits')}</Text>
        {personRemoved && <Text size="sm">{t('undo.personRemoved', { person })}</Text>}
        {personHeldBy.length > 0 && (
          <Text size="sm">{t('undo.personStays', { person, holds: sayHolds(personHeldBy) })}</Text>
        )}
      </div>
      <ExposedForms exposure={exposure} />
      {values.length > 0 && (
        <section>
          <h3>{t('undo.values')}</h3>
          <ul>
            {values.map((value) => (
              <li key={value.field}>{sayValue(value, 'planned')}</li>
            ))}
          </ul>
        </section>
      )}
      {preview.family.length > 0 && (
        <section>
          <h3>{t('undo.family')}</h3>
          <ul>
            {preview.family.map((fact) => (
              <li key={`${fact.fact} ${fact.objectId}`}>{sayFact(fact, 'planned')}</li>
            ))}
          </ul>
        </section>
      )}
      {preview.numbers.length > 0 && (
        <section>
          <h3>{t('undo.numbers')}</h3>
          <ul>
            {preview.numbers.map((number) => (
              <li key={`${number.schoolName} ${number.externalId}`}>{sayNumber(number, 'planned')}</li>
            ))}
          </ul>
        </section>
      )}
      <ExposedPortalUsers exposure={exposure} choice={{ ...access, personRemoved }} />
      <ExposedStaff exposure={exposure} />
      <Text size="sm">{t('undo.cannotRecall')}</Text>
    </div>
  )
}
