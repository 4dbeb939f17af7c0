import { reportWords } from '@shared/reports';
import { i18n } from '../i18n';

// Files that main writes have the same words, so they stand in `shared`; here they become a namespace of their own.
for (const [language, words] of Object.entries(reportWords)) i18n.addResourceBundle(language, 'reports', words);
