import { mailKinds, type MailKind } from '@send/shared/mail/mail-lifecycle'
import { NativeSelect } from '@mantine/core'

import { FilterSelect } from '../FilterSelect.tsx'
import { t } from './mails-words.ts'

const shownLists = ['waiting', 'dealtWith'] as const
/** Which of the two lists: what waits for somebody, or what was dealt with. */
export type Shown = (typeof shownLists)[number]

type MailFiltersProps = {
  kind: MailKind | undefined
  onKind: (kind: MailKind | undefined) => void
  shown: Shown
  onShow: (shown: Shown) => void
}

/** Which e-mails are shown, beside the words of the filter box. */
export function MailFilters({ kind, onKind, shown, onShow }: MailFiltersProps) {
  return (
    <>
      <FilterSelect
        label={t('mails.kind')}
        any={`${t('mails.kind')}: ${t('mails.anyKind')}`}
        values={mailKinds}
        wordOf={(value) => t(`mails.kind.${value}`)}
        value={kind}
        onChange={onKind}
      />
      <NativeSelect
        size="xs"
        aria-label={t('mails.show')}
        value={shown}
        data={shownLists.map((value) => ({ value, label: t(`mails.show.${value}`) }))}
        onChange={(event) =>
          onShow(shownLists.find((value) => value === event.currentTarget.value) ?? 'waiting')
        }
      />
    </>
  )
}
