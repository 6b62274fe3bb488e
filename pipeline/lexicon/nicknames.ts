/** Given names that news writes from another script in several ways; compiled by hand. */
const SPELLED = `mohamed mohammed muhammad mohammad mohamad muhammed|ahmed ahmad|muammar moammar moamer|yusuf yousef youssef yousuf|osama usama|omar umar|
  hussein hussain husayn husein|mahmoud mahmud|khaled khalid|tariq tarek tarik tareq|yasser yasir|ibrahim ebrahim|ismail esmail|mustafa mostafa moustafa|said saeed sayed|
  nasser naser|faisal faysal feisal|jamal gamal|aleksei alexei aleksey alexey|aleksandr alexander aleksander alexandr|dmitri dmitry dimitri|yevgeny evgeny yevgeni evgeni|
  maksim maxim|feodor fyodor|lakshmi laxmi|zhanna janna`
  .split('|').map((row) => row.trim().split(/\s+/))

/** Short forms of given names, in lower case, and other spellings of them; compiled by hand. Forms that begin the long name need no row. */
export const NICKNAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ...SPELLED.flatMap((row) => row.map((name) => [name, row] as const)),
  ['william', ['bill', 'billy', 'will', 'willie', 'liam']],
  ['robert', ['bob', 'bobby', 'rob', 'robbie']],
  ['richard', ['dick', 'rick', 'rich', 'ricky']],
  ['james', ['jim', 'jimmy', 'jamie']],
  ['john', ['jack', 'johnny']],
  ['joseph', ['joe', 'joey']],
  ['michael', ['mike', 'mick', 'mickey']],
  ['edward', ['ed', 'ted', 'eddie', 'ned']],
  ['theodore', ['ted', 'teddy']],
  ['charles', ['chuck', 'charlie']],
  ['henry', ['harry', 'hank']],
  ['anthony', ['tony']],
  ['andrew', ['drew', 'andy']],
  ['thomas', ['tom', 'tommy']],
  ['stephen', ['steve', 'steven']],
  ['steven', ['steve', 'stephen']],
  ['lawrence', ['larry']],
  ['gerald', ['gerry', 'jerry']],
  ['geoffrey', ['geoff', 'jeff']],
  ['jeffrey', ['jeff', 'geoffrey']],
  ['nicholas', ['nick', 'nicky']],
  ['alexander', ['alex', 'sandy', 'sasha', 'aleksandr', 'aleksander']],
  ['timothy', ['tim']],
  ['patrick', ['pat', 'paddy']],
  ['peter', ['pete']],
  ['raphael', ['rafa']],
  ['margaret', ['maggie', 'meg', 'peggy']],
  ['elizabeth', ['liz', 'beth', 'betsy', 'lizzie', 'betty']],
  ['katherine', ['kate', 'kathy', 'katie', 'kathryn']],
  ['catherine', ['cathy', 'kate', 'cate']],
  ['susan', ['sue', 'susie']],
  ['deborah', ['debbie', 'deb']],
  ['barbara', ['barb', 'babs']],
  ['patricia', ['pat', 'patty', 'tricia']],
  ['rebecca', ['becky', 'becca']],
  ['victoria', ['vicky', 'tori']],
  ['dorothy', ['dot', 'dottie']],
  ['bernard', ['bernie']],
  ['harold', ['hal', 'harry']],
  ['francis', ['frank']],
  ['abraham', ['abe']],
  ['jonathan', ['jon', 'jonny']],
  ['jacob', ['jake']],
  ['nathaniel', ['nate', 'nat']],
  ['ronald', ['ron', 'ronnie']],
  ['donald', ['don', 'donnie']],
  ['kenneth', ['ken', 'kenny']],
  ['leonard', ['len', 'lenny']],
  ['martin', ['marty']],
  ['matthew', ['matt']],
  ['philip', ['phil']],
  ['samuel', ['sam']],
  ['vincent', ['vince']],
  ['eleanor', ['ellie', 'nell']],
  ['christina', ['tina', 'chris']],
  ['theresa', ['terry', 'tess']],
  ['pamela', ['pam']],
  ['jennifer', ['jen', 'jenny']],
  ['abigail', ['abby', 'gail']],
])

/** Whether one given name is a usual short form of the other: `Bill` and `William`. Lower case. */
export function isNickname(a: string, b: string): boolean {
  return NICKNAMES.get(a)?.includes(b) === true || NICKNAMES.get(b)?.includes(a) === true
}
