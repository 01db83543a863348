import type { ServerOutputs } from '../api.ts'
import { SummaryList } from '../design/SummaryList.tsx'
import { lastDayOf } from '../submissions/times.ts'
import { usePortal } from '../use-portal.ts'

export type LinkedChild = ServerOutputs['involvements']['listMyChildren']['children'][number]

/** The children to whom the visitor is linked, each with the way to its case; nothing where there are none. */
export function ChildList({ items }: { items: LinkedChild[] }) {
  const { t, language } = usePortal()
  if (items.length === 0) return null
  return (
    <SummaryList
      rows={items.map((child) => ({
        key: child.personId,
        name: `${child.givenNames} ${child.familyName}`,
        value: [
          t(`portal.relation.${child.relation}`),
          child.endsAt ? t('portal.children.until', { day: lastDayOf(child.endsAt, language) }) : '',
        ]
          .filter(Boolean)
          .join(', '),
        action: {
          href: `/children/${child.personId}`,
          text: t(child.hasTask ? 'portal.children.openTask' : 'portal.children.open'),
        },
      }))}
    />
  )
}
