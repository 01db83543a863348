import { Checkbox, Text } from '@mantine/core'
import type { AccessList } from '@send/shared/accounts/access-list'
import { entriesBesideGroups, rightsOfGroup, setRightOfGroup } from '@send/shared/accounts/edit-access-list'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import classes from '../form-builder.module.css'

const t = translator('en')

/** What a form's access list gives; administering a list is given elsewhere. */
const rights = ['read', 'write', 'delete', 'share'] as const

type AccessTableProps = { accessList: AccessList; onChange: (accessList: AccessList) => void }

/** Which permission groups may do what with the imported forms. */
export function AccessTable({ accessList, onChange }: AccessTableProps) {
  const api = useApi()
  // Kept as long as the window is open: with the server gone, the last known names still do.
  const subjects = useQuery(api.accounts.listAccessSubjects.queryOptions({}, { gcTime: Infinity }))
  const groups = subjects.data?.groups
  const others = entriesBesideGroups(accessList).length
  return (
    <fieldset className={classes.access}>
      <legend>{t('forms.access')}</legend>
      {groups && (
        <table className={classes.accessTable}>
          <thead>
            <tr>
              <th scope="col">{t('forms.accessGroup')}</th>
              {rights.map((right) => (
                <th key={right} scope="col">
                  {t(`chronology.right.${right}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <th scope="row">{group.name}</th>
                {rights.map((right) => (
                  <td key={right}>
                    <Checkbox
                      size="xs"
                      aria-label={t('forms.accessRight', {
                        group: group.name,
                        right: t(`chronology.right.${right}`),
                      })}
                      checked={rightsOfGroup(accessList, group.id).includes(right)}
                      onChange={(event) =>
                        onChange(
                          setRightOfGroup(accessList, group.id, {
                            right,
                            given: event.currentTarget.checked,
                          }),
                        )
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!groups && subjects.isError && (
        <Text size="sm">{t('forms.accessOffline', { count: accessList.entries.length - others })}</Text>
      )}
      {others > 0 && <Text size="sm">{t('forms.accessOther', { count: others })}</Text>}
    </fieldset>
  )
}
