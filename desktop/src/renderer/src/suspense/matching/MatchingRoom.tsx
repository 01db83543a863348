import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import list from '../../submissions/work-list/work-list.module.css'
import { SuspenseCard } from '../SuspenseCard.tsx'
import classes from './matching.module.css'
import { MatchingScreen } from './MatchingScreen.tsx'
import { ReviewsScreen } from './ReviewsScreen.tsx'

const t = translator('en')

type Shown = { what: 'overview' } | { what: 'reviews' } | { what: 'card'; incomingChildId: string }

/** How matching is settled and how well it does, and behind it what a second officer reviews, and the card of a child. */
export function MatchingRoom() {
  const [shown, setShown] = useState<Shown>({ what: 'overview' })
  const back = () => setShown({ what: 'overview' })
  return (
    <>
      {/* Kept while a card is open: what was tried and not saved is still there afterwards. */}
      <div className={classes.page} hidden={shown.what !== 'overview'}>
        <MatchingScreen
          onReview={() => setShown({ what: 'reviews' })}
          onOpenCard={(incomingChildId) => setShown({ what: 'card', incomingChildId })}
        />
      </div>
      {shown.what === 'reviews' && <ReviewsScreen onBack={back} />}
      {shown.what === 'card' && (
        <div className={classes.page}>
          <div className={classes.top}>
            <h1 className={list.heading}>{t('matching.card')}</h1>
            <Button size="compact-sm" variant="default" autoFocus onClick={back}>
              {t('matching.back')}
            </Button>
          </div>
          <SuspenseCard
            key={shown.incomingChildId}
            incomingChildId={shown.incomingChildId}
            onSettled={back}
          />
        </div>
      )}
    </>
  )
}
