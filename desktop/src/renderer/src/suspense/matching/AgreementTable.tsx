import { translator } from '@send/shared/texts/translator'

import classes from './matching.module.css'
import { falseMatchesInWords, kappaInWords, rateInWords, type Results } from './matching-words.ts'

const t = translator('en')

/** One row a source: what was drawn, what came of it, and what follows for all decisions of the source. */
export function AgreementTable({ sources }: { sources: Results['sources'] }) {
  const counts = ['decisions', 'drawn', 'waiting', 'cannotTell', 'agreed', 'disagreed'] as const
  return (
    <table className={classes.table}>
      <caption>{t('matching.agreementTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('matching.source')}</th>
          {counts.map((name) => (
            <th key={name} scope="col" className={classes.number}>
              {t(`matching.count.${name}`)}
            </th>
          ))}
          <th scope="col">{t('matching.agreement')}</th>
          <th scope="col" className={classes.number}>
            {t('matching.kappa')}
          </th>
          <th scope="col">{t('matching.falseMatches')}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((each) => (
          <tr key={each.source}>
            <th scope="row">{t(`suspense.source.${each.source}`)}</th>
            {counts.map((name) => (
              <td key={name} className={classes.number}>
                {each[name]}
              </td>
            ))}
            <td>{rateInWords(each.rate)}</td>
            <td className={classes.number}>{kappaInWords(each.kappa)}</td>
            <td>{falseMatchesInWords(each.falseMatches)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
