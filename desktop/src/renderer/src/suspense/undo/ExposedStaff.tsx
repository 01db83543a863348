import { sayLooks, sayMoment, sayTaken } from '@send/shared/suspense/undo-words'
import type { Exposure } from '@send/shared/suspense/undone-match'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

/** Staff who looked, by name; of those who only could, the number, with the names behind it. */
export function ExposedStaff({ exposure }: { exposure: Exposure }) {
  const { staff, formsOfStaff } = exposure
  const looked = staff.filter(({ looks }) => looks > 0)
  const could = staff.filter(({ looks, couldSee }) => looks === 0 && couldSee)
  return (
    <>
      <section>
        <h3>{t('undo.staff')}</h3>
        {staff.length === 0 && <p>{t('undo.noStaff')}</p>}
        <ul>
          {looked.map((one) => (
            <li key={one.userId}>
              <strong>{one.name}</strong>: {[sayLooks(one), ...sayTaken(one)].join('; ')}
            </li>
          ))}
        </ul>
        {could.length > 0 && (
          <details>
            <summary>{t('undo.staffCould', { count: could.length })}</summary>
            <ul>
              {could.map(({ userId, name }) => (
                <li key={userId}>{name}</li>
              ))}
            </ul>
          </details>
        )}
      </section>
      {formsOfStaff.length > 0 && (
        <section>
          <h3>{t('undo.formsOfStaff')}</h3>
          <p>{t('undo.formsOfStaffHint')}</p>
          <ul>
            {formsOfStaff.map(({ title, by, changedAt }) => (
              <li key={`${title} ${changedAt}`}>
                {t('undo.formOfStaff', { title, by, when: sayMoment(changedAt) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
