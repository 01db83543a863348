import { Button, Mark, Text } from '@mantine/core'
import type { TextMatch } from '@send/shared/forms/replace-texts'
import { translator } from '@send/shared/texts/translator'

import type { OutlineItem } from './outline-items.ts'
import classes from './search.module.css'

const t = translator('en')

/** More rows than this nobody reads; all of them are replaced all the same. */
const mostShown = 200

/** How much of a text is shown before and behind the match, in characters. */
const around = 40

type SearchMatchesProps = {
  matches: readonly TextMatch[]
  items: readonly OutlineItem[]
  replacement: string
  onOpen: (where: string) => void
  onReplace: (match: TextMatch) => void
}

/** Each place that was found: where it is, what stands there, and what it becomes. */
export function SearchMatches({ matches, items, replacement, onOpen, onReplace }: SearchMatchesProps) {
  const labels = new Map(items.map(({ id, label }) => [id, label]))
  return (
    <>
      <table className={classes.matches} aria-label={t('search.matches')}>
        <thead>
          <tr>
            <th scope="col">{t('search.where')}</th>
            <th scope="col">{t('search.before')}</th>
            <th scope="col">{t('search.after')}</th>
            <th scope="col">{t('search.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {matches.slice(0, mostShown).map((match) => {
            const { where, number, language, start } = match
            const label = labels.get(where) ?? ''
            const name = t('search.name', { name: match.name, language: t(`search.${language}`) })
            const place = `${label}, ${name}`
            return (
              <tr key={`${where} ${number} ${language} ${start}`}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.place}
                    aria-label={t('search.go', { place })}
                    onClick={() => onOpen(where)}
                  >
                    {label}
                  </button>
                  <Text size="xs">{name}</Text>
                </th>
                <td>
                  <Snippet {...match} word={match.text.slice(start, start + match.length)} />
                </td>
                <td>
                  <Snippet {...match} word={replacement} />
                </td>
                <td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('search.replaceAt', { place })}
                    onClick={() => onReplace(match)}
                  >
                    {t('search.replace')}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {matches.length > mostShown && <Text size="sm">{t('search.more', { count: mostShown })}</Text>}
    </>
  )
}

/** The words around a match, with one word in its place. */
function Snippet({ text, start, length, word }: TextMatch & { word: string }) {
  const from = Math.max(0, start - around)
  const to = start + length + around
  return (
    <>
      {from > 0 && '…'}
      {text.slice(from, start)}
      <Mark>{word}</Mark>
      {text.slice(start + length, to)}
      {to < text.length && '…'}
    </>
  )
}
