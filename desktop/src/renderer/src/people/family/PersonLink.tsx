import { personName } from '../person-words.ts'
import { t } from './family-words.ts'
import classes from './family.module.css'

type PersonLinkProps = {
  person: { personId: string; givenNames: string; familyName: string }
  onOpen: (personId: string) => void
}

/** The name of somebody in the family, which leads to their own record. */
export function PersonLink({ person, onOpen }: PersonLinkProps) {
  const name = personName(person)
  return (
    <button
      type="button"
      className={classes.person}
      aria-label={t('family.openOf', { name })}
      onClick={() => onOpen(person.personId)}
    >
      {name}
    </button>
  )
}
