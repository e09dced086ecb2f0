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
  other_tools: ['Tout le réseau, pour un autre outil', 'The whole network, for another tool'],
  format: ['Format', 'Format'],
  format_xlsx: ['Classeur (XLSX)', 'Workbook (XLSX)'],
  format_csv: ['Deux tableaux : acteurs et liens (CSV)', 'Two tables: actors and ties (CSV)'],
  format_gexf: ['Gephi (GEXF)', 'Gephi (GEXF)'],
  'format_gephi-csv': ['Gephi, en deux tableaux (CSV)', 'Gephi, as two tables (CSV)'],
  format_graphml: ['igraph, networkx, yEd (GraphML)', 'igraph, networkx, yEd (GraphML)'],
  'format_node-link': ['networkx (JSON)', 'networkx (JSON)'],
  format_pajek: ['Pajek, UCINET (NET)', 'Pajek, UCINET (NET)'],
  format_kumu: ['Kumu (JSON)', 'Kumu (JSON)'],
  format_geojson: ['Acteurs dont on sait où ils sont (GeoJSON)', 'Actors of which it is known where they are (GeoJSON)'],
  format_bods: ['Parts de capital (BODS)', 'Shareholdings (BODS)'],
  format_ftm: ['Aleph (FollowTheMoney)', 'Aleph (FollowTheMoney)'],
  nameless: ['Sans les noms', 'Without names'],
  download: ['Télécharger', 'Download'],
  pooled: ['Mise en commun : {tier}', 'Pooling: {tier}'],
  planned_row: ['Lien prévu, pas encore là', 'Tie planned, not there yet'],
  sources: ['Sources : {names}.', 'Sources: {names}.'],
  foot: ['Maillage, {date} · données révision {revision} · graine {seed}', 'Maillage, {date} · data revision {revision} · seed {seed}'],
  preview: ['Aperçu de l’image', 'Preview of the picture'],
  note: ['L’image prend ce qui est à l’écran, avec sa phrase, sa légende et sa date.', 'The picture takes what is on screen, with its sentence, its legend and its date.'],
} as const satisfies Record<string, Pair>;

export const { say } = dictionary(WORDS, {});
