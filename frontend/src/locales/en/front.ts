import type { Messages } from '../zh-CN'

const front: Messages['front'] = {
  login: 'Sign in',
  loginHint: 'Use the account your office gave you',
  username: 'User name',
  password: 'Password',
  usernameMissing: 'Enter your user name',
  passwordMissing: 'Enter your password',
  sessionEnded: 'Your session has ended, please sign in again.',
  demo: 'Demo accounts',
  demoHint: 'Click to fill in the name; the password is shown where the server was started.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  repeatPassword: 'New password again',
  repeatDiffers: 'The two new passwords differ',
  passwordRule:
    'At least 12 characters: mix letters of both cases, digits and signs; use it nowhere else.',
  passwordTooShort: 'At least 12 characters',
  savePassword: 'Save new password',
  passwordFirst: 'This is a one-time password. Change it to one of your own, then begin.',
  oneTimePassword: 'One-time password',
}
export default front
