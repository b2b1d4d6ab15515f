import Casework

/// What officers write.
enum DemoOfficerWords {
  static func ground(_ outcome: ProtectionOutcome, _ random: inout SplitMix64) -> String {
    let pool =
      switch outcome {
      case .immediate: immediate
      case .investigate: investigate
      case .noImmediateNeed: noNeed
      case .noChild: noChild
      }
    return random.pick(pool)
      + random.one(of: "", "", " Stämt av med kollega.", " Tipsaren uppringd.")
  }

  static func closing(_ reason: CloseReason, _ random: inout SplitMix64) -> String {
    let pool =
      switch reason {
      case .handledOnSite: handled
      case .notFound: notFound
      case .knownAlready: known
      case .noConcern: noConcern
      case .passedOn: passedOn
      case .other: other
      }
    return random.pick(pool)
  }

  static func note(on tip: DemoTip, _ random: inout SplitMix64) -> String {
    let first = random.pick(notes).replacing("{place}", with: tip.sighting.place.phrase)
    return random.chance(45) ? first + " " + random.pick(next) : first
  }

  static let corrections = variants(
    """
    tipsaren ringde tillbaka och rättade sig
    fel antal vid registreringen
    framkom vid återuppringning
    bekräftat av personal på platsen
    """)

  static let priorities = variants(
    """
    litet barn ute i natt
    samma plats har nämnts flera gånger i veckan
    barnet kan flyttas vidare
    tas före helgen
    polisen är redan på väg
    kan vänta till nästa pass
    """)

  static let reopenings = variants(
    """
    ny iakttagelse på samma plats
    tipsaren har ringt igen
    barnet sett igen av fältgruppen
    polisen återkom med uppgifter
    avslutades för tidigt
    """)

  private static let immediate = variants(
    """
    Barnet är ensamt utomhus i natt och ingen vuxen är känd.
    Yngre barn utan vuxen, uppgift om hot. Polis och jour åker.
    Barnet uppger rädsla för att följa med den vuxne. Skydd behövs nu.
    Uppgift om att barnet ska föras ur landet i kväll.
    Barnet är nedkylt och utan tillsyn. Två kollegor åker genast.
    """)

  private static let investigate = variants(
    """
    Upprepade iakttagelser av samma barn. Ingen akut fara i kväll, bör utredas.
    Barn i skolålder arbetar dagtid. Ingen uppgift om våld. Utredning föreslås.
    Vuxen styr barnet enligt två tipsare. Känt sovställe, barnet har tak i natt.
    Barnet är med vuxen som kan vara vårdnadshavare. Oklart, utreds.
    Sover i bil med familj. Bilen är varm, mat finns. Behöver följas upp.
    Tecken på utnyttjande men inget som talar för fara just nu.
    """)

  private static let noNeed = variants(
    """
    Barnet i sällskap med förälder, ingen uppgift om fara.
    Iakttagelsen är flera dagar gammal och platsen tom.
    Ungdom nära 18 år, vid gott mod enligt ordningsvakt.
    Enstaka iakttagelse utan oroande inslag.
    Fältgruppen har träffat barnet tidigare i veckan, läget oförändrat.
    Uppgifterna är knappa. Ingen fara framgår.
    """)

  private static let noChild = variants(
    """
    Personen är känd och över 20 år.
    Tipset rör vuxna, inget barn nämns vid återuppringning.
    Väktaren har sett legitimation, född 2001.
    Tipsaren såg fel, det var en kortvuxen vuxen.
    """)

  private static let handled = variants(
    """
    Barnet träffat, förälder på plats, information lämnad.
    Samtal med barn och mor genom tolk. Erbjuden plats för natten.
    Fältgruppen pratade med familjen, orosanmälan skriven.
    Barnet överlämnat till vårdnadshavare efter samtal.
    """)

  private static let notFound = variants(
    """
    Sökt två kvällar, ingen på platsen.
    Bilen har flyttat. Kiosken ringer om de kommer tillbaka.
    Ingen sedd, personalen minns inget.
    Fyra besök på olika tider utan resultat.
    """)

  private static let known = variants(
    """
    Samma familj som stadsdelen redan utreder.
    Barnet är känt av fältgruppen sedan tidigare.
    Pågående utredning finns, handläggaren underrättad.
    """)

  private static let noConcern = variants(
    """
    Skolungdomar som samlade in till klassresa.
    Föräldrarna var med hela tiden.
    Gatumusikanter över 18 år, legitimation visad.
    Ungdomen är 19 år och arbetar med lön.
    """)

  private static let passedOn = variants(
    """
    Lämnat till gränspolisen.
    Lämnat till stadsdelens mottagning, mottaget per telefon.
    Lämnat till socialtjänsten i kommunen där bilen står.
    Lämnat till polisens ungdomsgrupp.
    """)

  private static let other = variants(
    """
    Tipset rörde en annan stad, tipsaren hänvisad.
    Skickat av misstag, tipsaren har bekräftat.
    Provtips från webben.
    """)

  private static let notes = variants(
    """
    Ringt tipsaren, som bekräftar platsen men inte sett dem idag.
    Ringt tipsaren, inget svar.
    Var {place} en stund, ingen där.
    Var {place} mellan 20 och 21. Såg två vuxna men inga barn.
    Talat med personalen {place}. De ringer om barnet syns igen.
    Ordningsvakterna {place} är informerade.
    Tolk bokad på telefon till kvällen.
    Pratade kort med barnet. Säger sig vara 15. Vill inte ha hjälp nu.
    Gav barnet kortet med journumret på rätt språk.
    Frågat stadsdelen om barnet är känt. Väntar svar.
    Svar från stadsdelen: inte känt där.
    Polisens ungdomsgrupp tittar förbi under natten.
    Registreringsnumret på bilen lämnat till polisen.
    Stämmer med vad fältgruppen såg {place} i förrgår.
    Samma vuxna syns i två andra tips.
    Följs upp på morgonmötet.
    Ingen ny iakttagelse på tre dagar.
    Barnet sett {place} av kollega, i sällskap med kvinna med blå väska.
    Tipsaren skickar bilder till polisen, inte hit.
    Soppköket känner igen beskrivningen.
    Biblioteket bekräftar att barnet är där de flesta dagar.
    Sökte {place} tillsammans med fältgruppen.
    Återkoppling lämnad till tipsaren: vi har tagit emot uppgiften.
    Spärrpersonalen har fått numret hit.
    """)

  private static let next = variants(
    """
    Nytt försök i kväll.
    Fältgruppen tar det på nästa pass.
    Tas upp vid överlämningen.
    Inget mer just nu.
    Avvaktar till helgen.
    Bevakas.
    Prövar på förmiddagen i stället.
    Lagt i kalendern.
    """)
}
