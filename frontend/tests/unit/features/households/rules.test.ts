import { describe, expect, test } from 'vitest'
import type { FieldsOut } from '@/api/gen/types.gen'
import {
  changedFacts,
  filledFacts,
  overlap,
  personalOf,
  startOf,
} from '@/features/households/edit/values'
import { warningOf } from '@/features/households/edit/warnings'
import { makeFields } from '@/features/households/fields'
import { grouped } from '@/features/households/groups'
import { birthOf, checksOut, isWholeId, plainId, sexOf } from '@/features/households/idNumber'
import { netFen, perHeadFen } from '@/features/households/income'
import { householdSearch, listPart, recordSearch, toQuery } from '@/features/households/search'

const field = (slug: string, more: object = {}) => ({
  slug,
  title: slug,
  section: 'household' as const,
  kind: 'text' as const,
  unit: '',
  protection: 'open' as const,
  is_required: false,
  official: '',
  help: '',
  table: null,
  ...more,
})
const declared: FieldsOut = {
  fields: [
    field('main_cause', { kind: 'choice', table: 'causes' }),
    field('other_causes', { kind: 'multi', table: 'causes' }),
    field('contact_phone', { protection: 'sealed' }),
    field('remark', { protection: 'personal' }),
    field('exit_year', { kind: 'count', unit: '年' }),
    field('brand_new'),
  ],
  tables: [
    {
      slug: 'causes',
      district: false,
      is_large: false,
      codes: [{ code: '1', title: '因病', title_en: 'Illness' }],
    },
  ],
}
const fields = makeFields(declared, false)
const household = fields.section('household')

describe('fields', () => {
  test('codes speak the language of the page, protected values are masked', () => {
    expect(fields.get('main_cause').fact.choices).toEqual({ '1': '因病' })
    expect(makeFields(declared, true).get('main_cause').fact.choices).toEqual({ '1': 'Illness' })
    expect(fields.get('contact_phone').fact.kind).toBe('masked')
    expect(fields.get('exit_year').fact.kind).toBe('text')
  })
  test('a fact no heading knows stands under "other"', () => {
    expect(grouped('household', household).map(({ name }) => name)).toEqual([
      'standing',
      'account',
      'other',
    ])
    expect(grouped('household', household).at(-1)?.fields[0]?.slug).toBe('brand_new')
  })
})

describe('what is sent', () => {
  const before = { main_cause: '1', contact_phone: '138****0000', remark: null }
  const same = { main_cause: '1', other_causes: [], remark: ' ' }
  test('a form left alone sends nothing', () => {
    expect(changedFacts(household, before, startOf(household, before))).toEqual({})
    expect(startOf(household, before)).not.toHaveProperty('contact_phone')
    expect(changedFacts(household, { ...before, remark: '' }, same)).toEqual({})
  })
  test('only changes go out: an emptied value as null, a protected one when typed or emptied', () => {
    expect(changedFacts(household, before, { ...same, main_cause: undefined })).toEqual({
      main_cause: null,
    })
    expect(changedFacts(household, before, { ...same, contact_phone: '13900000000' })).toEqual({
      contact_phone: '13900000000',
    })
    expect(changedFacts(household, before, { ...same, contact_phone: null })).toEqual({
      contact_phone: null,
    })
  })
  test('something new sends what was filled in', () => {
    expect(filledFacts(household, { main_cause: '1', remark: '', other_causes: [] })).toEqual({
      main_cause: '1',
    })
  })
  test('drafts leave personal fields out; a conflict is where both changed the same', () => {
    expect(personalOf(household)).toEqual(['contact_phone', 'remark'])
    const mine = { main_cause: '2', exit_year: 2018 }
    expect(overlap(mine, before, { ...before, remark: 'x' })).toEqual([])
    expect(overlap(mine, before, { ...before, main_cause: '3' })).toEqual(['main_cause'])
  })
})

describe('ID numbers', () => {
  // Made up: 440899 is nobody's division.
  const id = '440899196803121239'
  test('read as people type them', () => {
    expect(plainId(' 44089919680312123ｘ')).toBe('44089919680312123X')
    expect(isWholeId('44089919680312123')).toBe(false)
    expect([birthOf(id), sexOf(id)]).toEqual(['1968-03-12', '1'])
    expect(sexOf('440899196803121247')).toBe('2')
  })
  test('exactly one last character fits', () => {
    const fitting = [...'0123456789X'].filter((last) => checksOut(id.slice(0, 17) + last))
    expect(fitting).toHaveLength(1)
  })
  test('said while one types, for resident cards only', () => {
    expect(warningOf('id_number', '4408', { id_kind: '01' })).toMatch(/18/)
    expect(warningOf('id_number', '4408', { id_kind: '02' })).toBeNull()
    const good = id.slice(0, 17) + [...'0123456789X'].find((c) => checksOut(id.slice(0, 17) + c))
    expect(warningOf('id_number', good, {})).toBeNull()
    expect(warningOf('born_on', '1970-01-01', { id_number: good })).toContain('1968-03-12')
    expect(warningOf('sex', '2', { id_number: good })).not.toBeNull()
    expect(warningOf('sex', '1', { id_number: good })).toBeNull()
    expect(warningOf('other_causes', ['1'], { main_cause: '1' })).not.toBeNull()
    expect(warningOf('phone', '1380000', {})).toMatch(/11/)
  })
})

describe('income', () => {
  const amounts = {
    wage_income_fen: 100,
    business_income_fen: 50,
    property_income_fen: 0,
    transfer_income_fen: 1,
    business_cost_fen: 150,
  }
  test('is unknown where a part is, never zero', () => {
    expect(netFen(amounts)).toBe(1)
    expect(netFen({ ...amounts, property_income_fen: null })).toBeNull()
    expect(netFen({ ...amounts, business_cost_fen: Number.NaN })).toBeNull()
  })
  test('half a fen goes away from zero', () => {
    expect(perHeadFen(1, 2)).toBe(1)
    expect(perHeadFen(-1, 2)).toBe(-1)
    expect(perHeadFen(10, 3)).toBe(3)
    expect(perHeadFen(10, 0)).toBeNull()
  })
})

describe('addresses', () => {
  test('what is odd falls away; text to search for has no place in them', () => {
    const raw = { kind: ['general'], sort: '-head_name', has_able: 'maybe', text: '陈', page: '2' }
    expect(householdSearch(raw)).toEqual({ kind: ['general'], sort: '-head_name', page: 2 })
  })
  test('a record carries the list it came from', () => {
    const search = recordSearch({
      state: ['poor'],
      page: 3,
      tab: 'income',
      edit: 'head',
      list: true,
    })
    expect(listPart(search)).toEqual({ state: ['poor'], page: 3 })
    expect(toQuery(listPart(search), 'p1')).toEqual({
      state: ['poor'],
      page: 3,
      page_size: 50,
      place: 'p1',
    })
  })
  test('a day of changes is a day of the district', () => {
    expect(toQuery({ changed_since: '2018-06-01' }, undefined).changed_since).toBe(
      '2018-06-01T00:00:00+08:00',
    )
  })
})
