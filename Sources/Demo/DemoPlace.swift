/// A public place in Stockholm.
struct DemoPlace: Hashable, Sendable {
  /// As a form has it: "Sergels torg".
  let name: String
  /// As it stands in a sentence: "på Sergels torg".
  let phrase: String

  static let all: [DemoPlace] = variants(
    """
    på Sergels torg|vid trappan|vid Åhléns hörn|nedanför glasobelisken
    på T-Centralen|vid spärrarna mot Sergels torg|på blå linjens perrong|vid rulltrappan
    på Centralstationen|vid ringen|vid uppgång mot Vasagatan|i vänthallen
    på Cityterminalen|vid utgångarna till bussarna|vid kaffeståndet
    vid Hötorget|vid trappan till Konserthuset|vid saluhallen|vid bion
    vid Norrmalmstorg|vid spårvagnshållplatsen|vid kiosken
    i Kungsträdgården|vid fontänen|vid scenen|vid tunnelbaneuppgången
    på Stureplan|under svampen|vid taxistolpen
    på Medborgarplatsen|vid Medborgarhuset|vid tunnelbaneuppgången|vid Söderhallarna
    vid Slussen|vid bussterminalen|vid Katarinahissen
    på Mariatorget|vid fontänen|vid kiosken
    vid Zinkensdamm|vid matbutiken|vid tunnelbaneuppgången
    vid Hornstull|vid gallerian|vid uppgången mot Hornsbruksgatan
    på Södermalmstorg|vid trappan ner mot vattnet
    vid Skanstull|vid Ringens ingång|vid uppgången mot Götgatan
    vid Gullmarsplan|på bussplan|vid spärrarna|vid tvärbanan
    vid Globen|vid gallerians ingång|vid gångbron
    på Farsta torg|vid apoteket|vid biblioteket
    i Högdalens centrum|vid torget|vid matbutiken
    i Skärholmens centrum|vid torghandeln|vid parkeringshuset
    vid Liljeholmstorget|vid gallerian|vid busshållplatserna
    vid Telefonplan|vid parken|vid matbutiken
    vid Fruängens centrum|vid bussarna|vid spärrarna
    i Älvsjö|vid stationen|vid mässan
    vid Årstaberg|vid pendeltåget|vid tvärbanan
    på Östermalmstorg|vid saluhallen|vid kyrkan
    vid Karlaplan|vid Fältöversten|vid dammen
    vid Ropsten|på bussplan|vid spårvagnen
    vid Odenplan|vid pendeltågsuppgången|vid kyrkan
    vid Sankt Eriksplan|vid matbutiken|vid bankomaten
    vid Fridhemsplan|vid gallerian|vid uppgången mot Drottningholmsvägen
    vid Västermalmsgallerian|vid huvudingången|vid garaget
    vid Alvik|vid tvärbanan|vid tunnelbanan
    vid Brommaplan|vid bussterminalen|vid matbutiken
    på Vällingby torg|vid biografen|vid matbutiken
    i Hässelby gård|vid torget|vid tunnelbanan
    i Spånga|vid stationen|vid matbutiken
    på Rinkeby torg|vid biblioteket|vid tunnelbanan
    i Kista galleria|vid huvudingången|vid bion|på plan 2
    på Husby torg|vid tunnelbanan|vid matbutiken
    i Tensta centrum|vid torget|vid tunnelbanan
    på Drottninggatan|i höjd med Kulturhuset|i höjd med Adolf Fredriks kyrkogata
    på Götgatan|i höjd med Björns trädgård|i backen ner mot Slussen
    på Hamngatan|vid varuhuset|vid spårvagnshållplatsen
    på Västerlånggatan|vid Järntorget|vid Mynttorget
    vid Stortorget i Gamla stan|vid brunnen|vid museet
    på Djurgården|vid spårvagnens ändhållplats|vid färjan
    vid Stadshuset|vid båtarna|vid ingången till gården
    vid Värtahamnen|vid terminalen|vid bilkön till färjan
    vid Stadsgårdskajen|vid terminalen|vid bussparkeringen
    på Bromma flygplats|utanför terminalen|vid bussen
    vid Ulvsunda|vid stormarknaden|på parkeringen bakom byggvaruhuset
    vid Kungens kurva|på parkeringen|vid möbelvaruhuset|vid bensinmacken
    vid Sätra|vid vattnet|vid idrottsplatsens parkering
    vid Skarpnäck|vid torget|vid flygfältets parkering
    vid Hammarby sjöstad|vid färjan|vid tvärbanan
    """
  ).map { line in
    let parts = line.split(separator: "|").map(String.init)
    return DemoPlace(phrase: parts[0], spots: Array(parts.dropFirst()))
  }

  /// Where at the place, each as it stands after its name.
  let spots: [String]

  private init(phrase: String, spots: [String]) {
    self.phrase = phrase
    self.spots = spots
    let words = phrase.split(separator: " ").dropFirst().joined(separator: " ")
    name = words.prefix(1).uppercased() + words.dropFirst()
  }
}
