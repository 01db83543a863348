import { Stack, Switch, Text } from '@mantine/core'
import { tilesOf, type PortalFace, type Tile } from '@send/shared/accounts/portal-faces/tiles'
import { translator } from '@send/shared/texts/translator'

import classes from '../administration.module.css'

const t = translator('en')

type TileSwitchesProps = {
  face: PortalFace
  tilesOff: readonly Tile[]
  disabled: boolean
  onChange: (tilesOff: Tile[]) => void
}

/** What people can begin on a face: a switch each. */
export function TileSwitches({ face, tilesOff, disabled, onChange }: TileSwitchesProps) {
  function turn(tile: Tile, on: boolean) {
    // Always in the order of the list, so that two who switch the same off wrote the same.
    onChange(tilesOf[face].filter((each) => (each === tile ? !on : tilesOff.includes(each))))
  }
  return (
    <fieldset className={classes.checks}>
      <legend>{t('portals.tiles')}</legend>
      <Text size="sm" mb="xs">
        {t('portals.tilesAbout')}
      </Text>
      <Stack gap="sm">
        {tilesOf[face].map((tile) => (
          <Switch
            key={tile}
            size="sm"
            label={t(`portals.tile.${tile}`)}
            description={t(`portals.tileAbout.${tile}`)}
            styles={{ description: { color: 'var(--mantine-color-text)' } }}
            disabled={disabled}
            checked={!tilesOff.includes(tile)}
            onChange={({ currentTarget }) => turn(tile, currentTarget.checked)}
          />
        ))}
      </Stack>
    </fieldset>
  )
}
