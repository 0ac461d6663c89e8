import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { idempotent, ifMatch } from '@/api/client'
import {
  getParameterOptions,
  listParametersOptions,
  previewParameterEffectsOptions,
} from '@/api/gen/@tanstack/react-query.gen'
import * as sdk from '@/api/gen/sdk.gen'
import type { RevisionCreate, RevisionOut } from '@/api/gen/types.gen'

const asked = (year: number | undefined) => (year === undefined ? {} : { year })

export const parametersQuery = (year: number | undefined) =>
  queryOptions({
    ...listParametersOptions({ query: asked(year) }),
    placeholderData: keepPreviousData,
  })

export const parameterQuery = (slug: string, year: number | undefined) =>
  queryOptions({
    ...getParameterOptions({ path: { slug }, query: asked(year) }),
    placeholderData: (before) => (before?.slug === slug ? before : undefined),
  })

export const effectsQuery = (slug: string, year: number) =>
  queryOptions({
    ...previewParameterEffectsOptions({ path: { slug }, query: { year } }),
    placeholderData: keepPreviousData,
  })

export const propose = (slug: string, body: RevisionCreate, key: string) =>
  sdk.proposeParameterRevision({
    path: { slug },
    body,
    headers: idempotent(key),
    throwOnError: true,
  })

const STEPS = {
  confirm: sdk.confirmParameterRevision,
  decline: sdk.declineParameterRevision,
  withdraw: sdk.withdrawParameterRevision,
} as const

export const isStep = (action: string): action is keyof typeof STEPS => action in STEPS

/** Taken on the version one has seen: whoever was quicker makes it a conflict, not a surprise. */
export const takeStep = (
  { id, rev }: RevisionOut,
  action: keyof typeof STEPS,
  note: string,
  key: string,
) =>
  STEPS[action]({
    path: { revision_id: id },
    body: { note },
    headers: { ...ifMatch(`"${rev}"`), ...idempotent(key) },
    throwOnError: true,
  })
