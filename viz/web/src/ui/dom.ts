// Elements without templates: text is always text, so a name can never become markup.
type Child = Node | string | number | null | undefined | false;
type Children = Child | readonly Child[];
type Listeners = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
export type Attributes = Record<string, string | number | boolean | null | undefined | Listeners>;

/** `h('button.chip', { type: 'button', on: { click } }, 'text')`. */
export function h<K extends keyof HTMLElementTagNameMap>(name: K | `${K}.${string}`, attributes: Attributes = {}, ...children: Children[]): HTMLElementTagNameMap[K] {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag) as HTMLElementTagNameMap[K];
  if (classes.length) element.className = classes.join(' ');
  assign(element, attributes);
  element.append(...flat(children));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(name: string, attributes: Attributes = {}, ...children: Children[]): SVGElement {
  const element = document.createElementNS(SVG, name);
  assign(element, attributes);
  element.append(...flat(children));
  return element;
}

function assign(element: Element, attributes: Attributes): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'on') {
      for (const [type, listener] of Object.entries(value as Listeners)) element.addEventListener(type, listener as EventListener);
    } else if (typeof value !== 'object') set(element, key, value);
  }
}

/** False and undefined take the attribute away; true leaves it empty, but for `aria-…`. */
export function set(element: Element, key: string, value: string | number | boolean | undefined): void {
  const spoken = key.startsWith('aria-');
  if (value === undefined || (value === false && !spoken)) element.removeAttribute(key);
  else element.setAttribute(key, value === true && !spoken ? '' : String(value));
}

function flat(children: readonly Children[]): (Node | string)[] {
  return (children.flat() as Child[])
    .filter((child): child is Node | string | number => child !== null && child !== undefined && child !== false)
    .map((child) => (typeof child === 'number' ? String(child) : child));
}

export function fill(parent: Element, ...children: Children[]): void {
  parent.replaceChildren(...flat(children));
}

/** Replaces the children and gives the focus back to the element of the same `data-key`. */
export function refill(parent: Element, ...children: Children[]): void {
  const active = document.activeElement;
  const key = active && parent.contains(active) ? (active as HTMLElement).dataset.key : undefined;
  const place = key ? [...parent.querySelectorAll('[data-key]')].indexOf(active as Element) : -1;
  fill(parent, ...children);
  if (key === undefined) return;
  const keyed = [...parent.querySelectorAll<HTMLElement>('[data-key]')];
  (keyed.find((one) => one.dataset.key === key) ?? keyed[Math.min(place, keyed.length - 1)])?.focus({ preventScroll: true });
}

export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

let numbered = 0;
export const newId = (stem: string): string => `${stem}-${(numbered += 1)}`;
