import { covers, type BusinessProcess, type Grant } from '@send/shared/accounts/business-processes'
import type { TextKey } from '@send/shared/texts/translator'
import type { ComponentType } from 'react'

import { FileSettingsScreen } from '../administration/FileSettingsScreen.tsx'
import { GroupsScreen } from '../administration/GroupsScreen.tsx'
import { KeepingPeriodsScreen } from '../administration/KeepingPeriodsScreen.tsx'
import { ImportRulesScreen } from '../administration/import-rules/ImportRulesScreen.tsx'
import { SeatsScreen } from '../administration/SeatsScreen.tsx'
import { UsersScreen } from '../administration/UsersScreen.tsx'
import { LookupTablesScreen } from '../administration/lookup-tables/LookupTablesScreen.tsx'
import { MailsScreen } from '../administration/mails/MailsScreen.tsx'
import { ExpertsScreen } from '../administration/experts/ExpertsScreen.tsx'
import { OrganisationsScreen } from '../administration/organisations/OrganisationsScreen.tsx'
import { ProfessionalsScreen } from '../administration/organisations/ProfessionalsScreen.tsx'
import { PortalsScreen } from '../administration/portals/PortalsScreen.tsx'
import { PortalUsersScreen } from '../administration/portal-users/PortalUsersScreen.tsx'
import { PolicyScreen } from '../administration/second-steps/PolicyScreen.tsx'
import { RecoveriesScreen } from '../administration/second-steps/RecoveriesScreen.tsx'
import { BankScreen } from '../forms/bank/BankScreen.tsx'
import { FormBuilderScreen } from '../forms/FormBuilderScreen.tsx'
import { AuditScreen } from '../audit/AuditScreen.tsx'
import { MyFormsScreen } from '../chronology/internal-forms/MyFormsScreen.tsx'
import { PeopleRoom } from '../people/PeopleRoom.tsx'
import { IncomingRoom } from '../submissions/IncomingRoom.tsx'
import { MatchingRoom } from '../suspense/matching/MatchingRoom.tsx'
import { SuspenseRoom } from '../suspense/SuspenseRoom.tsx'
import type { WaitingWork } from './useWaitingWork.ts'

/** The groups of the navigation and of the menu bar, in their order. */
export const groups = ['focus', 'administration'] as const

export type Screen = {
  name: string
  group: (typeof groups)[number]
  title: TextKey
  /** Who lacks it does not see the screen; the server refuses in any case. */
  process: BusinessProcess
  /** A screen with parts for others too: this opens it as well. */
  alsoFor?: BusinessProcess
  /** The count beside the title. */
  waiting?: keyof WaitingWork
  Component: ComponentType
}

/** Every screen of the client, in the order of the navigation, of the menu bar and of Ctrl+1, Ctrl+2 … Ctrl+9 */
const screens: readonly Screen[] = [
  { name: 'people', group: 'focus', title: 'people.title', process: 'people', Component: PeopleRoom },
  {
    name: 'suspense',
    group: 'focus',
    title: 'suspense.title',
    process: 'matching',
    waiting: 'suspense',
    Component: SuspenseRoom,
  },
  {
    name: 'incoming',
    group: 'focus',
    title: 'incoming.title',
    process: 'manageIncomingForms',
    waiting: 'incoming',
    Component: IncomingRoom,
  },
  {
    name: 'myForms',
    group: 'focus',
    title: 'filling.mineTitle',
    process: 'completeForms',
    Component: MyFormsScreen,
  },
  {
    name: 'forms',
    group: 'administration',
    title: 'forms.title',
    process: 'formBuilder',
    Component: FormBuilderScreen,
  },
  {
    name: 'bank',
    group: 'administration',
    title: 'bank.title',
    process: 'formBuilder',
    Component: BankScreen,
  },
  {
    name: 'lookups',
    group: 'administration',
    title: 'lookups.title',
    process: 'formBuilder',
    Component: LookupTablesScreen,
  },
  {
    name: 'portals',
    group: 'administration',
    title: 'portals.title',
    process: 'portalAdministration',
    Component: PortalsScreen,
  },
  {
    name: 'portalUsers',
    group: 'administration',
    title: 'portalUsers.title',
    process: 'portalAdministration',
    Component: PortalUsersScreen,
  },
  {
    name: 'mails',
    group: 'administration',
    title: 'mails.title',
    process: 'portalAdministration',
    waiting: 'mails',
    Component: MailsScreen,
  },
  {
    name: 'professionals',
    group: 'administration',
    title: 'pros.title',
    process: 'verifyProfessionals',
    Component: ProfessionalsScreen,
  },
  {
    name: 'organisations',
    group: 'administration',
    title: 'orgs.title',
    process: 'portalAdministration',
    Component: OrganisationsScreen,
  },
  {
    name: 'experts',
    group: 'administration',
    title: 'experts.title',
    process: 'share',
    Component: ExpertsScreen,
  },
  {
    name: 'recoveries',
    group: 'administration',
    title: 'recoveries.title',
    process: 'userAdministration',
    waiting: 'recoveries',
    Component: RecoveriesScreen,
  },
  {
    name: 'secondSteps',
    group: 'administration',
    title: 'secondSteps.title',
    process: 'portalAdministration',
    Component: PolicyScreen,
  },
  {
    name: 'fileSettings',
    group: 'administration',
    title: 'fileSettings.title',
    process: 'portalAdministration',
    Component: FileSettingsScreen,
  },
  {
    name: 'keeping',
    group: 'administration',
    title: 'keeping.title',
    process: 'portalAdministration',
    Component: KeepingPeriodsScreen,
  },
  {
    name: 'importRules',
    group: 'administration',
    title: 'importRules.title',
    process: 'portalAdministration',
    Component: ImportRulesScreen,
  },
  {
    name: 'matching',
    group: 'administration',
    title: 'matching.title',
    process: 'portalAdministration',
    alsoFor: 'matching',
    Component: MatchingRoom,
  },
  {
    name: 'users',
    group: 'administration',
    title: 'users.title',
    process: 'userAdministration',
    Component: UsersScreen,
  },
  {
    name: 'groups',
    group: 'administration',
    title: 'groups.title',
    process: 'userAdministration',
    Component: GroupsScreen,
  },
  {
    name: 'seats',
    group: 'administration',
    title: 'seats.title',
    process: 'userAdministration',
    Component: SeatsScreen,
  },
  { name: 'audit', group: 'administration', title: 'audit.title', process: 'audit', Component: AuditScreen },
]

/** The screens that an officer with these grants may at least look at. */
export function screensFor(grants: readonly Grant[]): readonly Screen[] {
  const opens = (process: BusinessProcess | undefined) =>
    process !== undefined && covers(grants, process, 'read')
  return screens.filter(({ process, alsoFor }) => opens(process) || opens(alsoFor))
}
