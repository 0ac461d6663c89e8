/** Facts under headings one scans by; what a newer vocabulary adds stands under "other". */
import type { Field } from './fields'

const HOUSEHOLD = {
  standing: [
    'registration',
    'poverty_state',
    'exit_year',
    'household_kind',
    'main_cause',
    'other_causes',
    'relapse_causes',
    'identification_standard',
    'planned_exit_year',
  ],
  account: ['contact_phone', 'bank_name', 'bank_account', 'wants_loan', 'remark'],
}
const LIVING = {
  house: ['house_area', 'is_house_dangerous', 'house_grade', 'has_toilet', 'fuel_kind'],
  utilities: [
    'is_water_difficult',
    'is_water_safe',
    'is_water_solved',
    'has_household_power',
    'has_production_power',
    'has_broadcast',
    'road_kind',
    'road_distance',
  ],
  land: [
    'arable_land',
    'irrigated_land',
    'forest_land',
    'returned_forest',
    'orchard_land',
    'grassland',
    'water_surface',
  ],
  organisation: ['is_in_cooperative', 'has_leading_firm', 'has_leading_person'],
}
const MEMBER = {
  identity: [
    'name',
    'relation',
    'id_kind',
    'id_number',
    'sex',
    'born_on',
    'ethnic',
    'political_status',
    'marital_status',
    'phone',
    'serves_in_army',
    'speaks_mandarin',
    'left_behind',
    'is_orphan',
    'member_no',
    'member_state',
  ],
  education: ['education', 'student_status', 'school', 'dropout_reason'],
  health: [
    'health',
    'disease',
    'disease_grade',
    'disability_certificate',
    'disability_kind',
    'disability_grade',
  ],
  work: [
    'labour',
    'labour_verdict',
    'skills',
    'work_area',
    'work_months',
    'work_province',
    'work_city',
    'work_county',
    'work_town',
    'employer',
    'wants_work',
    'wants_training',
    'wants_business',
  ],
  security: [
    'insured_medical_resident',
    'insured_medical_employee',
    'insured_serious_illness',
    'insured_commercial',
    'insured_pension_resident',
    'insured_pension_employee',
    'draws_pension',
    'pension_kind',
    'receives_allowance',
    'receives_destitute_support',
    'has_accident_subsidy',
  ],
}
const ALL = { household: HOUSEHOLD, living: LIVING, member: MEMBER }

export type GroupName = keyof typeof HOUSEHOLD | keyof typeof LIVING | keyof typeof MEMBER | 'other'
export interface Group {
  name: GroupName
  fields: readonly Field[]
}

export function grouped(section: keyof typeof ALL, fields: readonly Field[]): Group[] {
  const left = new Map(fields.map((field) => [field.slug, field]))
  const groups = Object.entries<readonly string[]>(ALL[section]).map(([name, slugs]): Group => {
    const held = slugs.flatMap((slug) => left.get(slug) ?? [])
    for (const slug of slugs) left.delete(slug)
    return { name: name as GroupName, fields: held }
  })
  return [...groups, { name: 'other' as const, fields: [...left.values()] }].filter(
    ({ fields: some }) => some.length > 0,
  )
}
