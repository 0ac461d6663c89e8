import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell, type Value } from '@/ui/Cell'
import { Descriptions } from '@/ui/Descriptions'
import { ErrorCard } from '@/ui/ErrorCard'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { useFields } from '../fields'
import { type Household, householdQuery } from '../queries'
import { Kind, State } from '../words'

interface Props {
  /** Undefined closes it; it stays in the page, so that the focus goes back to the list. */
  id: string | undefined
  onClose: () => void
}

/** A look at one household without leaving the list; Esc closes it. */
export function Peek({ id, onClose }: Props) {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/households' })
  const last = useRef('')
  last.current = id ?? last.current
  const query = householdQuery(last.current, search.at)
  const { data, error, refetch } = useQuery({ ...query, enabled: id !== undefined })
  return (
    <Drawer
      open={id !== undefined}
      size={480}
      title={data?.head_name ?? t('households.peek')}
      onClose={onClose}
      extra={
        <LinkButton
          to="/households/$id"
          params={{ id: last.current }}
          search={{ ...search, list: true }}
          color="primary"
          variant="solid"
        >
          {t('households.open')}
        </LinkButton>
      }
    >
      {error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : null}
      <Suspense fallback={<Loading />}>
        {data ? <Glance household={data} /> : error ? null : <Loading />}
      </Suspense>
    </Drawer>
  )
}

const SHOWN = ['main_cause', 'contact_phone', 'remark'] as const

function Glance({ household }: { household: Household }) {
  const { t } = useTranslation()
  const fields = useFields()
  const { facts, members, household_no, income_year } = household
  const where = [household.town_name, household.village_name, household.hamlet_name]
  const plain = SHOWN.map((slug) => ({
    key: slug,
    label: fields.get(slug).title,
    value: <Cell fact={fields.get(slug).fact} value={facts[slug] as Value} />,
  }))
  const income = <Cell fact={{ kind: 'money' }} value={household.net_income_per_head_fen} />
  return (
    <>
      <p className="record-line glance-head">
        <Kind fields={fields} code={household.household_kind} />
        <State
          fields={fields}
          state={household.poverty_state}
          registration={household.registration}
        />
      </p>
      <Descriptions
        items={[
          {
            key: 'no',
            label: t('households.columns.household_no'),
            value: <span className="mono">{household_no}</span>,
          },
          {
            key: 'place',
            label: t('households.place'),
            value: where.filter(Boolean).join(' / '),
            wide: true,
          },
          ...plain,
          {
            key: 'income',
            label: t('households.columns.per_head'),
            value: (
              <>
                {income} {income_year ? <span className="sub num">({income_year})</span> : null}
              </>
            ),
          },
        ]}
      />
      <h3 className="glance">{t('households.tabs.members')}</h3>
      <ul className="plain">
        {members?.map(({ id, age, facts: person }) => (
          <li key={id} className="record-line">
            <b>{person.name}</b>
            {(['relation', 'sex', 'labour'] as const).map((slug) => (
              <span key={slug}>
                <Cell fact={fields.get(slug).fact} value={person[slug]} />
              </span>
            ))}
            {age === null ? null : <span>{t('households.members.years', { n: age })}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
