import type { PathStep } from '@send/shared/forms/form-paths'
import { translator } from '@send/shared/texts/translator'

import classes from './paths.module.css'

const t = translator('en')

// Lengths in units of the picture, one of which is a CSS pixel at full size.
const box = { left: 60, width: 290, height: 44 }
const gap = 30
const middle = box.left + box.width / 2
const bypass = 20
const corner = 10
const rowHeight = box.height + gap
const width = box.left + box.width + 10

/** How many letters of a title stand in a box. */
const mostLetters = 40

/** Pages as boxes one below the other; beside what can be skipped runs the way past it. */
export function PathsPicture({ steps }: { steps: readonly PathStep[] }) {
  const height = (steps.length + 2) * rowHeight + gap
  const end = (steps.length + 1) * rowHeight
  return (
    <svg
      className={classes.picture}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={t('logic.pathsPicture')}
    >
      <defs>
        <marker
          id="path-arrow"
          viewBox="0 0 8 8"
          refX="8"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0 0 L8 4 L0 8 z" fill="currentColor" />
        </marker>
      </defs>
      <Terminal y={gap / 2} word={t('logic.path.start')} />
      <path className={classes.line} d={`M${middle} ${gap / 2 + 30} V${rowHeight}`} />
      {steps.map((step, index) => (
        <Step key={step.pageId} step={step} top={(index + 1) * rowHeight} />
      ))}
      <path className={classes.line} d={`M${middle} ${end} v${gap}`} markerEnd="url(#path-arrow)" />
      <Terminal y={end + gap} word={t('logic.path.end')} />
    </svg>
  )
}

/** Where a path begins or ends: round, as no page is. */
function Terminal({ y, word }: { y: number; word: string }) {
  return (
    <>
      <rect className={classes.box} x={box.left + 45} y={y} width={box.width - 90} height={30} rx={15} />
      <text className={classes.title} x={middle} y={y + 20} textAnchor="middle">
        {word}
      </text>
    </>
  )
}

/** A page from the point above it, where paths part, to the point below, where they meet again. */
function Step({ step, top }: { step: PathStep; top: number }) {
  const { number, shown, because } = step
  const title = shorten(t('forms.pageInOutline', { number, title: step.title || t('forms.noTitle') }))
  const y = top + gap
  const lost = shown === 'never'
  const note = lost ? t('logic.path.neverShort') : because && t('logic.path.sometimes', { because })
  const bottom = top + rowHeight
  return (
    <>
      {shown === 'always' ? null : (
        <path
          className={classes.line}
          d={`M${middle} ${top} H${bypass + corner} q${-corner} 0 ${-corner} ${corner} V${bottom - corner} q0 ${corner} ${corner} ${corner} H${middle}`}
        />
      )}
      {lost ? null : (
        <path className={classes.line} d={`M${middle} ${top} V${y}`} markerEnd="url(#path-arrow)" />
      )}
      <rect
        className={lost ? classes.lostBox : classes.box}
        x={box.left}
        y={y}
        width={box.width}
        height={box.height - 8}
        rx={3}
      />
      {lost ? <Cross x={box.left + 14} y={y + (box.height - 8) / 2} /> : null}
      <text className={classes.title} x={box.left + (lost ? 28 : 10)} y={y + (note ? 16 : 23)}>
        {title}
      </text>
      {note ? (
        <text className={classes.note} x={box.left + (lost ? 28 : 10)} y={y + 30}>
          {shorten(note)}
        </text>
      ) : null}
      {lost ? null : <path className={classes.line} d={`M${middle} ${y + box.height - 8} V${bottom}`} />}
    </>
  )
}

/** The shape of what cannot be reached, so that it is told by more than its colour. */
function Cross({ x, y }: { x: number; y: number }) {
  const arm = 6
  return (
    <path
      className={classes.cross}
      d={`M${x - arm} ${y - arm} l${2 * arm} ${2 * arm} m0 ${-2 * arm} l${-2 * arm} ${2 * arm}`}
    />
  )
}

function shorten(title: string): string {
  return title.length > mostLetters ? `${title.slice(0, mostLetters - 1).trimEnd()}…` : title
}
