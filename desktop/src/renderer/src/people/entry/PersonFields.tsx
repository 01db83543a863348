import { Fieldset, Group, Radio, Stack } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { findPostcode } from '@send/shared/values/postcode'
import { isTemporaryUpn } from '@send/shared/values/upn'

import { EntryText } from './EntryText.tsx'
import { SchoolField } from './SchoolField.tsx'
import type { EntryState } from './usePersonEntry.ts'

const t = translator('en')

type PersonFieldsProps = {
  state: EntryState
  /** The name of the school as it is on record. */
  schoolName: string | null
  onOpenPerson?: ((personId: string) => void) | undefined
}

/** The details of a person, to be typed. */
export function PersonFields({ state, schoolName, onOpenPerson }: PersonFieldsProps) {
  const { entry, set } = state
  const { postcode } = entry
  const isForeign = postcode.trim() !== '' && findPostcode(postcode) === undefined
  return (
    <Stack gap="sm">
      <Fieldset legend={t('personEntry.names')} p="xs">
        <Stack gap="xs">
          <Group gap="sm" align="flex-start">
            <EntryText state={state} field="givenNames" label={t('importField.givenNames')} isFirst />
            <EntryText state={state} field="familyName" label={t('importField.familyName')} />
          </Group>
          <Group gap="sm" align="flex-start">
            <EntryText
              state={state}
              field="knownAsGivenNames"
              label={t('personEntry.knownAsGivenNames')}
              hint={t('personEntry.knownAsHint')}
            />
            <EntryText
              state={state}
              field="knownAsFamilyName"
              label={t('personEntry.knownAsFamilyName')}
              hint={t('personEntry.knownAsHint')}
            />
          </Group>
          <EntryText
            state={state}
            field="formerFamilyName"
            label={t('importField.formerFamilyName')}
            hint={t('personEntry.formerHint')}
            isWide
          />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('personEntry.birth')} p="xs">
        <Group gap="lg" align="flex-start">
          <EntryText state={state} field="dateOfBirth" label={t('importField.dateOfBirth')} isDate />
          <Radio.Group
            size="xs"
            label={t('importField.sex')}
            value={entry.sex}
            onChange={(sex) => set({ sex })}
          >
            <Group gap="sm" mt={6}>
              <Radio size="xs" value="female" label={t('values.female')} />
              <Radio size="xs" value="male" label={t('values.male')} />
              <Radio size="xs" value="" label={t('personEntry.sexUnknown')} />
            </Group>
          </Radio.Group>
        </Group>
      </Fieldset>
      <Fieldset legend={t('personEntry.address')} p="xs">
        <Stack gap="xs">
          <Group gap="sm" align="flex-start">
            <EntryText state={state} field="addressLine" label={t('importField.addressLine')} />
            <EntryText state={state} field="addressLine2" label={t('importField.addressLine2')} />
          </Group>
          <Group gap="sm" align="flex-start">
            <EntryText state={state} field="town" label={t('importField.town')} />
            <EntryText
              state={state}
              field="postcode"
              label={t('importField.postcode')}
              hint={isForeign ? t('personEntry.postcodeForeign') : undefined}
            />
          </Group>
        </Stack>
      </Fieldset>
      <Fieldset legend={t('personEntry.schoolAndNumbers')} p="xs">
        <Stack gap="xs">
          <SchoolField
            schoolId={entry.schoolId}
            schoolName={schoolName}
            onChange={(schoolId) => set({ schoolId })}
          />
          <EntryText
            state={state}
            field="upn"
            label={t('importField.upn')}
            hint={isTemporaryUpn(entry.upn) ? t('personEntry.upnTemporary') : t('personEntry.upnHint')}
            isWide
            onOpenPerson={onOpenPerson}
          />
          <Group gap="sm" align="flex-start">
            <EntryText
              state={state}
              field="nhsNumber"
              label={t('importField.nhsNumber')}
              onOpenPerson={onOpenPerson}
            />
            <EntryText state={state} field="uln" label={t('personEntry.uln')} onOpenPerson={onOpenPerson} />
          </Group>
        </Stack>
      </Fieldset>
    </Stack>
  )
}
