import { caseStates, type CaseloadView, type CaseState } from '@send/shared/involvements/caseload'
import { Button } from '../../design/Button.tsx'
import { Select } from '../../design/Select.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { usePortal } from '../../use-portal.ts'

type CaseloadFilterProps = {
  view: CaseloadView
  text: string
  state: CaseState | undefined
  isFiltered: boolean
}

/** Narrows the list by a part of the name and by the state. */
export function CaseloadFilter({ view, text, state, isFiltered }: CaseloadFilterProps) {
  const { t } = usePortal()
  const path = `/caseload?view=${view}`
  return (
    <form method="post" action={path} className="send-filter">
      <TextInput
        id="text"
        name="text"
        label={t('portal.caseload.name')}
        strong
        value={text}
        errorPrefix={t('portal.error.prefix')}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
      />
      <Select
        id="state"
        name="state"
        label={t('portal.caseload.state')}
        empty={t('portal.caseload.anyState')}
        value={state ?? ''}
        errorPrefix={t('portal.error.prefix')}
        options={caseStates.map((value) => ({ value, label: t(`portal.caseload.state.${value}`) }))}
      />
      <Button kind="secondary" name="intent" value="filter">
        {t('portal.caseload.filter')}
      </Button>
      {isFiltered ? (
        <a className="govuk-link govuk-body" href={path}>
          {t('portal.caseload.clear')}
        </a>
      ) : null}
    </form>
  )
}
