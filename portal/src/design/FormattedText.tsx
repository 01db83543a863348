import type { FormattedBlock, FormattedPiece } from '@send/shared/forms/questions/formatted-text'

/** A text with paragraphs, lists, bold and italic; whatever else was typed in it is drawn as its letters. */
export function FormattedText({ blocks }: { blocks: FormattedBlock[] }) {
  return <div className="send-formatted">{blocks.map(drawBlock)}</div>
}

function drawBlock(block: FormattedBlock, index: number) {
  switch (block.kind) {
    case 'paragraph':
      return <p key={index}>{block.pieces.map(drawPiece)}</p>
    case 'bulletedList':
      return (
        <ul key={index} className="govuk-list govuk-list--bullet">
          {block.items.map((item, place) => (
            <li key={place}>{item.blocks.map(drawBlock)}</li>
          ))}
        </ul>
      )
    case 'numberedList':
      return (
        <ol key={index} className="govuk-list govuk-list--number">
          {block.items.map((item, place) => (
            <li key={place} value={item.number}>
              {item.blocks.map(drawBlock)}
            </li>
          ))}
        </ol>
      )
  }
}

function drawPiece(piece: FormattedPiece, index: number) {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'lineBreak':
      return <br key={index} />
    case 'strong':
      return <strong key={index}>{piece.pieces.map(drawPiece)}</strong>
    case 'emphasis':
      return <em key={index}>{piece.pieces.map(drawPiece)}</em>
  }
}
