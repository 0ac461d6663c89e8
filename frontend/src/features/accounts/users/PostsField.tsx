import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type PlaceKind, placesQuery } from '@/api/account'
import type { Level, PostIn } from '@/api/gen/types.gen'
import { PlaceSelect } from '@/ui/PlaceSelect'
import { rolesQuery } from '../queries'
import { useRoleTitle } from '../words'

const KIND_OF: Record<Level, PlaceKind> = { district: 'county', town: 'town', village: 'village' }

/** The posts of an account: a role, and a place of a kind where it may stand. */
export function PostsField({ disabled }: { disabled?: boolean }) {
  const { t } = useTranslation()
  return (
    <fieldset className="posts" disabled={disabled}>
      <legend>{t('accounts.columns.roles')}</legend>
      <Form.List name="roles">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <PostRow
                key={key}
                at={name}
                disabled={disabled ?? false}
                {...(rows.length > 1 && { onRemove: () => remove(name) })}
              />
            ))}
            <Button icon={<PlusOutlined />} disabled={disabled ?? false} onClick={() => add({})}>
              {t('accounts.users.addRole')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function PostRow({
  at,
  disabled,
  onRemove,
}: {
  at: number
  disabled: boolean
  onRemove?: () => void
}) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<{ roles: Partial<PostIn>[] }>()
  const role = Form.useWatch(['roles', at, 'role'], form)
  const { data: catalogue } = useSuspenseQuery(rolesQuery)
  const { data: places } = useSuspenseQuery(placesQuery)
  const titleOf = useRoleTitle()
  const levels = catalogue.items.find((one) => one.role === role)?.levels
  const kinds = levels?.map((level) => KIND_OF[level])
  const fit = (chosen: string) => {
    const allowed = catalogue.items.find((one) => one.role === chosen)?.levels ?? []
    const fitting = places.filter(({ kind }) => allowed.some((level) => KIND_OF[level] === kind))
    const now = form.getFieldValue(['roles', at, 'place_id'])
    // The only place of its kind is the one that is meant; one that no longer fits is let go.
    if (fitting.length === 1) form.setFieldValue(['roles', at, 'place_id'], fitting[0]?.id)
    else if (!fitting.some(({ id }) => id === now))
      form.setFieldValue(['roles', at, 'place_id'], undefined)
  }
  return (
    <div className="post">
      <Form.Item
        name={[at, 'role']}
        rules={[{ required: true, message: t('accounts.users.roleMissing') }]}
      >
        <Select
          aria-label={t('accounts.columns.role')}
          placeholder={t('accounts.columns.role')}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={disabled}
          options={catalogue.items.map((one) => ({ value: one.role, label: titleOf(one.role) }))}
          onChange={fit}
        />
      </Form.Item>
      <Form.Item
        name={[at, 'place_id']}
        rules={[{ required: true, message: t('accounts.users.placeMissing') }]}
        extra={levels?.map((level) => t(`accounts.levels.${level}`)).join(t('ui.comma'))}
      >
        <PlaceSelect
          aria-label={t('accounts.columns.place')}
          placeholder={t('accounts.columns.place')}
          disabled={disabled}
          {...(kinds && { kinds })}
        />
      </Form.Item>
      {onRemove ? (
        <Button
          type="text"
          aria-label={t('accounts.users.dropRole')}
          title={t('accounts.users.dropRole')}
          icon={<DeleteOutlined />}
          disabled={disabled}
          onClick={onRemove}
        />
      ) : null}
    </div>
  )
}
