import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { verifyAudit } from '@/api/gen/sdk.gen'
import type { ProofOut, ProofRequest } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { Card } from '@/ui/Card'
import { FormErrors } from '@/ui/form/FormErrors'
import { useServerErrors } from '@/ui/form/serverErrors'
import { PageHead } from '@/ui/PageHead'
import { Head } from './Head'
import { headQuery } from './queries'
import './journal.css'

interface Kept {
  seq?: string
  hash?: string
}
const HASH = /^[0-9a-f]{64}$/

const requestOf = ({ seq, hash }: Kept): ProofRequest =>
  seq && hash ? { seq: Number(seq), hash } : {}

/** The head to print and keep outside, and the proof that nothing was changed since. */
export function ProofPage() {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('journal.proof.title')} />
      <Card title={t('journal.proof.head')}>
        <CurrentHead />
      </Card>
      <Card title={t('journal.proof.verify')} className="noprint">
        <Verify />
      </Card>
    </>
  )
}

function CurrentHead() {
  const { data: head } = useSuspenseQuery(headQuery)
  return <Head head={head} />
}

function Verify() {
  const { t } = useTranslation()
  const [form] = Form.useForm<Kept>()
  const queries = useQueryClient()
  const { lines, show, clear } = useServerErrors(form)
  const verify = useMutation({
    mutationFn: async (kept: Kept) =>
      (await verifyAudit({ body: requestOf(kept), throwOnError: true })).data,
    onError: show,
    onSuccess: ({ head }) => queries.setQueryData(headQuery.queryKey, head),
  })
  const both = { validator: bothOrNone(form, t('journal.proof.both')) }
  return (
    <>
      <p className="sub">{t('journal.proof.how')}</p>
      <FormErrors lines={lines} />
      <Form
        form={form}
        layout="vertical"
        className="kept-head"
        onFinish={(kept) => {
          clear()
          verify.mutate(kept)
        }}
      >
        <Form.Item
          name="seq"
          label={t('journal.proof.keptSeq')}
          rules={[{ pattern: /^\d{1,15}$/, message: t('journal.proof.seqBad') }, both]}
        >
          <Input inputMode="numeric" maxLength={15} />
        </Form.Item>
        <Form.Item
          name="hash"
          label={t('journal.proof.keptHash')}
          normalize={(typed: string) => typed.trim().toLowerCase()}
          rules={[{ pattern: HASH, message: t('journal.proof.hashBad') }, both]}
        >
          <Input maxLength={80} className="mono" spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={verify.isPending}>
          {t('journal.proof.verify')}
        </Button>
      </Form>
      <div role="status">{verify.data ? <Verdict proof={verify.data} /> : null}</div>
    </>
  )
}

const bothOrNone = (form: { getFieldsValue: () => Kept }, message: string) => async () => {
  const { seq, hash } = form.getFieldsValue()
  if (Boolean(seq) !== Boolean(hash)) throw new Error(message)
}

function Verdict({ proof: { is_whole, checked, fault } }: { proof: ProofOut }) {
  const { t } = useTranslation()
  const n = count(checked)
  return (
    <Alert
      type={is_whole ? 'success' : 'error'}
      showIcon
      title={t(is_whole ? 'journal.proof.whole' : 'journal.proof.broken', { n })}
      description={is_whole ? undefined : `${fault ?? ''}${t('journal.proof.whatNow')}`}
    />
  )
}
