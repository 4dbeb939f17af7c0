import { type Country, country, vatCalled } from './define';

const australia = [
  'Australia/Sydney',
  'Australia/Melbourne',
  'Australia/Brisbane',
  'Australia/Perth',
  'Australia/Adelaide',
  'Australia/Darwin',
  'Australia/Hobart',
] as const;

export const oceania: readonly Country[] = [
  country('AU', 'AUD', australia, { ...vatCalled('GST', '10', '0'), smallestCoin: '0.05' }),
  country('NZ', 'NZD', ['Pacific/Auckland', 'Pacific/Chatham'], {
    ...vatCalled('GST', '15', '0'),
    smallestCoin: '0.1',
  }),
  country('FJ', 'FJD', ['Pacific/Fiji']),
  country('PG', 'PGK', ['Pacific/Port_Moresby'], vatCalled('GST', '10', '0')),
  country('SB', 'SBD', ['Pacific/Guadalcanal']),
  country('VU', 'VUV', ['Pacific/Efate'], vatCalled('VAT', '15', '0')),
  country('NC', 'XPF', ['Pacific/Noumea']),
  country('PF', 'XPF', ['Pacific/Tahiti']),
  country('WF', 'XPF', ['Pacific/Wallis']),
  country('WS', 'WST', ['Pacific/Apia'], vatCalled('VAGST', '15', '0')),
  country('TO', 'TOP', ['Pacific/Tongatapu'], vatCalled('CT', '15', '0')),
  country('KI', 'AUD', ['Pacific/Tarawa']),
  country('TV', 'AUD', ['Pacific/Funafuti']),
  country('NR', 'AUD', ['Pacific/Nauru']),
  country('CK', 'NZD', ['Pacific/Rarotonga'], vatCalled('VAT', '15', '0')),
  country('NU', 'NZD', ['Pacific/Niue']),
  country('TK', 'NZD', ['Pacific/Fakaofo']),
  country('AS', 'USD', ['Pacific/Pago_Pago']),
  country('GU', 'USD', ['Pacific/Guam']),
  country('MP', 'USD', ['Pacific/Saipan']),
  country('MH', 'USD', ['Pacific/Majuro']),
  country('FM', 'USD', ['Pacific/Chuuk', 'Pacific/Pohnpei']),
  country('PW', 'USD', ['Pacific/Palau']),
];
