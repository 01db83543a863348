import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { users } from './tables.ts'

/** That an account is neither off nor closed, as a condition beside `users`. */
export function canSignIn(): SQL | undefined {
  return and(eq(users.disabled, false), isNull(users.closedAt))
}
