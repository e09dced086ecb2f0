// Why nodes and ties are left out of a measured view, in words.
import type { Lang } from '../../state';

const REASONS: Record<string, readonly [string, string]> = {
  gatherings: ['Lieux, groupes et pôles', 'Places, groups and poles'],
  collectives: ['Collectifs que la source ne nomme pas', 'Collectives that the source does not name'],
  unnamed: ['Organisations sans nom', 'Organisations without a name'],
  out_of_scope: ['Hors du pôle demandé', 'Outside the pole asked for'],
  filtered: ['Écartés par les filtres', 'Set aside by the filters'],
  missing: ['Groupe non documenté', 'Group not documented'],
  'ties:planned': ['Liens prévus', 'Planned ties'],
  'ties:ended': ['Liens finis', 'Ended ties'],
  'ties:layer_cooperation': ['Liens de coopération', 'Ties of cooperation'],
  'ties:layer_support': ['Liens de soutien', 'Ties of support'],
  'ties:layer_affiliation': ['Liens d’affiliation', 'Ties of affiliation'],
  'ties:layer_institutional': ['Liens d’institution', 'Institutional ties'],
  'ties:end_left_out': ['Liens dont un bout est laissé hors', 'Ties with an end left out'],
  'ties:undecided_group': ['Liens vers un groupe non documenté ou mixte', 'Ties to a group not documented or mixed'],
  'ties:other_kinds': ['Liens d’une autre sorte', 'Ties of another kind'],
  'ties:not_at_date': ['Liens hors de la date', 'Ties not at the date'],
  'ties:filtered': ['Liens écartés par les filtres', 'Ties set aside by the filters'],
};

export function reasonName(key: string, lang: Lang): string {
  const known = REASONS[key];
  if (known) return known[lang === 'fr' ? 0 : 1];
  return key.replace(/^ties:/, '').replaceAll('_', ' ');
}
