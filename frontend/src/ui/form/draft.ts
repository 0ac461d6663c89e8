/** What was typed survives a reload of this tab; what must not lie in a browser does not. */
import type { FormInstance } from 'antd'
import { useEffect, useRef, useState } from 'react'

const KEPT_AFTER_MS = 400
const nameOf = (key: string) => `jingzhun:draft:${key}`

/** Drops the named fields wherever they stand, in lists of members too. */
export function withoutPersonal(value: unknown, personal: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutPersonal(item, personal))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !personal.includes(key))
      .map(([key, inner]) => [key, withoutPersonal(inner, personal)]),
  )
}

function stored(key: string | undefined): object | null {
  if (!key) return null
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null') as object | null
  } catch {
    return null
  }
}

interface Settings {
  key: string
  personal: readonly string[]
}

export function useDraft<Values>(
  form: FormInstance<Values>,
  settings: Settings | undefined,
  saved: boolean,
) {
  const [restored, setRestored] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const key = settings?.key
  const forget = () => {
    clearTimeout(timer.current)
    if (key) sessionStorage.removeItem(nameOf(key))
  }
  useEffect(() => {
    const values = stored(key)
    if (!values) return
    form.setFieldsValue(values as Parameters<typeof form.setFieldsValue>[0])
    setRestored(true)
  }, [form, key])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the moment of saving matters.
  useEffect(() => {
    if (saved) forget()
  }, [saved])
  const keep = () => {
    if (!settings) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const values = withoutPersonal(form.getFieldsValue(true), settings.personal)
      sessionStorage.setItem(nameOf(settings.key), JSON.stringify(values))
    }, KEPT_AFTER_MS)
  }
  const discard = () => {
    forget()
    setRestored(false)
    form.resetFields()
  }
  return { restored, keep, discard }
}
