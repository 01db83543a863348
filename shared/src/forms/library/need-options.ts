import type { Choice } from './library-parts.ts'

/** The four broad areas of need of the SEND Code of Practice, in a family’s words. */
export const broadNeeds: readonly Choice[] = [
  ['communication', 'Talking, listening and being with others', 'Siarad, gwrando a bod gydag eraill'],
  ['learning', 'Learning', 'Dysgu'],
  ['emotional', 'Feelings, behaviour and mental health', 'Teimladau, ymddygiad ac iechyd meddwl'],
  ['physical', 'Seeing, hearing, moving or the senses', 'Gweld, clywed, symud neu’r synhwyrau'],
  ['unsure', 'I am not sure', 'Dydw i ddim yn siŵr'],
]

/** The types of need of the SEN2 return: each value is its code in small letters. */
export const sen2Needs: readonly Choice[] = [
  ['spld', 'Specific learning difficulty', 'Anhawster dysgu penodol'],
  ['mld', 'Moderate learning difficulty', 'Anhawster dysgu cymedrol'],
  ['sld', 'Severe learning difficulty', 'Anhawster dysgu difrifol'],
  ['pmld', 'Profound and multiple learning difficulty', 'Anhawster dysgu dwys a lluosog'],
  ['semh', 'Social, emotional and mental health', 'Iechyd cymdeithasol, emosiynol a meddyliol'],
  ['slcn', 'Speech, language and communication', 'Lleferydd, iaith a chyfathrebu'],
  ['hi', 'Hearing impairment', 'Nam ar y clyw'],
  ['vi', 'Vision impairment', 'Nam ar y golwg'],
  ['msi', 'Multi-sensory impairment', 'Nam amlsynhwyraidd'],
  ['pd', 'Physical disability', 'Anabledd corfforol'],
  ['asd', 'Autism', 'Awtistiaeth'],
  ['ds', 'Down syndrome', 'Syndrom Down'],
  ['oth', 'Another need', 'Angen arall'],
]
