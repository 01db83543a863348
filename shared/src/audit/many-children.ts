/**
 * When one member of staff looks at unusually many children. An officer's whole caseload is some 150 to 250
 * children; nobody works through a hundred different records in an hour, and three hundred would be one in
 * every twelve seconds. Names in results pass by in greater numbers: a search shows fifty at a time, so a
 * thousand different children are twenty full searches that never met the same child twice.
 */
export const manyChildren = {
  windowMinutes: 60,
  /** Different children whose own data was opened. */
  opened: { alertAt: 100, throttleAt: 300 },
  /** Different children who were named in results of searches and comparisons. */
  shown: { alertAt: 1000, throttleAt: 3000 },
} as const
