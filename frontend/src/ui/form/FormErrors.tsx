import { Alert } from 'antd'

/** What the server said of the form as a whole: one line on top, read out when it comes. */
export function FormErrors({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Alert className="form-errors" role="alert" type="error" showIcon title={lines.join('；')} />
  )
}
