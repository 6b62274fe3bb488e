import { expect, test } from 'vitest'
import { inspect } from '../../pipeline/1-read/inspect.ts'

const codes = (text: string) => inspect(text).map(({ code }) => code)
const ENGLISH = 'The keeper of the old mill said that the owls had come back, and that they would stay until the end of the year if nobody disturbed them, which is what the town council has promised.'

test.each([
  ['English', ENGLISH, []],
  ['nothing', ' \n\t ', ['read/empty']],
  ['a NUL', `${ENGLISH}\u0000`, ['read/control-characters']],
  ['half a surrogate pair', `${ENGLISH}\ud83e`, ['read/lone-surrogate']],
  ['a whole pair', `${ENGLISH}🦉`, []],
  ['tabs and line ends', `${ENGLISH}\t\r\n\f`, []],
  ['too short to tell', 'Die Eulen sind zurück.', []],
] as const)('%s', (_, text, expected) => expect(codes(text)).toEqual(expected))

test.each([
  ['German', 'Der Müller sagte am Montag, die Eulen seien zurück in der alten Mühle und würden bis zum Ende des Jahres bleiben, wenn niemand sie störe; das habe der Stadtrat ihm versprochen, und er werde darauf achten, dass es dabei bleibt und die Leute aus dem Dorf nicht zu nah an das Haus gehen.'],
  ['French', 'Le meunier a déclaré lundi que les hiboux étaient revenus dans le vieux moulin et qu’ils y resteraient jusqu’à la fin de l’année si personne ne les dérangeait, ce que le conseil municipal lui a promis, et il veillera à ce que les gens du village ne viennent pas trop près de la maison.'],
  ['Russian', 'Мельник сказал в понедельник, что совы вернулись на старую мельницу и останутся там до конца года.'],
  ['Arabic, from right to left', 'قال الطحان يوم الاثنين إن البوم عاد إلى الطاحونة القديمة وسيبقى هناك حتى نهاية العام'],
  ['Chinese, without spaces', '磨坊主星期一说，猫头鹰已经回到了旧磨坊，如果没有人打扰它们，它们将在那里一直待到年底。镇议会已经答应了他。'],
] as const)('%s is not English', (_, text) => expect(codes(text)).toEqual(['read/not-english']))

test('the problem points at the first character', () => {
  expect(inspect(`${ENGLISH}\u0001\u0002`)[0]).toMatchObject({ range: { start: ENGLISH.length, end: ENGLISH.length + 1 }, message: expect.stringContaining('2 control characters') })
})
