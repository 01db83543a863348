import { NativeSelect, TextInput } from '@mantine/core'
import { OrganisationKind, organisationKinds, Urn } from '@send/shared/accounts/organisations'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { FormDialog } from '../FormDialog.tsx'

import { useTell } from '../useTell.ts'

const t = translator('en')

type OrganisationFormProps = {
  /** The one that gets another name; without it a new one is added. */
  existing?: { organisationId: string; name: string; urn: string | null } | undefined
  onClose: () => void
  onAdded?: (organisationId: string) => void
}
type Problems = { name?: string; urn?: string }
type Taken = { outcome: 'nameTaken' | 'urnTaken' }

/** Adds an organisation, or gives one another name or URN. */
export function OrganisationForm({ existing, onClose, onAdded }: OrganisationFormProps) {
  const api = useApi()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [name, setName] = useState(existing?.name ?? '')
  const [kind, setKind] = useState<OrganisationKind>('school')
  const [urn, setUrn] = useState(existing?.urn ?? '')
  const [problems, setProblems] = useState<Problems>({})

  function refuse({ outcome }: Taken) {
    // What was refused is asked anew with another key, because the words will differ.
    setIdempotencyKey(newId())
    setProblems(outcome === 'urnTaken' ? { urn: t('orgs.urnTaken') } : { name: t('orgs.nameTaken') })
  }
  const renamedOrAdded = t(existing ? 'orgs.renamed' : 'orgs.added', { name: name.trim() })
  const told = useTell(() => ({ message: renamedOrAdded }), onClose)
  const create = useMutation(
    api.organisationsAdmin.create.mutationOptions({
      ...told,
      onSuccess: (result) => {
        if (result.outcome !== 'created') return refuse(result)
        told.onSuccess(result)
        onAdded?.(result.organisationId)
      },
    }),
  )
  const rename = useMutation(
    api.organisationsAdmin.rename.mutationOptions({
      ...told,
      onSuccess: (result) => {
        if (result.outcome === 'renamed') told.onSuccess(result)
        else refuse({ outcome: result.outcome })
      },
    }),
  )

  function confirm() {
    const found: Problems = {}
    if (name.trim().length < 2) found.name = t('orgs.nameNeeded')
    if (urn.trim() !== '' && !Urn.safeParse(urn.trim()).success) found.urn = t('orgs.urnWrong')
    setProblems(found)
    if (found.name ?? found.urn) return
    const given = { name: name.trim(), ...(urn.trim() === '' ? {} : { urn: urn.trim() }) }
    if (existing) rename.mutate({ organisationId: existing.organisationId, ...given })
    else create.mutate({ idempotencyKey, kind, ...given })
  }

  return (
    <FormDialog
      title={existing ? t('orgs.renameTitle', { name: existing.name }) : t('orgs.newTitle')}
      confirm={t(existing ? 'orgs.rename' : 'orgs.add')}
      busy={create.isPending || rename.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        size="xs"
        label={t('orgs.name')}
        maxLength={200}
        value={name}
        error={problems.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {existing ? null : (
        <NativeSelect
          size="xs"
          label={t('orgs.kind')}
          value={kind}
          data={organisationKinds.map((value) => ({ value, label: t(`orgs.kind.${value}`) }))}
          onChange={(event) => setKind(OrganisationKind.parse(event.currentTarget.value))}
        />
      )}
      <TextInput
        size="xs"
        label={t('orgs.urn')}
        maxLength={6}
        value={urn}
        error={problems.urn}
        onChange={(event) => setUrn(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
