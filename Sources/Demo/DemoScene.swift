import Casework

/// What a tip can be about, with the words people tell it in. `{who}`, `{place}` and the other
/// names in braces are filled in by ``DemoWriter``.
struct DemoScene: Hashable, Sendable {
  /// What a form would tick.
  let activity: Casework.Activity
  /// The youngest and the oldest child.
  let ages: ClosedRange<Int>
  /// First sentences.
  let mains: [String]
  /// What else was seen.
  let details: [String]
  /// First sentences in English.
  let english: [String]

  init(
    _ activity: Casework.Activity, ages: ClosedRange<Int>, _ mains: String, details: String,
    english: String
  ) {
    self.activity = activity
    self.ages = ages
    self.mains = variants(mains)
    self.details = variants(details)
    self.english = variants(english)
  }

  static let all = street + hidden

  private static let street: [DemoScene] = [
    DemoScene(
      .begging, ages: 6...15,
      """
      {when} såg jag {who} som satt och tiggde {place}
      det sitter {who} {place} och ber folk om pengar
      {who} går runt {place} med en pappersmugg och en lapp på svenska
      jag undrar om ni känner till {who} som tigger {place}
      {who} tigger {place} nästan varje dag nu
      {when} kom {who} fram till mig {place} och ville ha pengar till mat
      """,
      details: """
        {they} hade en lapp med text om sjuka syskon
        {they} såg {tired} ut och frös
        muggen tömdes av en vuxen som kom förbi ungefär en gång i timmen
        {they} satt direkt på marken utan något under
        när jag frågade hur {they} mådde tittade {they} bort mot en vuxen
        {they} kunde säga ”hej” och ”tack” men inget mer
        folk gick bara förbi
        """,
      english: """
        {when} I saw {who} begging at {place}
        I keep seeing {who} asking people for money at {place}
        {who} came up to us at {place} with a paper cup
        """),
    DemoScene(
      .music, ages: 8...16,
      """
      {who} spelar dragspel {place} i flera timmar
      {when} såg jag {who} som spelade {place} hur länge som helst
      {who} går i vagnarna och spelar, jag såg {object} gå av {place}
      det står {who} {place} och spelar fiol från morgon till kväll
      """,
      details: """
        det är samma två låtar om och om igen
        en vuxen samlade in pengarna i en keps
        {they} fick inte sluta fast {they} var {tired}
        {they} bytte vagn så fort en vakt kom
        instrumentet var nästan större än {object}
        """,
      english: """
        {when} I saw {who} playing the accordion at {place} for a very long time
        I hear {who} playing music at {place} for hours every day
        """),
    DemoScene(
      .selling, ages: 9...16,
      """
      {who} säljer rosor {place} sent på kvällarna
      {when} gick {who} runt bland uteserveringarna {place} och sålde rosor
      {who} säljer pappersnäsdukar och små lappar {place}
      det går {who} {place} och säljer armband till turister
      {who} försökte sälja en guldring till mig {place}
      """,
      details: """
        {they} måste visa upp hur mycket som var sålt för en kvinna i en bil
        klockan var långt över elva och {they} var {alone}
        {they} sa ett pris på engelska, annars inget
        kartongen med blommor fylldes på av någon i bakgrunden
        {they} gick in på krogen trots att personalen sagt nej
        """,
      english: """
        {when} {who} tried to sell roses to guests at {place}
        I have seen {who} selling tissues and bracelets at {place} late at night
        """),
    DemoScene(
      .theft, ages: 10...17,
      """
      {when} såg jag {who} ta en plånbok ur en väska {place}
      {who} jobbar ihop {place} och stjäl mobiler i trängseln
      {who} blev stoppad av vakten {place} för stöld
      jag arbetar i butik {place} och {who} har snattat här flera gånger
      {when} försökte {who} lyfta min telefon {place}
      """,
      details: """
        en äldre man stod en bit bort och pekade
        sakerna lämnades över direkt till någon som väntade utanför
        {they} verkade mer {afraid} för mannen än för vakten
        {they} hade en lång lista på vad som skulle tas
        {they} hade ingen legitimation och sa olika namn
        det ser inövat ut, någon har lärt {object} det här
        """,
      english: """
        {when} I saw {who} pick a pocket at {place}
        our guard caught {who} stealing in our shop at {place}
        """),
    DemoScene(
      .other, ages: 7...15,
      """
      {who} letar pantburkar i papperskorgarna {place} mitt i natten
      {when} såg jag {who} samla burkar {place}, klockan var efter midnatt
      {who} drar runt på stora säckar med pant {place}
      """,
      details: """
        säckarna var alldeles för tunga
        {they} hade inga vantar och rotade med bara händerna
        en skåpbil hämtade säckarna
        {they} lämnade över pantkvittot till en vuxen
        """,
      english: """
        I saw {who} collecting cans from the bins at {place} in the middle of the night
        """),
    DemoScene(
      .other, ages: 3...14,
      """
      {who} sover i en bil {place}
      det står en gammal kombi {place} där {who} bor tillsammans med några vuxna
      {when} såg jag {who} krypa ut ur en skåpbil {place}, det såg ut som de sovit där
      vi har {who} som sover i vårt trapphus {place}
      {who} sov under en filt {place} när jag gick till jobbet
      """,
      details: """
        rutorna var täckta med filtar och kartong
        bilen har stått där i minst en vecka
        {they} tvättade sig på toaletten i gallerian
        det luktade rök, de lagar nog mat inne i bilen
        de vuxna är borta hela dagarna och {they} är kvar
        bilen går på tomgång på nätterna för värmen
        """,
      english: """
        I found {who} sleeping in a car at {place}
        there is a van parked at {place} with {who} sleeping in it
        """),
  ]

  private static let hidden: [DemoScene] = [
    DemoScene(
      .other, ages: 13...17,
      """
      {who} arbetar i en biltvätt {place}, varje dag även på skoltid
      {who} diskar i köket på en restaurang {place} till långt in på natten
      jag tror att {who} jobbar på ett bygge {place} utan att få betalt
      {who} städar kontor {place} på nätterna tillsammans med en äldre släkting
      det är {who} som sköter en nagelsalong {place}, {they} verkar bo där också
      """,
      details: """
        {they} svarar aldrig själv utan en man svarar åt {object}
        {they} sa att {they} är skyldig pengar för resan
        {they} blir hämtad och lämnad av samma bil
        jag har aldrig sett {object} med andra i samma ålder
        {they} har inga riktiga arbetskläder
        chefen sa att det är hans brorsbarn men ändrade sig sedan
        """,
      english: """
        {who} works at a car wash near {place} every day, also during school hours
        I think {who} is made to work in a restaurant kitchen at {place}
        """),
    DemoScene(
      .other, ages: 13...17,
      """
      {who} bor på vårt hotell {place} med en man som inte verkar vara släkt
      {when} blev {who} upphämtad av olika bilar {place}
      {who} står ensam {place} på nätterna och går iväg med vuxna
      jag jobbar på ett vandrarhem {place} och är orolig för {who} som bor här
      """,
      details: """
        mannen betalar kontant en natt i taget
        {they} har två telefoner och någon ringer hela tiden
        {they} lämnar aldrig rummet utan sällskap
        {they} hade nya dyra kläder men inget att äta
        hon i receptionen hörde {object} gråta
        {they} kunde inte säga vilken stad {they} var i
        """,
      english: """
        I work at a hotel near {place} and I am worried about {who} staying with a much older man
        """),
    DemoScene(
      .other, ages: 7...12,
      """
      {who} är ute {place} långt efter midnatt utan någon vuxen
      {when} kom {who} in i kiosken {place} och undrade om {they} fick värma sig
      {who} driver runt {place} på dagarna, går nog inte i någon skola
      vi på biblioteket {place} har {who} här varje dag från öppning till stängning
      """,
      details: """
        {they} åt upp resterna på borden
        {they} visste inte var de skulle sova i natt
        {they} sa att mamma kommer sen men ingen kom
        {they} tog hand om ett spädbarn i vagn
        skorna var trasiga och jackan för tunn
        jag bjöd på en smörgås som delades i två
        """,
      english: """
        I met {who} at {place} long after midnight with no adult around
        we see {who} in our library at {place} every day, all day long
        """),
    DemoScene(
      .begging, ages: 3...10,
      """
      en kvinna tigger {place} med {who} i knät
      {who} hålls kvar hela dagen hos en kvinna som tigger {place}
      {when} satt {who} bredvid en tiggande vuxen {place}
      """,
      details: """
        {they} sov konstigt djupt fast det var mycket ljud
        det är inte samma vuxna varje dag, men samma barn
        {they} hade bara strumpor på fötterna
        kvinnan drog snabbt undan {object} när jag stannade
        """,
      english: """
        a woman is begging at {place} with {who} next to her all day
        """),
  ]
}
