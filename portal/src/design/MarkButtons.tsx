import type { ReactNode } from 'react'

export type MarkButtonsProps = {
  /** The id of the box that they write into. */
  boxId: string
  label: string
  names: { bold: string; italic: string; bullets: string; numbers: string }
}

/** Buttons that put marks around what is selected in a box; seen only where a script makes them work. */
export function MarkButtons({ boxId, label, names }: MarkButtonsProps) {
  const button = (mark: keyof MarkButtonsProps['names'], keys?: string) => ({
    type: 'button' as const,
    className: 'send-mark',
    'data-mark': mark,
    'aria-label': names[mark],
    'aria-controls': boxId,
    'aria-keyshortcuts': keys,
    title: names[mark],
  })
  return (
    <fieldset className="send-marks" aria-label={label} data-marks={boxId}>
      <button {...button('bold', 'Control+B')}>
        <strong aria-hidden="true">B</strong>
      </button>
      <button {...button('italic', 'Control+I')}>
        <em aria-hidden="true">I</em>
      </button>
      <button {...button('bullets')}>
        <ListIcon marks={<path d="M4 6h.01M4 12h.01M4 18h.01" strokeWidth="3.5" />} />
      </button>
      <button {...button('numbers')}>
        <ListIcon marks={<path d="M3 5l1.5-1v5M3 15.5c0-2 3-2 3 0 0 1.2-3 2-3 3.5h3" strokeWidth="1.5" />} />
      </button>
    </fieldset>
  )
}

function ListIcon({ marks }: { marks: ReactNode }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {marks}
      <path d="M10 6h11M10 12h11M10 18h11" strokeWidth="2" />
    </svg>
  )
}
