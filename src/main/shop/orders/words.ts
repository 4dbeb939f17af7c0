import type { Language } from '@shared/entities';
import type { OrderStage } from '@shared/orders';

/** What a customer is told about an order, by its stage. */
export const orderWords: Readonly<
  Record<
    Language,
    { readonly messages: Readonly<Record<OrderStage, string>>; readonly toPay: string; readonly thanks: string }
  >
> = {
  en: {
    messages: {
      placed: 'Dear {name}, {shop} has your order {number} for {when}: {goods}.',
      accepted: 'Dear {name}, {shop} has your order {number} for {when}: {goods}.',
      preparing: 'Dear {name}, your order {number} is being prepared at {shop} for {when}: {goods}.',
      ready: 'Dear {name}, your order {number} is ready at {shop}: {goods}.',
      delivered: 'Dear {name}, your order {number} from {shop} was handed over: {goods}.',
      cancelled: 'Dear {name}, your order {number} at {shop} was cancelled.',
    },
    toPay: 'To pay: {amount}.',
    thanks: 'Thank you!',
  },
  hi: {
    messages: {
      placed: 'नमस्ते {name}, {shop} में आपका ऑर्डर {number} {when} के लिए लिख लिया गया है: {goods}।',
      accepted: 'नमस्ते {name}, {shop} में आपका ऑर्डर {number} {when} के लिए लिख लिया गया है: {goods}।',
      preparing: 'नमस्ते {name}, {shop} में आपका ऑर्डर {number} {when} के लिए बन रहा है: {goods}।',
      ready: 'नमस्ते {name}, {shop} में आपका ऑर्डर {number} तैयार है: {goods}।',
      delivered: 'नमस्ते {name}, {shop} का आपका ऑर्डर {number} दे दिया गया है: {goods}।',
      cancelled: 'नमस्ते {name}, {shop} में आपका ऑर्डर {number} रद्द कर दिया गया है।',
    },
    toPay: 'देने हैं: {amount}।',
    thanks: 'धन्यवाद!',
  },
};
