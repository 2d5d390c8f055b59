import { first, grouped, list } from './list.ts'

/** The parts of the United Nations people cooperate with. Names and numbers of mandates change: they are text, not codes. */
export const unEntity = grouped({
  id: 'unEntity',
  ...first,
  basis: 'S',
  groups: {
    secretariat_and_leadership: [
      'SG',
      'HC_for_Human_Rights',
      'ASG_Human_Rights',
      'OHCHR_HQ',
      'OHCHR_field_presence',
      'DPPA',
      'DPO',
      'UN_Women',
      'UNDP',
      'UNICEF',
      'UNHCR',
      'UNFPA',
      'OCHA',
      'UNESCO',
      'WHO',
      'ILO',
      'IOM',
      'UNODC',
      'RCO_country_team',
      'UN_Information_Centre',
      'OIOS',
    ],
    field: [
      'country_office',
      'regional_office',
      'human_rights_adviser',
      'peace_operation_human_rights_component',
      'special_political_mission',
      'peacekeeping_mission',
      'humanitarian_coordinator',
    ],
    intergovernmental: [
      'General_Assembly',
      'Security_Council',
      'ECOSOC',
      'HRC',
      'HRC_President',
      'HRC_Bureau',
      'UPR',
      'HLPF',
      'CSW',
      'NGO_Committee',
      'sanctions_committee',
      'third_committee',
    ],
    independent: [
      'special_procedure',
      'treaty_body',
      'SPT',
      'NPM_link',
      'commission_of_inquiry',
      'fact_finding_mission',
      'investigative_mechanism',
      'EMRIP',
      'Forum_on_Minority_Issues',
      'UNPFII',
      'HRC_Advisory_Committee',
      'HRC_complaint_procedure',
      'voluntary_fund_torture',
      'UN_backed_body',
    ],
  },
  last: ['other', 'unknown'],
  except: {
    K: [
      'SG',
      'HC_for_Human_Rights',
      'ASG_Human_Rights',
      'OHCHR_HQ',
      'OHCHR_field_presence',
      'DPPA',
      'DPO',
      'UN_Women',
      'UNDP',
      'UNICEF',
      'UNHCR',
      'UNFPA',
      'OCHA',
      'UNESCO',
      'WHO',
      'IOM',
      'UNODC',
      'RCO_country_team',
      'UN_Information_Centre',
      'OIOS',
      'HRC_Bureau',
    ],
  },
})

/** What kind of special procedure it was, when the entity is `special_procedure`. */
export const specialProcedureKind = list({
  id: 'specialProcedureKind',
  ...first,
  basis: 'S',
  codes: ['thematic', 'country', 'working_group', 'unknown'],
})

/** Which treaty body, when the entity is `treaty_body`. The Subcommittee on Prevention of Torture has its own code in `unEntity`. */
export const treatyBody = list({
  id: 'treatyBody',
  ...first,
  basis: 'S',
  codes: ['CERD', 'CCPR', 'CESCR', 'CEDAW', 'CAT', 'CRC', 'CMW', 'CRPD', 'CED', 'unknown'],
})

/** Regional human rights bodies. They are not the United Nations: a case with one of them alone is referred. */
export const regionalBody = list({
  id: 'regionalBody',
  ...first,
  basis: 'S',
  codes: ['ACHPR', 'IACHR', 'CoE_ECtHR', 'ASEAN_AICHR', 'other', 'unknown'],
})
