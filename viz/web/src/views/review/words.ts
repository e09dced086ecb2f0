// The words of the Review view.
import { dictionary, type Counted, type Pair } from '../../words';

const COUNTS = {
  waiting: ['{n} rapprochement attend votre avis.', '{n} rapprochements attendent votre avis.', '{n} match waits for your decision.', '{n} matches wait for your decision.'],
  ties: ['{n} lien', '{n} liens', '{n} tie', '{n} ties'],
} as const satisfies Record<string, Counted>;

const WORDS = {
  nothing: ['Rien à vérifier.', 'Nothing to review.'],
  nothing_hint: ['Un nom seul ne suffit jamais à réunir deux acteurs : ceux qui se ressemblent attendront ici.', 'A name is never enough to make two actors one: those that look alike will wait here.'],
  not_compared: ['Trop d’acteurs pour les comparer tous : seuls les noms en attente sont montrés.', 'Too many actors to compare them all: only the names that wait are shown.'],
  nuance: ['Un nom seul ne suffit pas : à vous de dire si deux acteurs n’en font qu’un. Chaque avis se défait.', 'A name is not enough: you say whether two actors are one. Each decision can be undone.'],
  loading: ['La file arrive…', 'The queue is coming…'],
  failed: ['La file n’est pas arrivée.', 'The queue did not come.'],
  retry: ['Réessayer', 'Try again'],
  queue: ['À vérifier', 'To review'],
  from_import: ['venu de {title}', 'from {title}'],
  newcomer: ['Le nouveau venu', 'The newcomer'],
  known: ['Déjà dans le réseau', 'Already in the network'],
  same_fields: ['Pareil', 'The same'],
  different_fields: ['Différent', 'Different'],
  no_same: ['Rien d’autre que le nom ne les rapproche.', 'Nothing but the name brings them together.'],
  no_different: ['Rien ne les oppose.', 'Nothing sets them apart.'],
  why: ['Pourquoi la question', 'Why the question'],
  points: ['Points : {terms} = {sum}', 'Points: {terms} = {sum}'],
  would_change: ['Ce que cela changerait', 'What it would change'],
  same: ['C’est le même', 'It is the same'],
  different: ['Deux acteurs', 'Two actors'],
  later: ['Plus tard', 'Later'],
  said_same: ['{left} et {right} ne font qu’un.', '{left} and {right} are one.'],
  said_different: ['{left} et {right} restent deux.', '{left} and {right} stay two.'],
  said_later: ['Remis à plus tard.', 'Left for later.'],
  undo: ['Annuler', 'Undo'],
  undone: ['Avis annulé.', 'Decision undone.'],
  judged: ['Derniers avis', 'Last decisions'],
  judged_same: ['un seul acteur', 'one actor'],
  judged_different: ['deux acteurs', 'two actors'],
  judged_off: ['annulé', 'undone'],
  undo_of: ['Annuler l’avis sur {left} et {right}', 'Undo the decision on {left} and {right}'],
  keys: ['Clavier : j et k dans la file, o pour « le même », n pour « deux acteurs », p pour plus tard.', 'Keyboard: j and k in the queue, o for “the same”, n for “two actors”, p for later.'],
  sources: ['Sources', 'Sources'],
} as const satisfies Record<string, Pair>;

export type ReviewWord = keyof typeof WORDS;
export const { say, count } = dictionary<ReviewWord, keyof typeof COUNTS>(WORDS, COUNTS);
