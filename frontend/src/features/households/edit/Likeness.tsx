import { Link } from '@tanstack/react-router'
import { Alert, Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Likeness } from '@/api/gen/types.gen'
import { type Newcomer, useLikenesses } from './likenesses'

/** Who may be here already. With records found, one says that none of them is meant. */
export function Likenesses({ items }: { items: readonly Likeness[] }) {
  const { t } = useTranslation()
  if (items.length === 0) return null
  return (
    <Alert
      role="status"
      type="warning"
      showIcon
      className="likenesses"
      title={t('households.make.duplicates')}
      description={
        <>
          <ul className="warnings">
            {items.map((one) => (
              <li key={`${one.why}${one.what}${one.member_id ?? one.household_id ?? ''}`}>
                {t(
                  one.why === 'id_number' ? 'households.make.sameId' : 'households.make.sameName',
                  {
                    what: one.what,
                  },
                )}
                {' · '}
                <Where likeness={one} />
              </li>
            ))}
          </ul>
          <Form.Item
            name="not_same"
            valuePropName="checked"
            rules={[
              {
                validator: async (_, said: unknown) => {
                  if (!said) throw new Error(t('households.make.review'))
                },
              },
            ]}
          >
            <Checkbox>{t('households.make.notSame')}</Checkbox>
          </Form.Item>
        </>
      }
    />
  )
}

function Where({ likeness }: { likeness: Likeness }) {
  const { t } = useTranslation()
  const { household_id: id, household_no: no, head_name: head } = likeness
  if (!id) return <span>{t('households.make.outOfScope')}</span>
  return (
    <Link to="/households/$id" params={{ id }} search={{}} target="_blank">
      {t('households.make.heldBy', { no: no ?? '', head: head ?? '—' })}
    </Link>
  )
}

export function MemberLikeness({ village }: { village: string }) {
  const person = Form.useWatch<Newcomer | undefined>('facts')
  return <Likenesses items={useLikenesses(village, [person])} />
}
