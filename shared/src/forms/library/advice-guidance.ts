import type { Text } from '../../texts/language.ts'

/** What whoever is asked for advice reads first; six weeks are those of SEND Regulations 2014 reg 8. */
export const adviceGuidance: Text = {
  en: 'We ask you for advice because we are assessing what help this child needs. The law gives you six weeks. Write so that the family understands every word. Say what the child needs, what should come of it, and what help it takes.',
  cy: 'Rydym yn gofyn i chi am gyngor am ein bod yn asesu pa gymorth sydd ei angen ar y plentyn hwn. Mae’r gyfraith yn rhoi chwe wythnos i chi. Ysgrifennwch fel bod y teulu’n deall pob gair. Dywedwch beth sydd ei angen ar y plentyn, beth ddylai ddod ohono, a pha gymorth sydd ei angen.',
}
