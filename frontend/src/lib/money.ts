/** Money is whole fen everywhere; only the screen speaks of yuan. No float ever holds an amount. */

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** 123456 → "1,234.56". Exact: it moves the point, it does not divide. */
export function fenToYuan(fen: number | bigint | string): string {
  const text = String(fen)
  if (!/^-?\d+$/.test(text)) throw new RangeError(`not whole fen: ${text}`)
  const negative = text.startsWith('-')
  const digits = text.replace('-', '').padStart(3, '0')
  return `${negative ? '-' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** "1,200.5" or "１２００元" → 120050; null when it is no amount to the fen. */
export function yuanToFen(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s¥]/g, '')
    .replace(/元$/, '')
  const found = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!found) return null
  const fen = Number(`${found[2]}${(found[3] ?? '').padEnd(2, '0')}`)
  return found[1] && fen !== 0 ? -fen : fen
}

/** Basis points as a percentage: 9325 → "93.25%", 10000 → "100%". */
export function percentOfBp(bp: number): string {
  const hundredths = fenToYuan(bp).replace(/\.?0+$/, '')
  return `${hundredths}%`
}

/** 1234567 → "1,234,567". */
export const count = (whole: number): string =>
  `${whole < 0 ? '-' : ''}${grouped(String(Math.abs(whole)))}`
