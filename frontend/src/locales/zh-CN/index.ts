import accounts from './accounts'
import app from './app'
import households from './households'
import jobs from './jobs'
import journal from './journal'
import places from './places'
import reports from './reports'
import ui from './ui'

const zh = { app, accounts, households, jobs, journal, places, reports, ui }
export default zh

type Widen<T> = { [K in keyof T]: T[K] extends string ? string : Widen<T[K]> }
/** What every other language must say too. */
export type Messages = Widen<typeof zh>
