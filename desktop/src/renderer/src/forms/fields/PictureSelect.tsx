import { NativeSelect } from '@mantine/core'
import { Pictogram } from '@send/shared/forms/questions/pictogram'
import type { ChoiceOption } from '@send/shared/forms/questions/single-choice'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

type PictureSelectProps = {
  /** The place of the option among the others, from 1. */
  number: number
  option: ChoiceOption
  onChange: (option: ChoiceOption) => void
}

/** The picture beside an option, chosen by its name; the preview shows what it looks like. */
export function PictureSelect({ number, option, onChange }: PictureSelectProps) {
  const { picture, ...plain } = option
  return (
    <NativeSelect
      size="xs"
      label={t('forms.picture', { number })}
      value={picture ?? ''}
      onChange={(event) => {
        const chosen = Pictogram.safeParse(event.currentTarget.value)
        onChange(chosen.success ? { ...plain, picture: chosen.data } : plain)
      }}
      data={[
        { value: '', label: t('forms.pictureNone') },
        ...Pictogram.options.map((value) => ({ value, label: t(`forms.picture.${value}`) })),
      ]}
    />
  )
}
