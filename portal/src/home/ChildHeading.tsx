import type { SeenChild } from '@send/shared/involvements/group-by-child'
import { childInWords } from '../people/child-in-words.ts'
import { usePortal } from '../use-portal.ts'

type ChildHeadingProps = { child: SeenChild | null; sharesName: boolean }

/** Over what is about one child: the name, and the date of birth where another child is called the same. */
export function ChildHeading({ child, sharesName }: ChildHeadingProps) {
  const { t, language } = usePortal()
  return (
    <h3 className="govuk-heading-s">
      {child ? childInWords(child, { sharesName, t, language }) : t('portal.home.noChild')}
    </h3>
  )
}
