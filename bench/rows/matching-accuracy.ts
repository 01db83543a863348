import { labelledSets, type SetName } from '../matching/labelled-sets.ts'
import { measureAccuracy, type Accuracy } from '../matching/measure-accuracy.ts'
import { measureReference } from '../matching/plain-reference.ts'
import type { Goal, Row } from '../row.ts'

type Measured = { ours: Accuracy; reference: Pick<Accuracy, 'f1' | 'recallAt999'> }

// The sets and the method are the same in every round: each is measured once.
const measured = new Map<SetName, Promise<Measured | undefined>>()

function measure(name: SetName): Promise<Measured | undefined> {
  const known = measured.get(name) ?? measureSet(name)
  measured.set(name, known)
  return known
}

async function measureSet(name: SetName): Promise<Measured | undefined> {
  const set = await labelledSets[name]()
  return set && { ours: await measureAccuracy(set), reference: measureReference(set) }
}

type Figure = 'f1' | 'recallAt999'
const words: Record<Figure, string> = {
  f1: 'Best F1 of the best candidate of every incoming child',
  recallAt999: 'Recall at a precision of 99.9 % of the best candidate of every incoming child',
}

function rankingRow(id: string, figure: Figure, names: SetName[], goal: Goal, on: string): Row {
  return {
    id,
    what: `${words[figure]} by name, date of birth and postcode, half of the true persons not on record, beside a Fellegi–Sunter of the usual kind: ${on}`,
    compare: 'alone',
    unit: 'share',
    sideUnit: 'share',
    goal,
    async prepare() {
      const found = (await Promise.all(names.map(measure))).filter((set) => set !== undefined)
      if (found.length < names.length) console.error('  The public files are not there: generated sets only.')
      // The worst set counts.
      const worst = (side: 'ours' | 'reference') => Math.min(...found.map((set) => set[side][figure]))
      return { ours: async () => worst('ours'), peer: async () => worst('reference') }
    },
  }
}

const moderateSets: SetName[] = ['moderate', 'febrl2', 'febrl3']
const hardSets: SetName[] = ['heavy', 'fake1000']

export const matchingAccuracyRows: Row[] = [
  rankingRow(
    'matching.f1',
    'f1',
    moderateSets,
    { at: 'least', value: 0.9935 },
    'the worst of the moderately corrupted sets',
  ),
  rankingRow(
    'matching.recallAt999',
    'recallAt999',
    moderateSets,
    { at: 'least', value: 0.985 },
    'the worst of the moderately corrupted sets',
  ),
  {
    ...rankingRow(
      'matching.hard',
      'f1',
      hardSets,
      { at: 'least', value: 1 },
      'the worst of the heavily corrupted sets',
    ),
    compare: 'share',
  },
  {
    id: 'matching.automatic',
    what: 'Share of the true persons of an ordinary set that are matched automatically, beside what of it the rules alone match',
    compare: 'alone',
    unit: 'share',
    sideUnit: 'share',
    goal: { at: 'least', value: 0.8 },
    async prepare() {
      const ours = (await measure('ordinary'))?.ours
      return {
        ours: async () => ours?.automaticShare ?? Number.NaN,
        peer: async () => ours?.byRuleShare ?? Number.NaN,
      }
    },
  },
  {
    id: 'matching.automaticWrong',
    what: 'Wrong automatic matches of 10,000 twins, brothers, sisters and namesakes, beside those of the score alone',
    compare: 'alone',
    unit: 'matches',
    sideUnit: 'matches',
    goal: { at: 'most', value: 0 },
    async prepare() {
      const ours = (await measure('lookalikes'))?.ours
      return {
        ours: async () => ours?.automaticWrong ?? Number.NaN,
        peer: async () => ours?.wrongByScore ?? Number.NaN,
      }
    },
  },
  {
    id: 'matching.automaticWrongContacts',
    what: 'Wrong automatic matches of the same 10,000, where brothers and sisters share the telephone and e-mail of a parent, beside those of the score alone',
    compare: 'alone',
    unit: 'matches',
    sideUnit: 'matches',
    goal: { at: 'most', value: 0 },
    async prepare() {
      const ours = (await measure('sharedContacts'))?.ours
      return {
        ours: async () => ours?.automaticWrong ?? Number.NaN,
        peer: async () => ours?.wrongByScore ?? Number.NaN,
      }
    },
  },
]
