import type { Pictogram } from '@send/shared/forms/questions/pictogram'

const face = 'M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20M8.5 9v1M15.5 9v1'
const head = 'M12 3a4 4 0 1 0 0 8a4 4 0 0 0 0-8'

/** The lines of each picture in a square of 24 units. */
const drawings: Record<Pictogram, string> = {
  happy: `${face}M7.5 14a5 5 0 0 0 9 0`,
  unsure: `${face}M8 16l2-1.5l2 1.5l2-1.5l2 1.5`,
  sad: `${face}M7.5 17a5 5 0 0 1 9 0`,
  worried: `${face}M9.5 16a2.5 2 0 1 0 5 0a2.5 2 0 1 0-5 0M7 7l2.5-1M17 7l-2.5-1`,
  angry: `${face}M8 17h8M7 6.5l3 1.5M17 6.5l-3 1.5`,
  calm: 'M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20M7 10a1.5 1.5 0 0 0 3 0M14 10a1.5 1.5 0 0 0 3 0M8.5 14.5a4.5 4.5 0 0 0 7 0',
  home: 'M2 12l10-9l10 9M5 10v11h14V10M10 21v-6h4v6',
  school: 'M12 2v5M12 2h4v2.5h-4M4 21V12l8-5l8 5v9zM2 21h20M10 21v-5h4v5M7.5 14v2M16.5 14v2',
  person: `${head}M4 21a8 8 0 0 1 16 0z`,
  people:
    'M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6M16 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6M2 20a6 6 0 0 1 10-4.5a6 6 0 0 1 10 4.5z',
  talk: 'M3 4h18v12H11l-5 5v-5H3zM7 8.5h10M7 12h6',
  book: 'M12 6C9 4 6 4 2 5v14c4-1 7-1 10 1c3-2 6-2 10-1V5c-4-1-7-1-10 1zM12 6v14',
  pencil: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4M4 20l3-.6',
  numbers: 'M3 9l2.5-2v10M10 9a2 2 0 1 1 3.5 1.5L10 17h4.5M17 7h4l-2.5 4a3 3 0 1 1-2 5.5',
  music: 'M9 18V5l11-2v13M9 18a3 2.5 0 1 1-6 0a3 2.5 0 1 1 6 0M20 16a3 2.5 0 1 1-6 0a3 2.5 0 1 1 6 0',
  ball: 'M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20M12 8l4 3l-1.5 4.5h-5L8 11zM12 8V2M16 11l5.5-2M14.5 15.5l3.5 4.5M9.5 15.5L6 20M8 11L2.5 9',
  tree: 'M12 22v-8M12 18l3-2M12 2a5 5 0 0 0-4.7 3.5A4.5 4.5 0 0 0 8 14.5h8a4.5 4.5 0 0 0 .7-9A5 5 0 0 0 12 2',
  animal:
    'M12 11c-3 0-6 4-6 7c0 2 2 3 3.5 2.5c1.7-.6 3.3-.6 5 0C16 21 18 20 18 18c0-3-3-7-6-7M9 3a1.7 2.5 0 1 0 0 5a1.7 2.5 0 0 0 0-5M15 3a1.7 2.5 0 1 0 0 5a1.7 2.5 0 0 0 0-5M4.5 8.5a1.5 2.3 0 1 0 0 4.6a1.5 2.3 0 0 0 0-4.6M19.5 8.5a1.5 2.3 0 1 0 0 4.6a1.5 2.3 0 0 0 0-4.6',
  screen: 'M2 4h20v13H2zM12 17v4M7 21h10',
  food: 'M6 2v7a2.5 2.5 0 0 0 2.5 2.5v10.5M11 2v7a2.5 2.5 0 0 1-2.5 2.5M8.5 2v6M17 22v-8h-2.5V7C14.5 4 16 2 17 2z',
  sleep: 'M2 6v14M2 17h20v3M22 17v-4a3 3 0 0 0-3-3h-8v7M4.5 12.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15 2h4l-4 5h4',
  quiet: 'M3 9v6h4l5 5V4L7 9zM16 9l6 6M22 9l-6 6',
  clock: 'M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20M12 6v6l4 3',
  hand: 'M7 13V5.5a1.5 1.5 0 0 1 3 0V11V3.5a1.5 1.5 0 0 1 3 0V11V4.5a1.5 1.5 0 0 1 3 0V12V7.5a1.5 1.5 0 0 1 3 0V15a7 7 0 0 1-7 7c-3.5 0-5-2-6.5-5L3.5 13.5c-.8-1.8 1.5-2.8 2.5-1.5z',
  bus: 'M3 4h18v14H3zM3 12h18M12 4v8M6 18v3M18 18v3M6.5 15h1M16.5 15h1',
  health: 'M12 21C5 16 2 12.5 2 8.5A5 5 0 0 1 12 7a5 5 0 0 1 10 1.5C22 12.5 19 16 12 21M12 9v6M9 12h6',
}

/** A picture beside words that say the same: screen readers leave it out. */
export function PictogramDrawing({ name }: { name: Pictogram }) {
  return (
    <svg className="send-pictogram" viewBox="0 0 24 24" aria-hidden focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}
