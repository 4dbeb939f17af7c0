/**
 * Code pages as the printers' manuals print them, on purpose not those of the encoder: a mistake in its tables must not
 * be undone by reading it back with the same tables.
 */

const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const cp852 =
  'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0';
const cp858 = cp850.replace('ı', '€');

const upperHalves: Readonly<Record<string, string>> = { cp437, cp850, cp852, cp858 };

/** Pages that the platform knows. */
const labels: Readonly<Record<string, string>> = {
  windows1250: 'windows-1250',
  windows1251: 'windows-1251',
  windows1252: 'windows-1252',
  windows1253: 'windows-1253',
  windows1254: 'windows-1254',
  windows1257: 'windows-1257',
  'iso8859-15': 'iso-8859-15',
};

/** The characters of the bytes 0x80 to 0xff. @throws for a page that this printer does not know */
export function upperHalf(page: string): readonly string[] {
  const own = upperHalves[page];
  if (own !== undefined) return [...own];
  const label = labels[page];
  if (label === undefined) throw new Error(`The simulator has no code page ${page}`);
  const decoder = new TextDecoder(label);
  return Array.from({ length: 128 }, (_, index) => decoder.decode(Uint8Array.of(128 + index)));
}
