import type { Messages } from '../zh-CN'
import accounts from './accounts'
import app from './app'
import households from './households'
import jobs from './jobs'
import journal from './journal'
import places from './places'
import reports from './reports'
import ui from './ui'

const en: Messages = { app, accounts, households, jobs, journal, places, reports, ui }
export default en
