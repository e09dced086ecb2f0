// The words above the picture: those of the whole while it is whole, else of what the filters leave.
function heading() {
  const { sentence, nuance, summary } = scene.caption;
  if (!isFiltered()) return { sentence: inLanguage(sentence), nuance: inLanguage(nuance), summary: inLanguage(summary) };
  const dated = scene.date ? [say(isDay(scene.date) ? 'as_of' : 'as_of_period', { date: when(scene.date) })] : [];
  const guessed = page.guessed.filter((row) => shown.ties[row]).length;
  const inAll = say('left_by_filters', { actors: count('actors', nodes.length), ties: count('ties', ties.length) });
  return { sentence: ofWhatIsLeft(), nuance: [...dated, inAll, ...(guessed ? [count('guessed', guessed)] : [])].join(' · '), summary: inParts() };
}

const isFiltered = () => Boolean(state.around) || Object.values(state.off).some((off) => off.size);

function ofWhatIsLeft() {
  if (!sum(shown.ties)) return say('no_tie');
  const { node, steps } = state.around || {};
  return node && steps === 1 ? tieSentence(node, node.ties.filter((tie) => shown.ties[tie.row])) : inParts();
}

// « 73 acteurs, lieux et pôles, 100 liens, en 3 ensembles séparés ; 2 sans aucun lien. »
function inParts() {
  const alone = nodes.filter((node) => shown.nodes[node.row] && !node.ties.some((tie) => shown.ties[tie.row])).length;
  const values = { actors: count('actors', sum(shown.nodes) - alone), ties: count('ties', sum(shown.ties)), parts: count('parts', partsShown() - alone) };
  return alone ? say('in_parts_alone', { ...values, alone: count('alone', alone) }) : say('in_parts', values);
}

// How many sets of marks no tie joins.
function partsShown() {
  const seen = new Set();
  let parts = 0;
  for (const node of nodes) {
    if (!shown.nodes[node.row] || seen.has(node)) continue;
    parts += 1;
    const edge = [node];
    seen.add(node);
    while (edge.length) {
      const from = edge.pop();
      for (const tie of from.ties) {
        const near = other(tie, from);
        if (!shown.ties[tie.row] || seen.has(near)) continue;
        seen.add(near);
        edge.push(near);
      }
    }
  }
  return parts;
}

function renderHeading() {
  const said = { ...heading(), encoding: inLanguage(scene.caption.encoding) };
  for (const element of document.querySelectorAll('[data-caption]')) element.textContent = said[element.dataset.caption];
  document.title = say('page_title', { sentence: said.sentence });
  const paper = byId('paper').querySelector('svg');
  paper.querySelector('title').textContent = said.sentence;
  paper.querySelector('desc').textContent = said.summary;
}
