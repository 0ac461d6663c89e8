/** Said while one types; none of it hinders saving. The rules that do are the server's. */
import type { FormRule } from 'antd'
import i18n from '@/lib/i18n'
import { birthOf, checksOut, isWholeId, plainId, sexOf } from '../idNumber'

export type Values = Readonly<Record<string, unknown>>
type Say = (value: unknown, others: Values) => string | null

const ID_CARD = '01'
const NO_LABOUR = ['03', '04']
const said = (value: unknown): string => (typeof value === 'string' ? value : '')
const ownId = (others: Values): string => {
  const id = plainId(said(others.id_number))
  return isWholeId(id) && checksOut(id) ? id : ''
}

const SAY: Readonly<Record<string, Say>> = {
  id_number: (value, { id_kind }) => {
    const id = plainId(said(value))
    if (!id || (id_kind && id_kind !== ID_CARD)) return null
    if (!isWholeId(id)) return i18n.t('households.warn.idLength')
    return checksOut(id) ? null : i18n.t('households.warn.idCheck')
  },
  born_on: (value, others) => {
    const id = ownId(others)
    if (!id || !value || value === birthOf(id)) return null
    return i18n.t('households.warn.idBirth', { day: birthOf(id) })
  },
  sex: (value, others) => {
    const id = ownId(others)
    return id && value && value !== sexOf(id) ? i18n.t('households.warn.idSex') : null
  },
  phone: (value) => phone(value),
  contact_phone: (value) => phone(value),
  other_causes: (value, { main_cause }) => {
    const causes = Array.isArray(value) ? (value as string[]) : []
    if (causes.includes(said(main_cause))) return i18n.t('households.warn.sameCause')
    return causes.length > 2 ? i18n.t('households.warn.twoCauses') : null
  },
  work_area: (value, { labour }) =>
    value && NO_LABOUR.includes(said(labour)) ? i18n.t('households.warn.noSkill') : null,
}

function phone(value: unknown): string | null {
  const digits = said(value).normalize('NFKC').replace(/[\s-]/g, '')
  return /^1/.test(digits) && digits.length !== 11 ? i18n.t('households.warn.phone') : null
}

/** On which others a warning rests: it is judged anew when they change. */
export const RESTS_ON: Readonly<Record<string, readonly string[]>> = {
  id_number: ['id_kind'],
  born_on: ['id_number'],
  sex: ['id_number'],
  other_causes: ['main_cause'],
  work_area: ['labour'],
}

export function warningOf(slug: string, value: unknown, others: Values): string | null {
  return SAY[slug]?.(value, others) ?? null
}

export function warningRules(slug: string, base: readonly (string | number)[]): FormRule[] {
  if (!SAY[slug]) return []
  return [
    ({ getFieldValue }) => ({
      warningOnly: true,
      validator: async (_, value: unknown) => {
        const warning = warningOf(slug, value, (getFieldValue([...base]) ?? {}) as Values)
        if (warning) throw new Error(warning)
      },
    }),
  ]
}
