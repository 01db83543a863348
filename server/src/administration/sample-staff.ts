import type { ShippedGroup } from './shipped-groups.ts'

export type SampleStaff = {
  email: string
  name: string
  password: string
  totpSecret: string
  groups: ShippedGroup[]
}

/** Who can sign in to the client of the sample authority. Its passwords are printed, so it must never hold real data. */
export const sampleStaff: SampleStaff[] = [
  {
    email: 'jo.carter@example.gov.uk',
    name: 'Jo Carter',
    password: 'amber-otter-crosses-the-river',
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    groups: ['SEND officers', 'Form and portal administrators'],
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
  {
    email: 'alex.reid@example.gov.uk',
    name: 'Alex Reid',
    password: 'silver-badger-under-the-bridge',
    totpSecret: 'ORSXG5BAMFSG22LONFZXI4TBORXXE4TT',
    groups: ['System administrators'],
  },
  {
    email: 'morgan.hale@example.gov.uk',
    name: 'Morgan Hale',
    password: 'patient-lynx-along-the-wall',
    totpSecret: 'MF2WI2LUN5ZCA43BNVYGYZJAMFRWG33V',
    groups: ['Managers and auditors'],
  },
]
