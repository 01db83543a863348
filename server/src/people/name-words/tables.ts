import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/** Every word of the names on record, by what stays of it when it is misspelt; the keys are those of shared/suspense/matching/near-words. */
export const nameWords = pgTable(
  'name_words',
  {
    key: bigint({ mode: 'number' }).notNull(),
    word: text().notNull(),
    /** The candidate key of everybody who bears it. */
    personKey: bigint('person_key', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.word] }),
    // To find the words that nobody bears any more.
    index('name_words_person_key').on(table.personKey),
    // To find those that begin as it was typed.
    index('name_words_word').on(table.word),
  ],
)
