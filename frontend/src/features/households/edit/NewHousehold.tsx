import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { placesQuery } from '@/api/account'
import { zHouseholdFactsIn } from '@/api/gen/zod.gen'
import { useWorkPlaceId } from '@/lib/workPlace'
import { FormFrame } from '@/ui/form/FormFrame'
import { useFields } from '../fields'
import { useMay } from '../queries'
import { FactInputs } from './FactInputs'
import { InitialLoad } from './InitialLoad'
import { Likenesses } from './Likeness'
import { useLikenesses } from './likenesses'
import { type NewValues, useMake } from './make'
import { NewMembers } from './NewMembers'
import { NewWhere } from './NewWhere'
import { personalOf } from './values'
import { useToday, When } from './When'

const BASE = ['facts']
const FIRST = ['household_kind', 'main_cause', 'contact_phone']
const BY_PROCEDURE = ['poverty_state', 'exit_year', 'relapse_causes']

/** A household entered by hand: where, what kind, who; looked for before it is made. */
export function NewHousehold() {
  const { t } = useTranslation()
  const [form] = Form.useForm<NewValues>()
  const fields = useFields()
  const today = useToday()
  const mayLoad = useMay('imports:merge')
  const place = useWorkPlaceId()
  const { data: places } = useQuery(placesQuery)
  const villages = places?.filter(({ kind }) => kind === 'village') ?? []
  // The village one works in, or the only one there is.
  const here = villages.length === 1 ? villages[0] : villages.find(({ id }) => id === place)
  const village = Form.useWatch('village_id', form)
  const people = Form.useWatch('members', form) ?? []
  const loads = Form.useWatch('loads', form) === true
  const found = useLikenesses(village, people)
  const make = useMake(form)
  const kept = loads ? [...BY_PROCEDURE, 'registration'] : BY_PROCEDURE
  const own = [...fields.section('household'), ...fields.section('living')].filter(
    ({ slug }) => !kept.includes(slug),
  )
  if (!places) return null
  return (
    <section className="surface new-household">
      <FormFrame
        form={form}
        initialValues={{
          village_id: here?.id,
          valid_from: today,
          facts: { registration: 'candidate' },
          members: [{ relation: '01' }],
        }}
        onSubmit={make.submit}
        pending={make.pending}
        lines={make.lines}
        submitText={t('households.make.save')}
        onCancel={make.leave}
        draft={{
          key: 'household-new',
          personal: personalOf([...own, ...fields.section('member')]),
        }}
        saved={make.saved}
      >
        <NewWhere />
        {mayLoad ? <InitialLoad loads={loads} /> : null}
        <h2>{t('households.make.household')}</h2>
        <FactInputs
          section="household"
          fields={own}
          first={loads ? FIRST : ['registration', ...FIRST]}
          base={BASE}
          schema={zHouseholdFactsIn}
          without={{ registration: ['registered'] }}
          open={make.refused}
        />
        <h2>{t('households.make.members')}</h2>
        <NewMembers open={make.refused} />
        <When document={false} />
        <Likenesses items={found} />
      </FormFrame>
    </section>
  )
}
