/** The sum of a year as the server works it out; here only to show it while one types. */
export const ADDED = [
  'wage_income_fen',
  'business_income_fen',
  'property_income_fen',
  'transfer_income_fen',
] as const
export const TAKEN = 'business_cost_fen'
/** Parts of a sum stand indented below it. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  property_income_fen: ['asset_dividend_fen', 'other_property_fen'],
  transfer_income_fen: [
    'family_planning_fen',
    'allowance_income_fen',
    'destitute_income_fen',
    'pension_income_fen',
    'ecological_income_fen',
    'other_transfer_fen',
  ],
}
export const isPart = (slug: string): boolean =>
  Object.values(PARTS).some((parts) => parts.includes(slug))

export type Amounts = Readonly<Record<string, number | null | undefined>>

const known = (fen: number | null | undefined): fen is number =>
  typeof fen === 'number' && Number.isSafeInteger(fen)

/** Unknown where one of the five parts is: nothing is guessed. */
export function netFen(amounts: Amounts): number | null {
  const parts = ADDED.map((slug) => amounts[slug])
  const cost = amounts[TAKEN]
  if (!known(cost) || !parts.every(known)) return null
  return (parts as number[]).reduce((sum, part) => sum + part, 0) - cost
}

/** Half a fen goes away from zero, as on the server. */
export function perHeadFen(net: number | null, members: number): number | null {
  if (net === null || members <= 0) return null
  const sign = net < 0 ? -1 : 1
  return sign * Math.floor((2 * Math.abs(net) + members) / (2 * members))
}
