import { NativeSelect, Text } from '@mantine/core'
import { accessRelations, type AccessRelation } from '@send/shared/accounts/child-access'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { ChooseChild, type Child } from './ChooseChild.tsx'
import { grantInput, GrantFields, missingOf, usualGrant } from './GrantFields.tsx'
import { relationInWords, t, type UserDetails } from './portal-users-words.ts'
import { ThroughOrganisation } from './ThroughOrganisation.tsx'
import { useAct } from './useAct.ts'
import type { May } from './ViewBar.tsx'

type AuthenticateDialogProps = { user: UserDetails; may: May; onClose: () => void }

/** Records that a portal user is authenticated for a child: who to it, what they may see, by what evidence. */
export function AuthenticateDialog({ user, may, onClose }: AuthenticateDialogProps) {
  const api = useApi()
  const { say, whenItFails } = useAct()
  const { userId, name } = user
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [child, setChild] = useState<Child | undefined>(undefined)
  const relations = relationsOf(user)
  const [relation, setRelation] = useState<AccessRelation>(() => likelyRelation(user))
  const [organisationId, setOrganisationId] = useState<string | undefined>(undefined)
  // An outside expert belongs to no organisation of the case.
  const through = relation === 'professional' ? organisationId : undefined
  const now = useNow()
  const [granted, setGranted] = useState(usualGrant)
  const authenticate = useMutation(
    api.portalUsers.authenticate.mutationOptions({
      ...whenItFails,
      onSuccess: () => {
        say(t('portalUsers.authenticated', { name, child: child?.name ?? '' }))
        onClose()
      },
      onError: (error) => {
        // Another choice is another request.
        setIdempotencyKey(newId())
        whenItFails.onError(error)
      },
    }),
  )
  return (
    <ReasonDialog
      wide
      title={t('portalUsers.authenticateTitle', { name })}
      sentence={child ? t(sentenceFor(user, relation), { name, child: child.name }) : ''}
      confirm={t('portalUsers.authenticate')}
      beginsAbove={may.find}
      busy={authenticate.isPending}
      reasonLabel={t('portalUsers.evidence')}
      reasonHint={t('portalUsers.evidenceHint')}
      missing={[...(child ? [] : [t('portalUsers.missing.child')]), ...missingOf(granted, now)]}
      onConfirm={(reason) => {
        if (!child) return
        const { personId } = child
        const who = { userId, personId, relation, ...(through ? { organisationId: through } : {}) }
        authenticate.mutate({ idempotencyKey, ...who, reason, ...grantInput(granted) })
      }}
      onClose={onClose}
    >
      {may.find ? (
        <ChooseChild takesFocus chosen={child} onChoose={setChild} />
      ) : (
        <Text size="sm">{t('portalUsers.needsPeople')}</Text>
      )}
      <NativeSelect
        size="xs"
        maw={280}
        label={t('portalUsers.relation')}
        value={relation}
        onChange={({ currentTarget: { value } }) =>
          setRelation(relations.find((one) => one === value) ?? relation)
        }
        data={relations.map((value) => ({ value, label: relationInWords(value) }))}
      />
      {relation === 'professional' && (
        <ThroughOrganisation
          organisations={user.organisations}
          chosen={organisationId}
          onChoose={setOrganisationId}
        />
      )}
      <GrantFields granted={granted} onChange={setGranted} />
    </ReasonDialog>
  )
}

/** Who is not verified sees a child they work with only afterwards; an outside expert was chosen for it. */
function sentenceFor({ verification }: UserDetails, relation: AccessRelation) {
  return relation === 'professional' && verification !== 'verified'
    ? 'portalUsers.authenticateSentenceUnverified'
    : 'portalUsers.authenticateSentence'
}

/** What somebody says they are is the likeliest; the officer decides. */
function likelyRelation(user: UserDetails): AccessRelation {
  return user.citizenKind ?? relationsOf(user)[0] ?? 'parentCarer'
}

function relationsOf({ kind }: UserDetails): readonly AccessRelation[] {
  const ofFamilies: readonly AccessRelation[] = ['parentCarer', 'youngPerson']
  return accessRelations.filter((relation) => ofFamilies.includes(relation) === (kind === 'citizen'))
}
