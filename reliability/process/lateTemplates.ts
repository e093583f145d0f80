/** Preloaded into victims: loads the templating library when the first card is drawn. It is most of a start, and most victims die before. */
import { createRequire, registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'adaptivecards-templating' && context.parentURL?.endsWith('/src/cards/draw.ts') === true
      ? { url: import.meta.url, shortCircuit: true }
      : next(specifier, context),
});

type Filled = { expand(context: unknown): unknown };
const load = createRequire(import.meta.url);

/** The library's own, made when it is first needed. */
export class Template {
  readonly #real: Filled;

  constructor(template: object) {
    const { Template: Real } = load('adaptivecards-templating') as { readonly Template: new (template: object) => Filled };
    this.#real = new Real(template);
  }

  expand(context: unknown): unknown {
    return this.#real.expand(context);
  }
}
