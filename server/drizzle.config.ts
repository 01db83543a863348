import { defineConfig } from 'drizzle-kit'

// drizzle-kit reads a default export; this is the only one in the house.
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/**/tables.ts',
  out: './src/database/migrations',
})
