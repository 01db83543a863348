import { helperRoles } from '@send/shared/submissions/form-helpers'
import { inLanguage } from '@send/shared/texts/language'
import { Checkboxes } from '../../design/Checkboxes.tsx'
import { Radios } from '../../design/Radios.tsx'
import { useOfRequest } from '../../of-request.tsx'
import { usePortal } from '../../use-portal.ts'
import { useFormLanguage } from '../form-language.ts'
import { mySubmission } from '../mine.ts'
import { partField } from './help-fields.ts'
import type { HelpProblem, HelpTyped } from './help-fields.ts'

/** What a helper may do, and in which parts of the form. */
export function HelpFields({ typed, problems }: { typed: HelpTyped; problems: HelpProblem[] }) {
  const { t } = usePortal()
  const { whole } = useOfRequest(mySubmission)
  const { language } = useFormLanguage(whole)
  const common = (part: HelpProblem['part']) => {
    const problem = problems.find((known) => known.part === part)
    return { id: part, error: problem && t(problem.key), errorPrefix: t('portal.error.prefix') }
  }
  return (
    <>
      <Radios
        {...common('role')}
        name="role"
        legend={t('portal.sharing.role')}
        strong
        options={helperRoles.map((value) => ({
          value,
          label: t(`portal.sharing.role.${value}`),
          hint: t(`portal.sharing.roleHint.${value}`),
        }))}
        value={typed.role}
      />
      <Radios
        {...common('which')}
        name="which"
        legend={t('portal.sharing.which')}
        strong
        options={(['all', 'some'] as const).map((value) => ({
          value,
          label: t(`portal.sharing.which.${value}`),
        }))}
        value={typed.which}
      />
      <Checkboxes
        {...common('parts')}
        legend={t('portal.sharing.parts')}
        hint={t('portal.sharing.partsHint')}
        or=""
        options={whole.pages.map(({ id, title }) => ({
          name: partField(id),
          label: inLanguage(title, language),
          checked: typed.pageIds.includes(id),
        }))}
      />
    </>
  )
}
