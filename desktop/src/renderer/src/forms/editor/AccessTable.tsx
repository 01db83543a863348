import { Checkbox, Text } from '@mantine/core'
import { accessRights, type AccessEntry, type AccessList } from '@send/shared/accounts/access-list'
import {
  entriesBesideTable,
  rightsOfSubject,
  setRightOfSubject,
} from '@send/shared/accounts/edit-access-list'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi, type RouterOutputs } from '../../api.ts'
import classes from '../form-builder.module.css'

const t = translator('en')

type AccessTableProps = { accessList: AccessList; onChange: (accessList: AccessList) => void }

/** Which permission groups, posts and teams may do what with the imported forms. */
export function AccessTable({ accessList, onChange }: AccessTableProps) {
  const api = useApi()
  // Kept as long as the window is open: with the server gone, the last known names still do.
  const subjects = useQuery(api.accounts.listAccessSubjects.queryOptions({}, { gcTime: Infinity }))
  const rows = subjects.data && rowsOf(subjects.data)
  const others = entriesBesideTable(accessList).length
  return (
    <fieldset className={classes.access}>
      <legend>{t('forms.access')}</legend>
      {rows && (
        <table className={classes.accessTable}>
          <thead>
            <tr>
              <th scope="col">{t('forms.accessGroup')}</th>
              {accessRights.map((right) => (
                <th key={right} scope="col">
                  {t(`chronology.right.${right}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ subject, name }) => (
              <tr key={subject.id}>
                <th scope="row">{name}</th>
                {accessRights.map((right) => (
                  <td key={right}>
                    <Checkbox
                      size="xs"
                      aria-label={t('forms.accessRight', {
                        group: name,
                        right: t(`chronology.right.${right}`),
                      })}
                      checked={rightsOfSubject(accessList, subject).includes(right)}
                      onChange={(event) =>
                        onChange(
                          setRightOfSubject(accessList, subject, {
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
      {!rows && subjects.isError && (
        <Text size="sm">{t('forms.accessOffline', { count: accessList.entries.length - others })}</Text>
      )}
      {others > 0 && <Text size="sm">{t('forms.accessOther', { count: others })}</Text>}
    </fieldset>
  )
}

type Row = { subject: AccessEntry['subject']; name: string }

/** Groups go by their names; posts and teams say what they are. */
function rowsOf({ groups, posts, teams }: RouterOutputs['accounts']['listAccessSubjects']): Row[] {
  return [
    ...groups.map(({ id, name }): Row => ({ subject: { kind: 'group', id }, name })),
    ...posts.map(({ id, name }): Row => ({
      subject: { kind: 'post', id },
      name: t('forms.accessPost', { name }),
    })),
    ...teams.map(({ id, name }): Row => ({
      subject: { kind: 'team', id },
      name: t('forms.accessTeam', { name }),
    })),
  ]
}
