import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { zMemberFactsIn } from '@/api/gen/zod.gen'
import { useFields } from '../fields'
import { FactInputs } from './FactInputs'
import { BY_EVENTS, MEMBER_FIRST } from './memberFirst'

const MOST = 40

/** The people of a new household, one card each; the first is the head. */
export function NewMembers({ open }: { open: boolean }) {
  const { t } = useTranslation()
  const fields = useFields()
    .section('member')
    .filter(({ slug }) => !BY_EVENTS.includes(slug))
  return (
    <Form.List name="members">
      {(people, { add, remove }) => (
        <>
          <p className="sub">{t('households.make.headFirst')}</p>
          {people.map(({ key, name }, index) => (
            <section key={key} className="person">
              <div className="person-head">
                <h3>{t('households.make.member', { n: index + 1 })}</h3>
                {people.length > 1 ? (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('households.make.dropMember', { n: index + 1 })}
                    title={t('households.make.dropMember', { n: index + 1 })}
                    onClick={() => remove(name)}
                  />
                ) : null}
              </div>
              <FactInputs
                section="member"
                fields={fields}
                first={MEMBER_FIRST}
                base={['members', name]}
                within={[name]}
                schema={zMemberFactsIn}
                open={open}
              />
            </section>
          ))}
          <Button
            block
            type="dashed"
            icon={<PlusOutlined />}
            disabled={people.length >= MOST}
            onClick={() => add({})}
          >
            {t('households.make.addMember')}
          </Button>
        </>
      )}
    </Form.List>
  )
}
