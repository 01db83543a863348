import { NativeSelect } from '@mantine/core'
import { BusinessProcess, type Grant } from '@send/shared/accounts/business-processes'
import { translator } from '@send/shared/texts/translator'

import classes from './administration.module.css'
import { levelOf, levelsOf, setLevel, type GrantLevel } from './grant-words.ts'
import type { StaffGroup } from './GroupsScreen.tsx'

const t = translator('en')

type GrantTableProps = {
  name: string
  grants: readonly Grant[]
  /** Another group whose grants stand beside; where the two differ the row is marked. */
  compared: StaffGroup | undefined
  /** None for whoever may only look. */
  onChange: ((grants: Grant[]) => void) | undefined
}

/** Every business process with what it means, and how far the group grants it. */
export function GrantTable({ name, grants, compared, onChange }: GrantTableProps) {
  return (
    <table className={classes.grants}>
      <caption>{t('groups.processes', { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('groups.process')}</th>
          <th scope="col">{t('groups.level')}</th>
          {compared && <th scope="col">{compared.name}</th>}
          {compared && <th scope="col">{t('groups.difference')}</th>}
        </tr>
      </thead>
      <tbody>
        {BusinessProcess.options.map((process) => {
          const level = levelOf(grants, process)
          const other = compared && levelOf(compared.processes, process)
          const differs = other !== undefined && other !== level
          return (
            <tr key={process} className={differs ? classes.differs : undefined}>
              <th scope="row">
                {t(`process.${process}`)}
                <span className={classes.explained}>{t(`process.${process}.explained`)}</span>
              </th>
              <td>
                {onChange ? (
                  <NativeSelect
                    size="xs"
                    aria-label={t('groups.levelOf', { process: t(`process.${process}`) })}
                    value={level}
                    data={levelsOf(process).map((value) => ({ value, label: levelInWords(value) }))}
                    onChange={(event) => {
                      const chosen = levelsOf(process).find((each) => each === event.currentTarget.value)
                      if (chosen) onChange(setLevel(grants, process, chosen))
                    }}
                  />
                ) : (
                  levelInWords(level)
                )}
              </td>
              {other !== undefined && <td>{levelInWords(other)}</td>}
              {other !== undefined && <td>{differs ? t('groups.differs') : t('groups.agrees')}</td>}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function levelInWords(level: GrantLevel): string {
  return t(`groups.level.${level}`)
}
