import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { chooseMarked } from './choose-marked';

/** Fountain-pen blue, the one accent. Shade 7 is the filled one in the light, 6 in the dark: see tokens.css. */
const ink: MantineColorsTuple = [
  '#eef1fd',
  '#dbe2fb',
  '#b7c4f6',
  '#93a9ff',
  '#6d86f2',
  '#4a69ea',
  '#3d5de0',
  '#2547c9',
  '#1d3aa8',
  '#152b80',
];

/** Warm greys, so that the library's own borders and washes sit on our paper. */
const gray: MantineColorsTuple = [
  '#f7f7f4',
  '#f1f1ed',
  '#e3e2dc',
  '#d3d2cb',
  '#b9b8b0',
  '#8b8a83',
  '#65696f',
  '#4d5157',
  '#2b2d31',
  '#17181a',
];

const dark: MantineColorsTuple = [
  '#eeeeec',
  '#b3b6bb',
  '#91959c',
  '#6d7179',
  '#3a3d43',
  '#2b2d31',
  '#212327',
  '#1a1b1e',
  '#131416',
  '#101113',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, gray, dark },
  black: '#17181a',
  white: '#ffffff',
  fontFamily: "'Inter Variable', 'Noto Sans Devanagari', system-ui, sans-serif",
  fontFamilyMonospace: "'Inter Variable', 'Noto Sans Devanagari', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.625rem' }, h2: { fontSize: '1.25rem' } } },
  components: {
    InputWrapper: { styles: { label: { marginBottom: 6 }, description: { marginTop: 4 } } },
    // Enter takes what is at the top of the list, as in the counter's search.
    Select: { defaultProps: { selectFirstOptionOnChange: true, onKeyDown: chooseMarked } },
    SegmentedControl: {
      styles: {
        root: { background: 'var(--sunken)', border: '1px solid var(--line)' },
        indicator: { boxShadow: 'none', border: '1px solid var(--line)' },
      },
    },
    Button: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { transition: 'fade-up', duration: 140 },
        overlayProps: { backgroundOpacity: 0.35 },
      },
    },
    // Within the page's landmark, and with nothing in it but its items.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 120 },
        shadow: 'none',
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 120 }, shadow: 'none' } },
  },
});

/** Makes the library speak in our tokens, so that there is one place where a colour is decided. */
export const tokenVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--paper)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-error': 'var(--loss)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-primary-color-filled': 'var(--accent-fill)',
    '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
    '--mantine-primary-color-light': 'var(--accent-wash)',
    '--mantine-primary-color-light-hover': 'var(--accent-wash)',
    '--mantine-primary-color-light-color': 'var(--accent)',
  },
  light: {},
  dark: {},
});
