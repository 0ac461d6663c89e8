/** Form rules from the generated zod object, so that the server's model is the one source. */
import type { Rule } from 'antd/es/form'
import type { ZodMiniObject, ZodMiniType } from 'zod/mini'
import i18n, { type TextKey } from '@/lib/i18n'

interface Issue {
  code: string
  minimum?: unknown
  maximum?: unknown
  origin?: string
}

/** zod speaks English and names patterns; people get our sentence. */
export function issueText({ code, minimum, maximum, origin }: Issue): string {
  const kind = origin === 'string' ? 'Text' : ''
  const key: TextKey =
    code === 'too_small'
      ? `ui.rule.tooSmall${kind}`
      : code === 'too_big'
        ? `ui.rule.tooBig${kind}`
        : 'ui.rule.invalid'
  return i18n.t(key, { min: Number(minimum), max: Number(maximum) })
}

export function zodRules<T extends ZodMiniObject>(schema: T) {
  return (field: keyof T['shape'] & string): Rule[] => [
    {
      validator: async (_, value: unknown) => {
        const typed = value === '' || value === undefined ? null : value
        const verdict = (schema.shape[field] as ZodMiniType).safeParse(typed)
        if (!verdict.success) throw new Error(issueText(verdict.error.issues[0] as Issue))
      },
    },
  ]
}
