/** What an outlet is: a wire sends its reports to others, so a report of its own is found in many places. */
export type OutletKind = 'wire' | 'newspaper' | 'magazine' | 'broadcaster' | 'online'

/** A well-known outlet under its names. Aliases are matched with their case, hosts with all that stands before them. */
export interface Outlet {
  readonly name: string
  readonly kind: OutletKind
  readonly aliases: readonly string[]
  readonly hosts: readonly string[]
}

/** One row per line: name | aliases | hosts. Written from general knowledge; names that mean other things too ("the Post") are left out. */
const ROWS: Readonly<Record<OutletKind, string>> = {
  wire: `
    Associated Press | AP, The Associated Press, The AP | apnews.com, ap.org
    Reuters | Thomson Reuters | reuters.com
    Agence France-Presse | AFP, Agence France Presse | afp.com
    United Press International | UPI | upi.com
    Bloomberg | Bloomberg News, Bloomberg Politics | bloomberg.com
    Deutsche Presse-Agentur | dpa, DPA | dpa.com
    EFE | Agencia EFE | efe.com
    ANSA | | ansa.it
    PA Media | Press Association, PA | pa.media
    The Canadian Press | Canadian Press | thecanadianpress.com
    Australian Associated Press | AAP | aap.com.au
    Press Trust of India | PTI | ptinews.com
    Asian News International | ANI | aninews.in
    IANS | Indo-Asian News Service | ians.in
    Xinhua | Xinhua News Agency | xinhuanet.com, news.cn
    Kyodo News | Kyodo | kyodonews.net
    Jiji Press | Jiji | jiji.com
    Yonhap | Yonhap News Agency | yna.co.kr
    TASS | Itar-Tass, ITAR-TASS | tass.com, tass.ru
    Interfax | | interfax.com, interfax.ru
    Interfax-Ukraine | | interfax.com.ua
    RIA Novosti | RIA | ria.ru
    Ukrinform | | ukrinform.net, ukrinform.ua
    UNIAN | | unian.info, unian.net
    PAP | Polish Press Agency | pap.pl
    Belga | | belganewsagency.eu
    Anadolu Agency | Anadolu, AA | aa.com.tr
    IRNA | | irna.ir
    Tasnim | Tasnim News Agency | tasnimnews.com
    SANA | Syrian Arab News Agency | sana.sy
    WAM | Emirates News Agency | wam.ae
    Saudi Press Agency | SPA | spa.gov.sa
    Antara | | antaranews.com
    Bernama | | bernama.com
    KCNA | Korean Central News Agency | kcna.kp
    City News Service | CNS | 
    Newswire | PR Newswire | prnewswire.com
    States Newsroom | | statesnewsroom.com
    Catholic News Service | | catholicnews.com
    Religion News Service | RNS | religionnews.com`,
  newspaper: `
    The New York Times | New York Times, NYT, N.Y. Times | nytimes.com
    The Washington Post | Washington Post, WaPo | washingtonpost.com
    The Wall Street Journal | Wall Street Journal, WSJ | wsj.com
    USA Today | USA TODAY | usatoday.com
    Los Angeles Times | The Los Angeles Times, L.A. Times, LA Times | latimes.com
    Chicago Tribune | The Chicago Tribune | chicagotribune.com
    Chicago Sun-Times | | suntimes.com
    The Boston Globe | Boston Globe | bostonglobe.com
    Boston Herald | | bostonherald.com
    New York Post | The New York Post, NY Post | nypost.com
    New York Daily News | NY Daily News | nydailynews.com
    Newsday | | newsday.com
    The Philadelphia Inquirer | Philadelphia Inquirer | inquirer.com
    Miami Herald | The Miami Herald | miamiherald.com
    Tampa Bay Times | | tampabay.com
    Orlando Sentinel | | orlandosentinel.com
    The Atlanta Journal-Constitution | Atlanta Journal-Constitution, AJC | ajc.com
    Houston Chronicle | The Houston Chronicle | houstonchronicle.com
    The Dallas Morning News | Dallas Morning News | dallasnews.com
    The Denver Post | Denver Post | denverpost.com
    The Seattle Times | Seattle Times | seattletimes.com
    San Francisco Chronicle | The San Francisco Chronicle | sfchronicle.com
    The Mercury News | San Jose Mercury News | mercurynews.com
    The Sacramento Bee | Sacramento Bee | sacbee.com
    The Arizona Republic | Arizona Republic | azcentral.com
    Las Vegas Review-Journal | | reviewjournal.com
    The Star Tribune | Star Tribune, Minnesota Star Tribune | startribune.com
    Detroit Free Press | | freep.com
    The Detroit News | Detroit News | detroitnews.com
    The Des Moines Register | Des Moines Register | desmoinesregister.com
    The Baltimore Sun | Baltimore Sun | baltimoresun.com
    The Washington Times | Washington Times | washingtontimes.com
    The Christian Science Monitor | Christian Science Monitor | csmonitor.com
    Stars and Stripes | | stripes.com
    The Financial Times | Financial Times, FT, The FT | ft.com
    The Guardian | Guardian | theguardian.com, guardian.co.uk
    The Observer | |
    The Telegraph | Daily Telegraph, The Daily Telegraph, Sunday Telegraph | telegraph.co.uk
    The Times | The Times of London, The Sunday Times, Sunday Times | thetimes.co.uk, thetimes.com
    The Independent | | independent.co.uk
    Daily Mail | The Daily Mail, Mail on Sunday, MailOnline | dailymail.co.uk
    Daily Mirror | The Mirror, Sunday Mirror | mirror.co.uk
    Daily Express | | express.co.uk
    The Sun | | thesun.co.uk
    Evening Standard | London Evening Standard | standard.co.uk
    The Scotsman | Scotsman | scotsman.com
    The Herald | | heraldscotland.com
    The Irish Times | Irish Times | irishtimes.com
    Irish Independent | | independent.ie
    Belfast Telegraph | | belfasttelegraph.co.uk
    The Globe and Mail | Globe and Mail | theglobeandmail.com
    Toronto Star | The Toronto Star | thestar.com
    National Post | | nationalpost.com
    The Sydney Morning Herald | Sydney Morning Herald, SMH | smh.com.au
    The Age | | theage.com.au
    The Australian | | theaustralian.com.au
    The New Zealand Herald | New Zealand Herald, NZ Herald | nzherald.co.nz
    The Times of India | Times of India, TOI | timesofindia.indiatimes.com
    The Hindu | | thehindu.com
    The Indian Express | Indian Express | indianexpress.com
    Hindustan Times | | hindustantimes.com
    Dawn | | dawn.com
    The Straits Times | Straits Times | straitstimes.com
    South China Morning Post | SCMP | scmp.com
    China Daily | | chinadaily.com.cn
    Global Times | | globaltimes.cn
    The Japan Times | Japan Times | japantimes.co.jp
    Nikkei | Nikkei Asia, The Nikkei | nikkei.com
    Asahi Shimbun | The Asahi Shimbun | asahi.com
    Yomiuri Shimbun | | yomiuri.co.jp
    The Korea Herald | Korea Herald | koreaherald.com
    The Jerusalem Post | Jerusalem Post | jpost.com
    Haaretz | | haaretz.com
    The Times of Israel | Times of Israel | timesofisrael.com
    Arab News | | arabnews.com
    Hürriyet | Hurriyet, Hürriyet Daily News | hurriyetdailynews.com
    Daily Sabah | | dailysabah.com
    Le Monde | | lemonde.fr
    Le Figaro | | lefigaro.fr
    Libération | Liberation | liberation.fr
    Le Parisien | | leparisien.fr
    Les Echos | | lesechos.fr
    Bild | BILD | bild.de
    Die Welt | Welt | welt.de
    Die Zeit | | zeit.de
    Frankfurter Allgemeine Zeitung | FAZ, Frankfurter Allgemeine | faz.net
    Süddeutsche Zeitung | Sueddeutsche Zeitung | sueddeutsche.de
    Handelsblatt | | handelsblatt.com
    El País | El Pais | elpais.com
    El Mundo | | elmundo.es
    La Vanguardia | | lavanguardia.com
    Corriere della Sera | Corriere | corriere.it
    La Repubblica | | repubblica.it
    La Stampa | | lastampa.it
    De Telegraaf | | telegraaf.nl
    De Standaard | | standaard.be
    Neue Zürcher Zeitung | NZZ | nzz.ch
    Aftenposten | | aftenposten.no
    Dagens Nyheter | | dn.se
    Helsingin Sanomat | | hs.fi
    Rzeczpospolita | | rp.pl
    Gazeta Wyborcza | | wyborcza.pl
    Kyiv Independent | The Kyiv Independent | kyivindependent.com
    Kyiv Post | KyivPost | kyivpost.com
    Ukrainska Pravda | Ukrayinska Pravda | pravda.com.ua
    The Moscow Times | Moscow Times | themoscowtimes.com
    Kommersant | | kommersant.ru
    Izvestia | Izvestiya | iz.ru
    Novaya Gazeta | | novayagazeta.ru, novayagazeta.eu
    Folha de S.Paulo | Folha de São Paulo, Folha | folha.uol.com.br
    O Globo | | oglobo.globo.com
    La Nación | La Nacion | lanacion.com.ar
    Clarín | Clarin | clarin.com
    Mail & Guardian | Mail and Guardian | mg.co.za
    Daily Nation | The Nation (Kenya) | nation.africa`,
  magazine: `
    Time | TIME, Time magazine, TIME magazine | time.com
    Newsweek | | newsweek.com
    The Economist | Economist | economist.com
    The New Yorker | New Yorker | newyorker.com
    The Atlantic | Atlantic | theatlantic.com
    Forbes | | forbes.com
    Fortune | | fortune.com
    Rolling Stone | | rollingstone.com
    Vanity Fair | | vanityfair.com
    Esquire | | esquire.com
    Vogue | | vogue.com
    Entertainment Weekly | | ew.com
    Wired | WIRED | wired.com
    National Review | | nationalreview.com
    The Nation | | thenation.com
    The New Republic | New Republic | newrepublic.com
    Mother Jones | | motherjones.com
    Foreign Policy | | foreignpolicy.com
    Foreign Affairs | | foreignaffairs.com
    The Spectator | Spectator | spectator.co.uk
    New Statesman | The New Statesman | newstatesman.com
    Der Spiegel | Spiegel, SPIEGEL | spiegel.de
    Focus | | focus.de
    Stern | | stern.de
    L'Express | | lexpress.fr
    Scientific American | | scientificamerican.com
    New Scientist | | newscientist.com
    Sports Illustrated | | si.com
    Variety | | variety.com
    The Hollywood Reporter | Hollywood Reporter | hollywoodreporter.com
    Billboard | | billboard.com`,
  broadcaster: `
    BBC | BBC News, British Broadcasting Corporation | bbc.co.uk, bbc.com
    CNN | Cable News Network | cnn.com
    Fox News | FOX News, Fox News Channel | foxnews.com
    Fox Business | Fox Business Network | foxbusiness.com
    NBC News | NBC | nbcnews.com
    MSNBC | MS NOW | msnbc.com
    CNBC | | cnbc.com
    ABC News | ABC | abcnews.go.com
    CBS News | CBS | cbsnews.com
    PBS | PBS NewsHour | pbs.org
    NPR | National Public Radio | npr.org
    C-SPAN | | c-span.org
    Newsmax | | newsmax.com
    ESPN | | espn.com
    Voice of America | VOA | voanews.com
    Radio Free Europe/Radio Liberty | RFE/RL, Radio Free Europe, Radio Liberty, RFERL | rferl.org
    Radio Free Asia | RFA | rfa.org
    Sky News | Sky | news.sky.com
    ITV News | ITV | itv.com
    Channel 4 News | Channel 4 | channel4.com
    LBC | | lbc.co.uk
    RTÉ | RTE | rte.ie
    CBC | CBC News, Canadian Broadcasting Corporation | cbc.ca
    CTV News | CTV | ctvnews.ca
    Global News | | globalnews.ca
    Australian Broadcasting Corporation | ABC (Australia) | abc.net.au
    SBS News | | sbs.com.au
    Radio New Zealand | RNZ | rnz.co.nz
    Al Jazeera | Aljazeera, Al-Jazeera | aljazeera.com
    Al Arabiya | Al-Arabiya | alarabiya.net
    Euronews | | euronews.com
    France 24 | FRANCE 24 | france24.com
    RFI | Radio France Internationale | rfi.fr
    BFM TV | BFMTV, BFM | bfmtv.com
    TF1 | | tf1info.fr
    LCI | | 
    Deutsche Welle | DW | dw.com
    ARD | | ard.de, tagesschau.de
    ZDF | | zdf.de
    RAI | | rai.it
    RTVE | | rtve.es
    NOS | | nos.nl
    VRT | | vrt.be
    SVT | | svt.se
    NRK | | nrk.no
    Yle | YLE | yle.fi
    TVP | | tvp.pl
    RT | Russia Today | rt.com
    CGTN | | cgtn.com
    CCTV | | cctv.com
    NHK | | nhk.or.jp
    NDTV | | ndtv.com
    Suspilne | | suspilne.media
    Channel NewsAsia | CNA | channelnewsasia.com`,
  online: `
    Politico | POLITICO, Politico Europe | politico.com, politico.eu
    Axios | | axios.com
    Mashable | | mashable.com
    Gawker | | gawker.com
    Gizmodo | | gizmodo.com
    Jezebel | | jezebel.com
    Deadspin | | deadspin.com
    Engadget | | engadget.com
    CNET | | cnet.com
    ZDNet | | zdnet.com
    MacRumors | Mac Rumors | macrumors.com
    AppleInsider | Apple Insider | appleinsider.com
    9to5Mac | | 9to5mac.com
    Recode | Re/code | recode.net
    Snopes | Snopes.com | snopes.com
    Inquisitr | The Inquisitr | inquisitr.com
    Consumerist | The Consumerist | consumerist.com
    International Business Times | IBTimes | ibtimes.com, ibtimes.co.uk
    Washington Free Beacon | The Washington Free Beacon | freebeacon.com
    Radar Online | RadarOnline | radaronline.com
    LiveScience | Live Science | livescience.com
    WikiLeaks | Wikileaks | wikileaks.org
    The Hill | | thehill.com
    HuffPost | Huffington Post, The Huffington Post | huffpost.com, huffingtonpost.com
    BuzzFeed News | BuzzFeed | buzzfeednews.com, buzzfeed.com
    Vox | | vox.com
    Slate | | slate.com
    Salon | | salon.com
    The Daily Beast | Daily Beast | thedailybeast.com
    The Intercept | Intercept | theintercept.com
    ProPublica | | propublica.org
    Breitbart News | Breitbart | breitbart.com
    The Daily Caller | Daily Caller | dailycaller.com
    The Western Journal | Western Journal, Western Journalism | westernjournal.com
    The Daily Wire | Daily Wire | dailywire.com
    The Epoch Times | Epoch Times | theepochtimes.com
    Washington Examiner | The Washington Examiner | washingtonexaminer.com
    Business Insider | Insider | businessinsider.com
    MarketWatch | | marketwatch.com
    Yahoo News | Yahoo! News | news.yahoo.com
    Roll Call | | rollcall.com
    Semafor | | semafor.com
    Punchbowl News | Punchbowl | punchbowl.news
    The Information | | theinformation.com
    TechCrunch | | techcrunch.com
    The Verge | | theverge.com
    Ars Technica | | arstechnica.com
    TMZ | | tmz.com
    Bellingcat | | bellingcat.com
    Mediapart | | mediapart.fr
    EUobserver | | euobserver.com
    Euractiv | EURACTIV | euractiv.com
    Meduza | | meduza.io
    European Pravda | | eurointegration.com.ua
    Wikinews | | wikinews.org
    The Conversation | | theconversation.com
    Middle East Eye | | middleeasteye.net
    Rappler | | rappler.com
    The Wire | | thewire.in
    Kaiser Health News | KFF Health News | kffhealthnews.org
    STAT | STAT News | statnews.com
    Defense News | | defensenews.com
    Breaking Defense | | breakingdefense.com`,
}

const list = (cell: string) => cell.split(',').map((item) => item.trim()).filter(Boolean)

/** All outlets, wires first. */
export const OUTLETS: readonly Outlet[] = (Object.keys(ROWS) as OutletKind[]).flatMap((kind) =>
  ROWS[kind]
    .trim()
    .split('\n')
    .map((row) => {
      const [name = '', aliases = '', hosts = ''] = row.split('|').map((cell) => cell.trim())
      return { name, kind, aliases: list(aliases), hosts: list(hosts) }
    }),
)

const byName = new Map(OUTLETS.flatMap((outlet) => [outlet.name, ...outlet.aliases].map((name) => [name, outlet] as const)))
const byHost = new Map(OUTLETS.flatMap((outlet) => outlet.hosts.map((host) => [host, outlet] as const)))

/** The outlet of that name or alias, as it is written, a leading `the` in lower case aside; null if it is not known. */
export function outletNamed(name: string): Outlet | null {
  const bare = name.replace(/^the /i, '')
  return byName.get(name) ?? byName.get(`The ${bare}`) ?? byName.get(bare) ?? null
}

/** The outlet of a host or of a host above it (`edition.cnn.com`); null if it is not known. */
export function outletOfHost(host: string): Outlet | null {
  const labels = host.toLowerCase().split('.')
  for (let i = 0; i < labels.length - 1; i++) {
    const outlet = byHost.get(labels.slice(i).join('.'))
    if (outlet) return outlet
  }
  return null
}
