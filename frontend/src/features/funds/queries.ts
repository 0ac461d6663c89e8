import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { idempotent, ifMatch } from '@/api/client'
import { download } from '@/api/download'
import {
  getFundPlanAllocationOptions,
  getFundPlanOptions,
  listFundPlanPeopleOptions,
  listFundPlansOptions,
} from '@/api/gen/@tanstack/react-query.gen'
import * as sdk from '@/api/gen/sdk.gen'
import type {
  FundPlanCreate,
  FundPlanDetail,
  FundPlanStep,
  SpreadRequest,
} from '@/api/gen/types.gen'
import { DEFAULT_PAGE_SIZE } from '@/lib/urlState'
import type { FundPlanSearch, FundPlansSearch } from './search'

const pages = ({ page = 1, page_size = DEFAULT_PAGE_SIZE }: FundPlansSearch | FundPlanSearch) => ({
  page,
  page_size,
})

export const plansQuery = (search: FundPlansSearch) =>
  queryOptions({
    ...listFundPlansOptions({
      query: { ...pages(search), ...(search.state && { state: search.state }) },
    }),
    placeholderData: keepPreviousData,
  })

export const planQuery = (planId: string) =>
  queryOptions({ ...getFundPlanOptions({ path: { plan_id: planId } }) })

export const allocationQuery = (planId: string) =>
  queryOptions({ ...getFundPlanAllocationOptions({ path: { plan_id: planId } }) })

export const peopleQuery = (planId: string, search: FundPlanSearch) =>
  queryOptions({
    ...listFundPlanPeopleOptions({
      path: { plan_id: planId },
      query: { ...pages(search), ...(search.village && { village: search.village }) },
    }),
    placeholderData: keepPreviousData,
  })

export const makePlan = async (body: FundPlanCreate, key: string) =>
  (await sdk.makeFundPlan({ body, headers: idempotent(key), throwOnError: true })).data

/** Asked on the version one has seen: whoever was quicker makes it a conflict, not a surprise. */
const onVersion = ({ rev }: FundPlanDetail, key: string) => ({
  ...ifMatch(`"${rev}"`),
  ...idempotent(key),
})

export const revisePlan = async (plan: FundPlanDetail, body: FundPlanCreate, key: string) => {
  const headers = onVersion(plan, key)
  const path = { plan_id: plan.id }
  return (await sdk.reviseFundPlan({ path, body, headers, throwOnError: true })).data
}

const STEPS = {
  check: sdk.checkFundPlan,
  return: sdk.returnFundPlan,
  withdraw: sdk.withdrawFundPlan,
  decide: sdk.decideFundPlan,
  announce: sdk.announceFundPlan,
  supersede: sdk.supersedeFundPlan,
} as const
export type StepAction = keyof typeof STEPS

export const isStep = (action: string): action is StepAction => action in STEPS

export const takeStep = (
  plan: FundPlanDetail,
  action: StepAction,
  body: FundPlanStep,
  key: string,
) =>
  STEPS[action]({
    path: { plan_id: plan.id },
    body,
    headers: onVersion(plan, key),
    throwOnError: true,
  })

export const upload = async (file: File) =>
  (await sdk.uploadAttachment({ body: { file }, throwOnError: true })).data

export const spread = async (body: SpreadRequest) =>
  (await sdk.spreadAmount({ body, throwOnError: true })).data

const PLANS = '/api/v1/fund-plans'
export const getSheet = (id: string) => download(`${PLANS}/${id}/allocation.xlsx`)
export const getNotice = (id: string) => download(`${PLANS}/${id}/notice.pdf`)
export const getScan = (attachmentId: string) => download(`/api/v1/attachments/${attachmentId}`)
