import { Button, NavLink, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import { Chronology } from '../chronology/Chronology.tsx'
import { Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { personName } from './person-words.ts'
import { PersonFacts } from './PersonFacts.tsx'
import classes from './people.module.css'

const t = translator('en')

type PersonScreenProps = {
  personId: string
  /** The unfinished form that is opened at once. */
  fillingFirst?: string | undefined
  onBack: () => void
}

/** One person: who it is, the links of the record, and the chronology. */
export function PersonScreen({ personId, fillingFirst, onBack }: PersonScreenProps) {
  const api = useApi()
  const found = useQuery(api.people.get.queryOptions({ personId }))
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('people.identity')} />
  const { person } = found.data
  return (
    <div className={classes.person}>
      <header className={classes.header}>
        <Button size="compact-xs" variant="default" onClick={onBack}>
          {t('people.back')}
        </Button>
        <Title order={1} size="h4" my={4}>
          {personName(person)}
        </Title>
        <PersonFacts person={person} />
      </header>
      <div className={classes.body}>
        <nav className={classes.links} aria-label={t('people.links')}>
          <NavLink component="button" active aria-current="page" label={t('chronology.title')} />
        </nav>
        <div className={classes.content}>
          <Chronology key={personId} personId={personId} fillingFirst={fillingFirst} onLeave={onBack} />
        </div>
      </div>
    </div>
  )
}
