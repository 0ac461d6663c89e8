import type { Messages } from '../zh-CN'

const accounts: Messages['accounts'] = {
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
  mustChange: 'This is a one-time password. Choose your own before you start.',
  passwordRule: 'At least 12 characters, not used elsewhere.',
  passwordTooShort: 'At least 12 characters',
  savePassword: 'Save new password',
  passwordChanged: 'Password changed, sign in with the new one.',
}
export default accounts
