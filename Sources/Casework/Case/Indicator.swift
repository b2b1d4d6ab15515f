/// What may point to trafficking or exploitation. Listed with their source and never counted into a
/// score: they prove nothing, and their absence excludes nothing.
public enum Indicator: String, Sendable, CaseIterable, Codable {
  case noPapers, noDetailsOfWhoMet, controlledByCalls, disappearsUnexplained, unexplainedMoney
  case theftOrDrugs, irregularEntry, longWithoutContact, oneNumberPhone, rehearsedStory
  case dependent, adultDuties, streetOrNetworkedHousehold, childMarriage, unclearAdult
  case movedOften, smugglerDebt, repeatedlyBegging, caughtStealing, unregisteredAtHome
  case adultWatches, handsOverMoney, injuries, fearOfPolice

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .noPapers:
      Phrase(sv: "saknar eller har falska id-handlingar", en: "no or false identity papers")
    case .noDetailsOfWhoMet:
      Phrase(
        sv: "saknar uppgifter om dem som mött upp", en: "no details of those who met them")
    case .controlledByCalls:
      Phrase(
        sv: "styrs av någon som ringer ofta", en: "controlled by somebody who telephones often")
    case .disappearsUnexplained:
      Phrase(sv: "försvinner utan förklaring", en: "disappears unexplained")
    case .unexplainedMoney:
      Phrase(
        sv: "pengar eller kläder som inte kan förklaras",
        en: "money or clothes that can't be explained")
    case .theftOrDrugs:
      Phrase(sv: "inblandad i stölder eller narkotika", en: "involved in theft or drugs")
    case .irregularEntry: Phrase(sv: "irreguljär inresa", en: "entered irregularly")
    case .longWithoutContact:
      Phrase(
        sv: "länge i landet före någon kontakt", en: "long in the country before any contact")
    case .oneNumberPhone:
      Phrase(
        sv: "telefon med ett enda nummer att ringa", en: "phone with one instructed number")
    case .rehearsedStory:
      Phrase(sv: "säger det barnet blivit tillsagt", en: "says what they were told to say")
    case .dependent: Phrase(sv: "beroende av den som utnyttjar", en: "dependent on the exploiter")
    case .adultDuties: Phrase(sv: "bär vuxnas ansvar", en: "carries adult duties")
    case .streetOrNetworkedHousehold:
      Phrase(
        sv: "bor på gatan eller i nätverkshushåll",
        en: "lives on the street or in a networked household")
    case .childMarriage: Phrase(sv: "barnäktenskap", en: "child marriage")
    case .unclearAdult: Phrase(sv: "oklart vem som ansvarar", en: "responsible adult unclear")
    case .movedOften: Phrase(sv: "har flyttats ofta", en: "moved often")
    case .smugglerDebt: Phrase(sv: "skuld till smugglare", en: "debt to smugglers")
    case .repeatedlyBegging:
      Phrase(
        sv: "tigger, spelar eller säljer återkommande",
        en: "repeatedly begging, playing or selling")
    case .caughtStealing: Phrase(sv: "ertappad med stöld", en: "caught stealing")
    case .unregisteredAtHome: Phrase(sv: "oregistrerad i hemlandet", en: "unregistered at home")
    case .adultWatches:
      Phrase(sv: "en vuxen bevakar på avstånd", en: "an adult watches from a distance")
    case .handsOverMoney: Phrase(sv: "lämnar över pengarna", en: "hands over the money")
    case .injuries: Phrase(sv: "skador, utmattning", en: "injuries, exhaustion")
    case .fearOfPolice: Phrase(sv: "rädsla för polisen", en: "fear of the police")
    }
  }

  /// What stands over every list of them.
  public static let caution = Phrase(
    sv: "bevisar ingenting, och att de saknas utesluter ingenting",
    en: "they prove nothing, and their absence excludes nothing")
}
