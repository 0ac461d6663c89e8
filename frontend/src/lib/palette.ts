/** Colours that reach 4.5:1 on white and on the page's grey; the CSS repeats them as variables. */
export const font =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,-apple-system,"Segoe UI",sans-serif'
export const palette = {
  ink: '#16202e',
  sub: '#566274',
  line: '#e3e8ef',
  ground: '#f4f6f9',
  primary: '#1557b0',
  good: '#0b7a4b',
  warn: '#a35200',
  bad: '#c0281c',
  violet: '#6b3fa0',
} as const
export const series = [
  '#1557b0',
  '#0e8a76',
  '#d98200',
  '#7a4fb5',
  '#c0281c',
  '#5b6675',
  '#2f9ed8',
  '#9aa34a',
]
