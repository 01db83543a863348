import type { Grant } from '@send/shared/accounts/business-processes'

/** The permission groups of the sample authority. */
export const sampleGroups: { name: string; processes: Grant[] }[] = [
  { name: 'SEND officers', processes: ['manageIncomingForms', 'people', 'chronology', 'matching'] },
  { name: 'Data team', processes: ['matching', 'people'] },
  { name: 'Form designers', processes: ['formBuilder'] },
  { name: 'Managers', processes: ['people', 'chronology'] },
]

export type SampleStaff = {
  email: string
  name: string
  password: string
  totpSecret: string
  groups: string[]
}

/** Who can sign in to the client of the sample authority. Its passwords are printed, so it must never hold real data. */
export const sampleStaff: SampleStaff[] = [
  {
    email: 'jo.carter@example.gov.uk',
    name: 'Jo Carter',
    password: 'amber-otter-crosses-the-river',
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    groups: ['SEND officers', 'Form designers'],
  },
  {
    email: 'sam.okafor@example.gov.uk',
    name: 'Sam Okafor',
    password: 'copper-finch-by-the-old-mill',
    totpSecret: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
    groups: ['SEND officers'],
  },
  {
    email: 'priya.shah@example.gov.uk',
    name: 'Priya Shah',
    password: 'quiet-heron-above-the-weir',
    totpSecret: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK',
    groups: ['Data team'],
  },
]
