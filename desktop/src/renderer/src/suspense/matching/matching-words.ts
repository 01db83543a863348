import type { MatchingSetting, SuspenseSource } from '@send/shared/suspense/matching-settings'
import type { Rate } from '@send/shared/suspense/second-review/wilson-interval'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { thresholdInWords } from '../suspense-words.ts'

const t = translator('en')

export type Settings = RouterOutputs['matchingSettings']['list']['settings']
export type Preview = RouterOutputs['matchingSettings']['preview']
export type Results = RouterOutputs['secondReviews']['getResults']
type SourceResults = Results['sources'][number]

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const hundredths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const significant = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 })

/** A probability as it is typed: 0.995 as "99.5". */
export function percentTyped(probability: number): string {
  return Number.isFinite(probability) ? String(Math.round(probability * 10_000) / 100) : ''
}

/** What was typed as a share from 0 to 1, to the hundredth of a per cent; not a number where it is none. */
export function readPercent(typed: string): number {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  return /^\d{1,3}(\.\d{0,2})?$/.test(text) ? Math.round(Number(text) * 100) / 10_000 : Number.NaN
}

/** "Would have matched 412 by itself, of which people rejected 3", and what differs from what counts now. */
export function previewInWords(past: Preview['sources'][number]): { done: string; changed: string } {
  const { decisions, proposed, more, fewer } = past
  if (decisions === 0) return { done: t('matching.noDecisions'), changed: '' }
  const changed =
    more === 0 && fewer === 0
      ? t('matching.asNow')
      : t('matching.moreFewer', { more: whole.format(more), fewer: whole.format(fewer) })
  const { automatic, rejected, discarded } = proposed
  if (automatic === 0)
    return { done: t('matching.wouldHaveNone', { decisions: whole.format(decisions) }), changed }
  const done = t('matching.wouldHave', {
    automatic: whole.format(automatic),
    decisions: whole.format(decisions),
    rejected: whole.format(rejected),
  })
  return {
    done:
      discarded === 0
        ? done
        : `${done}${t('matching.wouldHaveDiscarded', { discarded: whole.format(discarded) })}`,
    changed,
  }
}

/** A change of a source as it is asked for and told: "Parent: automatic from 99.5 % → 97.0 %". */
export function settingChangeInWords(
  source: SuspenseSource,
  { before, after }: { before: MatchingSetting; after: MatchingSetting },
): string {
  const parts = [
    ...(before.automaticFrom === after.automaticFrom
      ? []
      : [
          t('matching.changedThreshold', {
            before: automaticInWords(before.automaticFrom),
            after: automaticInWords(after.automaticFrom),
          }),
        ]),
    ...(before.reviewedShare === after.reviewedShare
      ? []
      : [t('matching.changedShare', { before: before.reviewedShare, after: after.reviewedShare })]),
  ]
  return `${t(`suspense.source.${source}`)}: ${parts.join('; ')}`
}

function automaticInWords(automaticFrom: MatchingSetting['automaticFrom']): string {
  return automaticFrom === 'never' ? t('matching.neverInWords') : thresholdInWords(automaticFrom)
}

/** A share with its interval: "94.1 % (80.9 to 98.4 %)"; an em dash for none. */
export function rateInWords(rate: Rate | null): string {
  if (!rate) return '—'
  const [share, low, high] = [rate.share, rate.low, rate.high].map((part) => tenths.format(part * 100))
  return t('matching.rate', { share: share ?? '', low: low ?? '', high: high ?? '' })
}

export function kappaInWords(kappa: number | null): string {
  return kappa === null ? '—' : hundredths.format(kappa).replace('-', '−')
}

/** "2 of 48 (0 to 9)"; an em dash where no match was reviewed. */
export function falseMatchesInWords(found: SourceResults['falseMatches']): string {
  if (!found) return '—'
  const { matches, estimate, low, high } = found
  return t('matching.falseMatchesOf', {
    estimate: whole.format(estimate),
    matches: whole.format(matches),
    low: whole.format(Math.floor(low)),
    high: whole.format(Math.ceil(high)),
  })
}

/** A share of a level, which may be very small: "93.1 %", "0.0042 %". */
export function shareInWords(share: number): string {
  return `${significant.format(share * 100)} %`
}
