/** 配色: about how Teams draws a card, in its light, its dark and its high contrast theme. */
export type Theme = {
  readonly name: 'light' | 'dark' | 'contrast';
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly line: string;
  readonly accent: string;
  readonly config: object;
};

type Colours = { readonly text: string; readonly subtle: string; readonly accent: string; readonly good: string; readonly warning: string; readonly attention: string };
type Grounds = { readonly plain: string; readonly emphasis: string; readonly attention: string; readonly warning: string };

const shade = (plain: string, subtle: string) => ({ default: plain, subtle });

const config = (colours: Colours, grounds: Grounds): object => {
  const foregroundColors = {
    default: shade(colours.text, colours.subtle), accent: shade(colours.accent, colours.accent), good: shade(colours.good, colours.good),
    warning: shade(colours.warning, colours.warning), attention: shade(colours.attention, colours.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'Noto Sans CJK JP', sans-serif",
    spacing: { small: 6, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 10 },
    separator: { lineThickness: 1, lineColor: grounds.emphasis },
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
    supportsInteractivity: true,
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left', showCard: { actionMode: 'inline' } },
    containerStyles: {
      default: style(grounds.plain), emphasis: style(grounds.emphasis), attention: style(grounds.attention), warning: style(grounds.warning), good: style(grounds.emphasis), accent: style(grounds.emphasis),
    },
    inputs: { label: { inputSpacing: 'small', requiredInputs: {}, optionalInputs: {} } },
  };
};

export const LIGHT: Theme = {
  name: 'light', page: '#f5f5f5', card: '#ffffff', text: '#242424', line: '#c7c7c7', accent: '#5b5fc7',
  config: config(
    { text: '#242424', subtle: '#616161', accent: '#5b5fc7', good: '#237b4b', warning: '#835c00', attention: '#a4262c' },
    { plain: '#ffffff', emphasis: '#f0f0f0', attention: '#fcf4f6', warning: '#fbf6d9' },
  ),
};

export const DARK: Theme = {
  name: 'dark', page: '#1f1f1f', card: '#292929', text: '#ffffff', line: '#5c5c5c', accent: '#9299f7',
  config: config(
    { text: '#ffffff', subtle: '#adadad', accent: '#9299f7', good: '#92c353', warning: '#f8d22a', attention: '#f9526b' },
    { plain: '#292929', emphasis: '#3d3d3d', attention: '#3e1f25', warning: '#463100' },
  ),
};

/** ハイコントラスト: black and white, few signal colours, and no grounds at all: what only a ground tells is lost here. */
export const CONTRAST: Theme = {
  name: 'contrast', page: '#000000', card: '#000000', text: '#ffffff', line: '#ffffff', accent: '#1aebff',
  config: config(
    { text: '#ffffff', subtle: '#ffffff', accent: '#1aebff', good: '#3ff23f', warning: '#ffff00', attention: '#ffff00' },
    { plain: '#000000', emphasis: '#000000', attention: '#000000', warning: '#000000' },
  ),
};

export const THEMES: readonly Theme[] = [LIGHT, DARK, CONTRAST];
