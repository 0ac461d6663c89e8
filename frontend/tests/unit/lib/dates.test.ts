import { expect, test } from 'vitest'
import { daysBetween, instant, isDay } from '@/lib/dates'
import { secondsLeft } from '@/lib/timeLeft'

test('an instant is shown in the time of the district', () => {
  expect(instant('2018-11-25T02:05:00Z')).toBe('2018-11-25 10:05')
  expect(instant('2018-12-31T18:00:00Z')).toBe('2019-01-01 02:00')
})

test.each([
  ['2018-02-28', true],
  ['2020-02-29', true],
  ['2018-02-29', false],
  ['2018-13-01', false],
  ['2018-2-1', false],
  [20180201, false],
])('%s is a day: %s', (text, verdict) => expect(isDay(text)).toBe(verdict))

test('days between', () => {
  expect(daysBetween('2018-02-27', '2018-03-01')).toBe(2)
  expect(daysBetween('2018-03-01', '2018-02-27')).toBe(-2)
})

test('time left follows the pace so far', () => {
  const now = Date.parse('2018-11-25T00:00:10Z')
  expect(secondsLeft('2018-11-25T00:00:00Z', 100, 400, now)).toBe(30)
  expect(secondsLeft('2018-11-25T00:00:00Z', 0, 400, now)).toBeNull()
  expect(secondsLeft('2018-11-25T00:00:00Z', 10, null, now)).toBeNull()
  expect(secondsLeft(null, 10, 400, now)).toBeNull()
})
