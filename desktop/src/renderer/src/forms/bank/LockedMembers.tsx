import { translator } from '@send/shared/texts/translator'

import classes from './bank.module.css'
import { DetachButton, type DetachProps } from './DetachButton.tsx'

const t = translator('en')

/** Below the questions of a group from the bank: why their conditions and rules are locked, and the way to change them here. */
export function LockedMembers({ question, onChange }: DetachProps) {
  return (
    <section className={`${classes.strip} ${classes.below}`} aria-label={t('bank.lockedMembers')}>
      <p>
        <strong>{t('bank.lockedMembers')}</strong>
      </p>
      <p>{t('bank.lockedMembersHint')}</p>
      <div className={classes.choices}>
        <DetachButton
          question={question}
          onChange={(detached) => {
            onChange(detached)
            // The button is gone with what it explained; the boxes that it freed are drawn once this event is over.
            setTimeout(() =>
              document.querySelector<HTMLElement>('[data-member] :is(input, textarea)')?.focus(),
            )
          }}
        />
      </div>
    </section>
  )
}
