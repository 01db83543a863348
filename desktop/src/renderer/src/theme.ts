import { createTheme, InputWrapper, Modal, Notification } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

/** Dense and calm: one accent colour, dark enough for its text to be read in both schemes. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: 8,
  fontSizes: { sm: '13px', md: '14px' },
  components: {
    // Mantine's grey is too pale to be read at this size.
    InputWrapper: InputWrapper.extend({ styles: { description: { color: 'inherit', fontSize: 12 } } }),
    // What fades cannot be read while it does, and Mantine leaves the cross without a name.
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 0 },
        closeButtonProps: { 'aria-label': t('casework.close') },
      },
    }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': t('shell.closeNotice') } },
    }),
  },
})
