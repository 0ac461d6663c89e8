import type { Messages } from '../zh-CN'
import accounts from './accounts'
import app from './app'
import declared from './declared'
import exports from './exports'
import figures from './figures'
import front from './front'
import funds from './funds'
import households from './households'
import imports from './imports'
import indicators from './indicators'
import jobs from './jobs'
import journal from './journal'
import places from './places'
import registers from './registers'
import reports from './reports'
import ui from './ui'

const en: Messages = {
  app,
  front,
  accounts,
  households,
  jobs,
  journal,
  places,
  reports,
  declared,
  exports,
  figures,
  funds,
  imports,
  indicators,
  registers,
  ui,
}
export default en
