import { translator } from '@send/shared/texts/translator'

import { DiscardDialog } from './discard/DiscardDialog.tsx'
import { AskDialog } from './questions/AskDialog.tsx'
import { NobodyToAsk } from './questions/NobodyToAsk.tsx'
import { WithdrawDialog } from './questions/WithdrawDialog.tsx'
import { SettleDialog, type ChosenPerson } from './SettleDialog.tsx'
import { fullName, type IncomingCard } from './suspense-words.ts'
import { TakeOverDialog } from './TakeOverDialog.tsx'
import type { Looking } from './useLooking.ts'

const t = translator('en')

/** The question that waits for its confirmation; a settlement without a person adds the child as new. */
export type Asking =
  | { kind: 'settle'; person: ChosenPerson | undefined }
  | { kind: 'discard' | 'ask' | 'withdrawQuestion' | 'takeOver' }

type CardDialogProps = {
  asking: Asking
  card: IncomingCard
  looking: Looking
  onClose: () => void
  onSettled: () => void
}

/** The dialog of whatever an officer is about to do with a child. */
export function CardDialog({ asking, card, looking, onClose, onSettled }: CardDialogProps) {
  const { incomingChildId, version, child } = card
  const aim = { incomingChildId, version, childName: fullName(child) }
  switch (asking.kind) {
    case 'settle':
      return <SettleDialog {...aim} person={asking.person} onClose={onClose} onSettled={onSettled} />
    case 'discard':
      return <DiscardDialog aim={aim} card={card} onClose={onClose} onDiscarded={onSettled} />
    case 'ask':
      return card.canBeAsked ? (
        <AskDialog aim={aim} onClose={onClose} />
      ) : (
        <NobodyToAsk
          school={card.line?.school ?? t('suspense.ask.theSchool')}
          line={card.line !== null}
          onClose={onClose}
        />
      )
    case 'withdrawQuestion':
      return <WithdrawDialog aim={aim} onClose={onClose} />
    case 'takeOver':
      return looking.holder ? <TakeOverDialog aim={aim} holder={looking.holder} onClose={onClose} /> : null
  }
}
