import { describe, expect, test } from 'vitest'
import { count, fenToYuan, percentOfBp, yuanToFen } from '@/lib/money'

describe('fen to yuan', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [123456, '1,234.56'],
    [100000000, '1,000,000.00'],
    [-123456, '-1,234.56'],
    [-5, '-0.05'],
    ['90071992547409931', '900,719,925,474,099.31'],
  ])('%s', (fen, yuan) => expect(fenToYuan(fen)).toBe(yuan))

  test('refuses what is not whole fen', () => {
    expect(() => fenToYuan(1.5)).toThrow(RangeError)
    expect(() => fenToYuan('12.3')).toThrow(RangeError)
  })
})

describe('yuan to fen', () => {
  test.each([
    ['1,200', 120000],
    ['1,200.5元', 120050],
    ['１２００元', 120000],
    ['¥0.29', 29],
    ['-3.10', -310],
    ['0', 0],
  ])('%s', (text, fen) => expect(yuanToFen(text)).toBe(fen))

  test.each(['', '1.234', '一千', '1e3', '--1', '12.', '99999999999999'])('refuses %j', (text) =>
    expect(yuanToFen(text)).toBeNull(),
  )

  test('there and back for every fen of a yuan', () => {
    for (let fen = -100; fen <= 100; fen += 1) expect(yuanToFen(fenToYuan(fen))).toBe(fen)
  })
})

test.each([
  [9325, '93.25%'],
  [10000, '100%'],
  [9300, '93%'],
  [50, '0.5%'],
  [0, '0%'],
])('%s basis points', (bp, text) => expect(percentOfBp(bp)).toBe(text))

test.each([
  [0, '0'],
  [1234567, '1,234,567'],
  [-1234, '-1,234'],
])('counts %s', (whole, text) => expect(count(whole)).toBe(text))
