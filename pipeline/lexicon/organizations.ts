import { wordSet } from './word-lists.ts'

/** Words that make a capitalised name that of a body, in lower case. Compiled by hand. */
export const ORGANIZATION_WORDS: ReadonlySet<string> = wordSet(`
  academy administration agency airlines airways alliance arena army assembly association associates authority band bank board
  brewery brigade
  broadcaster brothers bureau business cabinet campaign center centre chamber charity church city-council club coalition college
  command commission
  committee company confederation conference congress consortium consulting corp corporation corps council court department desk
  directorate
  division embassy enterprises exchange faculty federation firm force forces forum foundation fund gallery government group guard guild
  headquarters holdings hospital house inc industries initiative inquiry inspectorate institute institution insurance international
  journal
  laboratories laboratory lab labs league legislature library limited llc llp ltd magazine mcdonalds media ministry mission mosque
  movement
  museum network networks news newspaper observatory office ombudsman orchestra organisation organization palace panel parliament partners party
  plc police
  post press programme project radio regiment registry reserve rovers school secretariat senate service services society studio
  studios summit
  surgery survey syndicate synod systems task-force taskforce team technologies tech television theatre theater times tribunal troops
  trust tv
  union united university wanderers watch watchdog works workshop
`)

/** Words that `of`, `for` or `on` can follow inside a name: `Bank of England`, `Council on Foreign Relations`. */
export const NAME_OF: ReadonlySet<string> = wordSet(`
  academy administration agency alliance archbishop archdiocese army arts association authority bank bishop board bureau cabinet
  campaign center
  centers centre centres chamber church city club college commission committee congress convention corporation council county court
  courts daughters
  department diocese directorate division doctors duchess duke embassy faculty federation foundation friends front fund heart
  house institute institutes institution isle journal kingdom league libraries library list ministry museum national observatory office organisation
  organization parliament party prince princess queen republic royal school secretary senate service society speaker sons state states
  statue synod team tribunal trust union university world
  president minister governor director chief head chairman chair commissioner secretary-general undersecretary general
`)

/** Words that end the name of a newspaper or programme: `Northern Echo`. Such a name has two words at least. */
export const OUTLET_WORDS: ReadonlySet<string> = wordSet(`
  advertiser advocate argus bugle chronicle citizen courier dispatch echo enquirer examiner express gazette globe guardian herald inquirer
  ledger mail mercury mirror monitor news newspaper observer pioneer post reporter sentinel standard sun telegraph times today
  tribune weekly
`)

/** Bodies that go by one name as a person would, or by a place: `the Kremlin`, `Downing Street`; of firms, movements and services the largest, but for those called like many people (`Ford`, `Dell`). */
export const BODIES: ReadonlySet<string> = new Set(
  `kremlin, white house, downing street, 10 downing street, number 10, no 10, elysee, elysee palace, élysée, élysée palace, pentagon,
  capitol,
  congress, senate, supreme court, high court, parliament, house of commons, house of lords, house of representatives, commons,
  knesset, bundestag,
  duma, state department, justice department, treasury, home office, foreign office, foreign ministry, defense ministry, fed,
  federal reserve, world bank, whitehall, westminster, scotland yard, met office, nhs, vatican, holy see, church, hamas, hezbollah,
  taliban,
  al-qaeda, al qaeda, isis, islamic state, google, facebook, microsoft, apple, amazon, twitter, youtube, uber, tesla, boeing, airbus,
  samsung, sony,
  toyota, volkswagen, walmart, exxonmobil, pfizer, goldman sachs, netflix, interpol, europol, greenpeace, oxfam, unicef, unesco,
  general electric, general motors, general mills, general dynamics, lockheed martin, raytheon, northrop grumman, rolls-royce, comcast,
  verizon, at&t, t-mobile, vodafone, intel, ibm, oracle, cisco, nvidia, qualcomm, nokia, ericsson, huawei, xiaomi, alibaba, tencent,
  baidu, bytedance, lenovo, foxconn, disney, nestle, unilever, procter & gamble, monsanto, bayer, basf, siemens, volvo, renault,
  peugeot, nissan, honda, hyundai, fiat, bmw, mercedes-benz, porsche, audi, chrysler, exxon, chevron, gazprom, rosneft, aramco,
  coca-cola, pepsico, pepsi, starbucks, nike, adidas, ikea, costco, tesco, lidl, aldi, barclays, hsbc, citigroup, jpmorgan,
  morgan stanley, wells fargo, deutsche bank, credit suisse, ubs, bnp paribas, blackrock, mastercard, paypal, airbnb, lyft, spotify,
  openai, anthropic, tiktok, instagram, whatsapp, snapchat, reddit, wikipedia, novartis, roche, astrazeneca, moderna, biontech,
  johnson & johnson, glaxosmithkline, deloitte, kpmg, mckinsey, gallup, al-shabaab, al-shabab, al shabaab, al shabab, al-nusra,
  boko haram, hizbollah, hizbullah, islamic jihad, farc, eta, mi5, mi6, mossad, nato, opec, unhcr, fifa, uefa, nasa, ryanair, easyjet,
  lufthansa, qantas, aeroflot, fedex, buckingham palace, kensington palace, brussels, wall street, capitol hill, crown, coalition, opposition, red cross, scientology`
    .split(',')
    .map((name) => name.trim()),
)

/** Short forms and the full name they stand for, used to see that two mentions mean one body. */
export const KNOWN_SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['eu', 'european union'],
  ['un', 'united nations'],
  ['u.n', 'united nations'],
  ['who', 'world health organization'],
  ['imf', 'international monetary fund'],
  ['fed', 'federal reserve'],
  ['fbi', 'federal bureau of investigation'],
  ['cia', 'central intelligence agency'],
  ['epa', 'environmental protection agency'],
  ['fda', 'food and drug administration'],
  ['nhs', 'national health service'],
  ['nra', 'national rifle association'],
  ['gop', 'republican party'],
  ['dnc', 'democratic national committee'],
  ['rnc', 'republican national committee'],
  ['scotus', 'supreme court'],
  ['snp', 'scottish national party'],
  ['tories', 'conservative party'],
  ['aclu', 'american civil liberties union'],
  ['cdc', 'centers for disease control and prevention'],
  ['ecb', 'european central bank'],
  ['iaea', 'international atomic energy agency'],
])

/** More nouns for bodies, as they stand beside a name: `drugmaker Acme`. */
export const BODIES_CALLED: ReadonlySet<string> = wordSet(`
  tabloid nonprofit non-profit automaker carmaker drugmaker chipmaker shipbuilder planemaker lender insurer brewer retailer regulator
  watchdog manufacturer supplier startup website newspaper
`)

/** Services on which anybody posts: they say nothing themselves by carrying it. */
export const PLATFORMS: ReadonlySet<string> = new Set(
  `twitter, x, facebook, instagram, youtube, reddit, tiktok, telegram, truth social, threads, linkedin, weibo, wechat, whatsapp, snapchat,
  tumblr, pinterest, bluesky, mastodon, parler, gab, medium, craigslist, substack, periscope, vine, myspace, gofundme, kickstarter`
    .split(',')
    .map((name) => name.trim()),
)

/** Nouns for bodies that stand without a name: `the company`, `the committee`. */
export const BODY_NOUNS: ReadonlySet<string> = wordSet(`
  administration agency airline alliance army association authority band bank board body broadcaster bureau cabinet camp campaign carmaker
  chain chancellery charity
  church city club coalition college commission committee company consortium constabulary convent corporation council country county court department developer
  embassy employer faction federation firm force foundation fund government group hospital industry institute institution intelligence jury kingdom
  laboratory league
  legislature maker manufacturer military ministry movement museum nation network observatory office operator opposition organisation organization
  outfit outlet pac panel paper parliament party police producer publisher regime regulator retailer school senate service site society startup
  state station store supermarket
  team think-tank town tribunal trust union university utility watchdog website
`)

/** Houses, shops and works that stand for those who run them: `the zoo said`. Compiled by hand. */
export const HOUSES: ReadonlySet<string> = wordSet(`
  abbey airport aquarium archive bakery bar cafe café casino cathedral cemetery chapel cinema circus clinic creche dealership depot dock eatery
  factory farm festival garage gym harbour harbor home hostel hotel inn kennel kindergarten mall market mill mine monastery mosque motel nursery
  pharmacy pier plant pool port prison pub railway ranch refinery refuge resort restaurant salon shelter shipyard shop shrine spa stable stadium
  surgery synagogue temple vineyard warehouse winery yard zoo
`)
