import { notifications } from '@mantine/notifications'

/** Says in the server's own sentence what went wrong; it stays until somebody closes it. */
export function showFailure(error: { message: string }): void {
  notifications.show({ color: 'red', message: error.message, autoClose: false })
}
