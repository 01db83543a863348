import { customType } from 'drizzle-orm/pg-core'

/**
 * A jsonb column that may hold any JSON value. The library's own `jsonb()` parses a second time whatever the
 * driver has parsed already, so that the text "2" would come back as the number 2.
 */
export const jsonbValue = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
})
