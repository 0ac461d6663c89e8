import { useSuspenseQuery } from '@tanstack/react-query'
import { Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { rolesQuery } from '../queries'
import { byNoun, nounWord, verbWord } from '../words'

/** What a program may be given; what speaks for a person is not among it. */
export function ScopesField() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="scopes"
      label={t('accounts.clients.scopes')}
      extra={t('accounts.clients.scopesHint')}
      rules={[{ required: true, message: t('accounts.clients.scopesMissing') }]}
    >
      <Scopes />
    </Form.Item>
  )
}

interface Props {
  id?: string
  value?: string[]
  onChange?: (scopes: string[]) => void
}

/** A group may not be called required or invalid; its message says it. */
function Scopes({ id, value, onChange }: Props) {
  const { t } = useTranslation()
  const { data } = useSuspenseQuery(rolesQuery)
  return (
    <Checkbox.Group<string>
      aria-label={t('accounts.clients.scopes')}
      {...(id && { id })}
      value={value ?? []}
      onChange={(scopes) => onChange?.(scopes)}
    >
      <div className="scopes">
        {byNoun(data.client_scopes).map(({ noun, permissions }) => (
          <div key={noun} role="group" aria-label={nounWord(noun)}>
            <span className="sub">{nounWord(noun)}</span>
            <span className="row">
              {permissions.map((scope) => (
                <Checkbox key={scope} value={scope} title={scope}>
                  {verbWord(scope)}
                </Checkbox>
              ))}
            </span>
          </div>
        ))}
      </div>
    </Checkbox.Group>
  )
}
