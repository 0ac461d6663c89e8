import { useSuspenseQuery } from '@tanstack/react-query'
import { Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { rolesQuery } from '../queries'
import { byNoun, nounWord, verbWord } from '../words'

/** What a program may be given; what speaks for a person is not among it. */
export function ScopesField() {
  const { t } = useTranslation()
  const { data } = useSuspenseQuery(rolesQuery)
  return (
    <Form.Item
      name="scopes"
      label={t('accounts.clients.scopes')}
      extra={t('accounts.clients.scopesHint')}
      rules={[{ required: true, message: t('accounts.clients.scopesMissing') }]}
    >
      <Checkbox.Group className="scope-choice" aria-label={t('accounts.clients.scopes')}>
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
    </Form.Item>
  )
}
