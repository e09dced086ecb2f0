// What every peer does alike: takes the same graph, says when it is first painted, moves its camera.
export async function graph() {
  return (await fetch('graph.json')).json();
}

export function painted() {
  performance.mark('peer:first-paint');
}

/** `step(i)` moves the camera a little; the bench calls it at each frame. */
export function moves(step) {
  window.benchStep = step;
}

export const swing = (i) => 40 * Math.cos(i / 10);
