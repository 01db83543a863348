import type { PlainDate } from '@send/shared/values/plain-date'
import type { ReactNode } from 'react'

import { sidesToShow, t, type Family, type Side, type Somebody } from './family-words.ts'
import classes from './family.module.css'
import { FormerTable } from './FormerTable.tsx'
import { KinTable } from './KinTable.tsx'
import { MembersTable, type MemberActs } from './MembersTable.tsx'
import { Section } from './Section.tsx'

type FamilySectionsProps = {
  person: Somebody
  family: Family
  today: PlainDate
  mayChange: boolean
  /** How the person is reached: below those who care for them, and above all others. */
  contacts: ReactNode
  acts: MemberActs & { onAdd: (side: Side) => void }
}

/** Those who belong to a person, part by part: who is asked for at that age, and whoever is on record. */
export function FamilySections({ person, family, today, mayChange, contacts, acts }: FamilySectionsProps) {
  const { siblings, household, hasMoreThere } = family
  const shown = sidesToShow(family, person.dateOfBirth, today)
  const former = (['carers', 'children'] as const).flatMap((side) =>
    family[side].flatMap((member) => (member.until === null ? [] : { side, member })),
  )
  const shared = { person, mayChange, acts }
  return (
    <>
      {shown.carers && <Members {...shared} side="carers" family={family} />}
      {contacts}
      {shown.children && <Members {...shared} side="children" family={family} />}
      {shown.carers && (
        <Section title={t('family.siblings')} none={t('family.siblingsNone')} isEmpty={siblings.length === 0}>
          <KinTable saysTie caption={t('family.siblings')} people={siblings} onOpen={acts.onOpen} />
        </Section>
      )}
      <Section
        title={t('family.household')}
        none={t('family.householdNone')}
        isEmpty={household.length === 0}
      >
        <KinTable saysTie={false} caption={t('family.household')} people={household} onOpen={acts.onOpen} />
        {hasMoreThere && <p className={classes.none}>{t('family.householdMore')}</p>}
      </Section>
      {former.length > 0 && (
        <Section title={t('family.former')} none="" isEmpty={false}>
          <FormerTable {...shared} rows={former} />
        </Section>
      )}
    </>
  )
}

type MembersProps = Pick<FamilySectionsProps, 'person' | 'family' | 'mayChange' | 'acts'> & { side: Side }

function Members({ side, family, acts, ...shared }: MembersProps) {
  const members = family[side].filter(({ until }) => until === null)
  return (
    <Section
      title={t(`family.${side}`)}
      none={t(`family.${side}None`)}
      isEmpty={members.length === 0}
      add={shared.mayChange && { ...wordsToAdd[side], onAdd: () => acts.onAdd(side) }}
    >
      <MembersTable {...shared} acts={acts} side={side} members={members} />
    </Section>
  )
}

const wordsToAdd = {
  carers: { words: t('family.addCarer'), key: 'n' },
  children: { words: t('family.addChild') },
} as const satisfies Record<Side, { words: string; key?: string }>
