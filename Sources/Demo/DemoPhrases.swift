/// Sentences that fit any tip.
enum DemoPhrases {
  static let openings = variants(
    """
    hej
    hej, jag vet inte om det är rätt ställe att höra av sig till
    god kväll
    hej, jag fick det här numret av en bekant
    jag vill tipsa om en sak som jag inte kan släppa
    hejsan
    till den det berör
    jag har aldrig gjort något sådant här förut men nu måste jag
    hej och ursäkta att jag stör
    jag har tidigare ringt om det här men inte hört något
    """)

  static let extras = variants(
    """
    en man i mörk jacka stod hela tiden och tittade på från andra sidan
    det har pågått i ungefär två veckor
    jag har sett samma sak minst tre gånger
    {they} såg {hungry} ut
    när jag frågade efter föräldrarna ryckte {they} på axlarna
    jag försökte prata men vi hade inget gemensamt språk
    jag tror att språket var rumänska
    det lät som bulgariska eller något liknande
    {they} sprang iväg när en ordningsvakt kom
    en kvinna ropade och då gick {they} direkt
    det fanns fler barn en bit bort
    en vit skåpbil med utländska skyltar kom och hämtade {object}
    jag såg ingen vuxen i närheten på hela tiden
    det gör ont att se
    flera av mina grannar har sett samma sak
    {they} hade en telefon som bara verkade kunna ta emot samtal
    {they} vågade inte ta emot maten förrän en vuxen nickade
    jag gav {object} en tröja men den var borta nästa dag
    det verkar vara olika vuxna som har ansvaret
    {they} skrattade och lekte ibland, men tystnade när mannen kom
    """)

  static let coldExtras = variants(
    """
    det var kallt ute och {they} hade ingen mössa
    det är ju minusgrader på nätterna nu
    {they} skakade av köld
    {they} hade tunna tygskor i kylan
    """)

  static let questions = variants(
    """
    vad gör ni åt det här
    kan någon åka dit och titta
    är det någon som håller koll på det här
    vem ska man ringa om man ser det igen
    känner ni till det här redan
    borde inte barn gå i skolan
    """)

  static let closings = variants(
    """
    hoppas någon kan kontrollera
    jag vill gärna veta vad som händer
    ring gärna om ni behöver veta mer
    jag vill inte att mitt namn kommer fram
    tack för det arbete ni gör
    jag går förbi där varje dag så ni kan höra av er
    ni behöver inte återkomma, jag vill bara att ni vet
    jag kan ha fel men hellre en gång för mycket
    vänliga hälsningar
    mvh
    jag har ingen bild, det kändes inte rätt att fota
    säg till om jag ska ringa polisen i stället
    """)

  static let professional = variants(
    """
    vi är flera i personalen som har gjort samma iakttagelse
    händelsen är antecknad i vår liggare
    vi har inte pratat med barnet mer än några ord
    vi lämnar uppgiften för er bedömning
    kontakta arbetsledaren hos oss vid frågor
    ordningsvakt på plats har hälsat på men inte ingripit
    vi har filmat inget och sparat inget
    """)

  static let englishExtras = variants(
    """
    they did not seem to speak Swedish or English
    a man was watching from across the street
    they looked tired and cold
    I have seen the same thing several times this week
    the money was handed over to an adult
    nobody else seemed to care
    I tried to ask if everything was all right but got no answer
    they left in a white van
    I am only visiting but this did not feel right
    """)

  static let englishClosings = variants(
    """
    I hope this reaches the right people
    please have somebody check on them
    you can call me if you need to know more
    sorry that I do not write Swedish
    thank you for your work
    """)

  static let acute = variants(
    """
    barnet är utan vuxen i kylan just nu
    en man drar i barnet och vill få in det i en bil
    barnet svarar knappt på tilltal och är mycket kallt
    barnet säger att någon kommer att slå det om det inte har pengar med sig hem
    barnet har gömt sig hos oss och vågar inte gå ut
    flickan säger att hon ska köras härifrån i kväll
    pojken har ont och har inte fått träffa läkare
    de ska tydligen åka med färjan om två timmar
    ett litet barn är ensamt kvar i bilen
    """)

  static let colours = variants(
    """
    röd jacka
    blå täckjacka
    grön munkjacka
    rosa mössa
    svart dunväst
    gul regnjacka
    grå luvtröja
    lång brun kjol
    vita gymnastikskor
    rutig halsduk
    för stora stövlar
    mönstrad kofta
    jeansjacka
    """)
}
