/** What an eighteen-character ID number says of itself (GB 11643). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const LAST = '10X98765432'

export const isWholeId = (text: string): boolean => /^\d{17}[\dX]$/.test(text)

export function checksOut(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return LAST[sum % 11] === text[17]
}

/** "440811196803121234" → born 1968-03-12, a man ("1"), else a woman ("2"). */
export const birthOf = (text: string): string =>
  `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
export const sexOf = (text: string): string => (Number(text[16]) % 2 ? '1' : '2')

/** As people type it: full-width digits, blanks, a small x. */
export const plainId = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
