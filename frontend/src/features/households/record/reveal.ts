/** Asks for one protected value in clear, with a reason; nothing of it is kept. */
import { revealHousehold, revealMember } from '@/api/gen/sdk.gen'
import type { RevealRequest } from '@/api/gen/types.gen'

type Slug = RevealRequest['fields'][number]

export async function reveal(
  household_id: string,
  member_id: string | undefined,
  slug: string,
  reason: string,
): Promise<string> {
  const body = { fields: [slug as Slug], reason }
  const { data } = member_id
    ? await revealMember({ path: { household_id, member_id }, body, throwOnError: true })
    : await revealHousehold({ path: { household_id }, body, throwOnError: true })
  return data.values[slug] ?? ''
}
