import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { Payload } from '../../src/cards/payload.ts';
import { cardSamples } from '../fixtures/cardSamples.ts';
import { TYPED_PRESSES } from '../fixtures/typedPresses.ts';
import { HAPPENINGS, holds, pressed, type Happening } from '../fixtures/happenings.ts';
import { nodesOf, typeOf, type Node } from '../cards/walk.ts';

/** Beside no box on any card; or a way out of one, by which whoever presses it leaves what they wrote; or what is written is only looked for. */
const WITHOUT: Readonly<Partial<Record<Payload['do'], 'no box' | 'leaves' | 'looks for it'>>> = {
  'form.open': 'leaves', 'form.unchanged': 'no box', 'promise.open': 'no box', 'promise.save': 'no box', 'conflict.choose': 'no box', declare: 'leaves', 'official-text': 'leaves', 'card.refresh': 'no box',
  command: 'leaves', 'history.open': 'leaves', 'office.live': 'no box', 'office.choose': 'no box', 'office.test-card': 'no box', pause: 'no box', 'place.bind': 'no box', 'delivery.again': 'no box',
  'delivery.look': 'no box', 'summary.release': 'no box', 'summary.look': 'no box', 'summary.replace': 'no box', 'summary.edition': 'no box',
  'people.see': 'leaves', 'people.form': 'leaves', 'people.find': 'looks for it', 'people.appoint': 'looks for it', 'people.end': 'no box', 'people.undo': 'no box', 'people.order': 'no box',
  'check.open': 'leaves', 'rewords.open': 'no box', 'board.open': 'leaves', 'board.more': 'no box', 'board.preview': 'no box', 'board.accept': 'no box', 'board.ask': 'no box', 'board.announce': 'no box', 'board.remove-trial': 'no box',
  'rounds.see': 'leaves', 'rounds.form': 'leaves', 'rounds.move': 'no box', 'rounds.drop': 'no box', 'rounds.restore': 'no box',
  'register.see': 'leaves', 'register.unit': 'leaves', 'register.form': 'leaves', 'register.end': 'no box', 'register.resume': 'no box', 'register.end-unit': 'no box', 'register.resume-unit': 'no box', 'title.open': 'no box',
  'direction.list': 'leaves', 'direction.form': 'leaves', 'direction.open': 'leaves',
};

/** The board, the plan and the register stand in messages alone. */
const IN_DIALOGS = /^(form|check|confirm|accept|send-back|reword|correct|direction|title)\b/;

const TEXT = ['Input.Text'];
const has = (card: Node, ...types: readonly string[]): boolean => nodesOf(card).some((node) => types.includes(typeOf(node)));
const namesOfButtons = (card: Node): readonly string[] => nodesOf(card).flatMap((node) => {
  const data = node['data'] as Node | undefined;
  return typeof data?.['do'] === 'string' ? [data['do']] : [];
});

describe('what is pressed beside a box', () => {
  const withText = new Set<string>(TYPED_PRESSES.map((each) => each.do));

  it('has a row here, or is said to take no text: every press there is', () => {
    const all = Payload.options.map(({ shape }) => shape.do.value);
    expect(all.filter((each) => !withText.has(each) && !(each in WITHOUT))).toEqual([]);
    expect(Object.keys(WITHOUT).filter((each) => withText.has(each))).toEqual([]);
  });

  it('takes the text that stands beside it on any card, unless it is a way out', () => {
    const draw = drawer(loadTemplates());
    const beside = Object.values(cardSamples('ja')).map((view) => draw(view).card as unknown as Node).filter((card) => has(card, ...TEXT)).flatMap(namesOfButtons);
    expect([...new Set(beside)].filter((each) => !withText.has(each) && (WITHOUT[each as Payload['do']] ?? 'no box') === 'no box')).toEqual([]);
  });
});

describe.each([['a message', false], ['a dialog', true]] as const)('nothing that was written is dropped in %s', (_, dialog) => {
  describe.each(HAPPENINGS)('$name', (happening: Happening) => {
    it.each(TYPED_PRESSES.filter(({ stage, do: what }) => happening.at?.includes(stage) !== false && (!dialog || IN_DIALOGS.test(what))).map((each) => [each.name, each] as const))('%s', async (_name, each) => {
      const after = await pressed(each, happening, dialog);
      expect(after.texts.filter((text) => !holds(after, text))).toEqual([]);
    });
  });
});
