const shade = (plain: string, subtle = plain) => ({ default: plain, subtle });

const foregroundColors = {
  default: shade('var(--text)', 'var(--subtle)'), accent: shade('var(--accent)'), good: shade('var(--good)'), warning: shade('var(--warning)'), attention: shade('var(--attention)'),
};
const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });

/** About how Teams draws a card; its colours are the page's, so that they follow it into the dark and onto paper. */
export const HOST_CONFIG = {
  fontFamily: 'inherit',
  spacing: { small: 6, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 10 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  supportsInteractivity: true,
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left', showCard: { actionMode: 'inline' } },
  containerStyles: {
    default: style('transparent'), emphasis: style('var(--shade)'), attention: style('var(--shade)'), warning: style('var(--shade)'), good: style('var(--shade)'), accent: style('var(--shade)'),
  },
  inputs: { label: { inputSpacing: 'small', requiredInputs: {}, optionalInputs: {} } },
};
