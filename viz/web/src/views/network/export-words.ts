// The words of the export dialog and of the pictures it makes.
import { dictionary, type Pair } from '../../words';

const WORDS = {
  title: ['Exporter cette vue', 'Export this view'],
  png: ['Image (PNG)', 'Picture (PNG)'],
  svg: ['Image à agrandir (SVG)', 'Picture to enlarge (SVG)'],
  pdf: ['Page à imprimer (PDF)', 'Page to print (PDF)'],
  part: ['Carte portable de cette vue (un fichier HTML)', 'Portable map of this view (one HTML file)'],
  actors: ['Acteurs affichés (CSV)', 'Actors shown (CSV)'],
  ties: ['Liens affichés (CSV)', 'Ties shown (CSV)'],
  map: ['Carte portable de tout le réseau (un fichier HTML)', 'Portable map of the whole network (one HTML file)'],
  pooled: ['Mise en commun : {tier}', 'Pooling: {tier}'],
  planned_row: ['Lien prévu, pas encore là', 'Tie planned, not there yet'],
  sources: ['Sources : {names}.', 'Sources: {names}.'],
  foot: ['Maillage, {date} · données révision {revision} · graine {seed}', 'Maillage, {date} · data revision {revision} · seed {seed}'],
  preview: ['Aperçu de l’image', 'Preview of the picture'],
  note: ['L’image prend ce qui est à l’écran, avec sa phrase, sa légende et sa date.', 'The picture takes what is on screen, with its sentence, its legend and its date.'],
} as const satisfies Record<string, Pair>;

export const { say } = dictionary(WORDS, {});
