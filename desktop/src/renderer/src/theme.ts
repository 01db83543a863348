import { createTheme } from '@mantine/core'

/** Dense and calm: one accent colour, dark enough for its text to be read in both schemes. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: 8,
  fontSizes: { sm: '13px', md: '14px' },
})
