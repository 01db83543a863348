import type { Random } from '@send/shared/values/seeded-random'

/** Says when to kill, so that it is in the midst of the work: on a busy machine later than on a quiet one. */
export type Aim = {
  /** Milliseconds after the requests were sent. */
  choose(): number
  learn(answered: number, requests: number): void
}

const [shortest, longest] = [4, 4000] // milliseconds

/**
 * An aim for one kind of request, which takes about so many milliseconds at first: a kill that came too late draws it in, one
 * that came too early reaches out.
 */
export function createAim(random: Random, atFirst = 50): Aim {
  let reach = atFirst
  return {
    choose: () => random.next() * reach,
    learn(answered, requests) {
      if (answered === requests) reach = Math.max(shortest, reach * 0.6)
      else if (answered === 0) reach = Math.min(longest, reach * 1.4)
    },
  }
}
