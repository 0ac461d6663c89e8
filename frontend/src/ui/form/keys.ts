import type { FormInstance } from 'antd'
import type { KeyboardEvent } from 'react'

/** Ctrl Enter submits from any field, text areas included. */
export const submitOnCtrlEnter =
  <Values>(form: FormInstance<Values>) =>
  (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.submit()
  }
