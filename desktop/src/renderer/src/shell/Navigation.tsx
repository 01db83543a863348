import { Button, VisuallyHidden } from '@mantine/core'
import { translator, type TextKey } from '@send/shared/texts/translator'

import { groups, type Screen } from './screens.tsx'
import classes from './shell.module.css'
import type { WaitingWork } from './useWaitingWork.ts'

const t = translator('en')

/** Screens after the ninth have no key: there is no digit left. */
const digits = 9

/** Where a group hangs, from the outside in. */
const groupTitles: Record<(typeof groups)[number], readonly TextKey[]> = {
  focus: ['shell.group.focus'],
  administration: ['shell.group.tools', 'shell.group.administration'],
}

type NavigationProps = {
  screens: readonly Screen[]
  current: Screen | undefined
  waiting: WaitingWork
  onOpen: (screen: Screen) => void
}

/** The screens by group, with what waits beside them. */
export function Navigation({ screens, current, waiting, onOpen }: NavigationProps) {
  const shown = groups.filter((group) => screens.some((screen) => screen.group === group))
  return (
    <nav className={classes.navigation} aria-label={t('shell.navigation')}>
      {shown.map((group) => (
        <div key={group}>
          <div id={`group-${group}`} className={classes.group}>
            {groupTitles[group].map((title) => (
              <span key={title}>{t(title)}</span>
            ))}
          </div>
          <ul className={classes.screens} aria-labelledby={`group-${group}`}>
            {screens.map((screen, index) =>
              screen.group === group ? (
                <li key={screen.name}>
                  <Button
                    size="compact-sm"
                    fullWidth
                    justify="space-between"
                    variant={screen === current ? 'light' : 'subtle'}
                    aria-current={screen === current ? 'page' : undefined}
                    {...(index < digits
                      ? {
                          'aria-keyshortcuts': `Control+${index + 1}`,
                          title: t('shell.openWithKey', { number: index + 1 }),
                        }
                      : {})}
                    rightSection={<Count number={screen.waiting && waiting[screen.waiting]} />}
                    onClick={() => onOpen(screen)}
                  >
                    {t(screen.title)}
                  </Button>
                </li>
              ) : null,
            )}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function Count({ number }: { number: number | undefined }) {
  if (!number) return null
  return (
    <>
      <span aria-hidden>{number}</span>
      <VisuallyHidden>{t('shell.waiting', { count: number })}</VisuallyHidden>
    </>
  )
}
