/** The pages below `/settings`, in their order. */
export const settingsPages = ['shop', 'tax', 'receipt', 'selling', 'counter', 'till', 'printers', 'about'] as const;
