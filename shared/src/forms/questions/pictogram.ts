import { z } from 'zod'

/** The pictures that can stand beside an option, whose words are always there too; `portal` draws them. */
export const Pictogram = z.enum([
  'happy',
  'unsure',
  'sad',
  'worried',
  'angry',
  'calm',
  'home',
  'school',
  'person',
  'people',
  'talk',
  'book',
  'pencil',
  'numbers',
  'music',
  'ball',
  'tree',
  'animal',
  'screen',
  'food',
  'sleep',
  'quiet',
  'clock',
  'hand',
  'bus',
  'health',
])
export type Pictogram = z.infer<typeof Pictogram>
