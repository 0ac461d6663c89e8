/** The menu by work, in its fixed order. */
export const GROUPS = [
  'desk',
  'overview',
  'people',
  'registers',
  'measures',
  'funds',
  'teams',
  'duties',
  'supervision',
  'meetings',
  'disclosure',
  'exchange',
  'system',
] as const
export type MenuGroup = (typeof GROUPS)[number]
