import { CitizenKind, citizenKinds } from '@send/shared/accounts/citizen-kinds'
import { Radios } from '../design/Radios.tsx'
import { usePortal } from '../use-portal.ts'

type CitizenKindRadiosProps = { value: string | null | undefined; error: string | undefined }

/** Asks a citizen whether they are a parent or carer, or a young person. */
export function CitizenKindRadios({ value, error }: CitizenKindRadiosProps) {
  const { t } = usePortal()
  return (
    <Radios
      id="citizenKind"
      name="citizenKind"
      legend={t('portal.citizenKind')}
      hint={t('portal.citizenKind.hint')}
      options={citizenKinds.map((kind) => ({
        value: kind,
        label: t(`portal.citizenKind.${kind}`),
        hint: t(`portal.citizenKind.${kind}.hint`),
      }))}
      value={value ?? undefined}
      error={error}
      errorPrefix={t('portal.error.prefix')}
    />
  )
}

/** The kind that was posted; undefined when nothing was chosen, or something that cannot be. */
export function readCitizenKind(posted: string): CitizenKind | undefined {
  return CitizenKind.safeParse(posted).data
}
