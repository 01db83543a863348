import { Button, Group, Text } from '@mantine/core'
import { Empty } from '../../submissions/work-list/ScreenStates.tsx'
import classes from '../../submissions/work-list/work-list.module.css'
import { t } from './portal-users-words.ts'

const views = ['users', 'claims', 'rights'] as const
export type View = (typeof views)[number]

/** What the officer's grants open on this screen. */
export type May = { share: boolean; administer: boolean; find: boolean; reset: boolean }

export type ViewProps = { view: View; onView: (view: View) => void; may: May }

type Choice = Pick<ViewProps, 'view' | 'onView'>

/** The heading of the screen, the way to its three lists, and the keys of the one that is open. */
export function ViewBar({ keys, ...choice }: Choice & { keys: string }) {
  return (
    <div className={classes.bar}>
      <ViewHeading {...choice} />
      <Text size="xs" ml="auto">
        {keys}
      </Text>
    </div>
  )
}

/** The heading of the screen, and the way to its three lists. */
export function ViewHeading({ view, onView }: Choice) {
  return (
    <>
      <h1 className={classes.heading}>{t('portalUsers.title')}</h1>
      <nav aria-label={t('portalUsers.views')}>
        <Group gap={4}>
          {views.map((name) => (
            <Button
              key={name}
              size="compact-sm"
              variant={name === view ? 'filled' : 'default'}
              aria-current={name === view ? 'page' : undefined}
              onClick={() => onView(name)}
            >
              {t(`portalUsers.view.${name}`)}
            </Button>
          ))}
        </Group>
      </nav>
    </>
  )
}

/** In place of what only officers who share may see. */
export function NeedsShare() {
  return <Empty title={t('portalUsers.needsShare')} hint={t('portalUsers.needsShareHint')} />
}
