import type { Messages } from '../zh-CN'
import accounts from './accounts'
import app from './app'
import reports from './reports'
import ui from './ui'

const en: Messages = { app, accounts, reports, ui }
export default en
