/// What may point to exploitation: ticked with its source, listed and never scored. An indicator
/// proves nothing, and that none is seen excludes nothing.
public enum Indicator: String, Sendable, CaseIterable, Codable {
  case noPapers, unknownCompany, controlledByTelephone, disappears, unexplainedMoney, theftOrDrugs
  case irregularEntry, longWithoutContact, oneNumber, instructedStory, dependent, adultDuties
  case streetLife, childMarriage, unclearGuardian, movedOften, smugglingDebt, repeatedBegging
  case caughtStealing, unregistered, watched, handsOverMoney, injuries, fearsPolice

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .noPapers:
      Phrase(sv: "saknar id-handlingar eller har falska", en: "no or false identity papers")
    case .unknownCompany:
      Phrase(sv: "kan inte säga något om dem som mötte", en: "no details of those who met them")
    case .controlledByTelephone:
      Phrase(
        sv: "styrs av någon som ringer ofta", en: "controlled by somebody who telephones often")
    case .disappears: Phrase(sv: "försvinner utan förklaring", en: "disappears unexplained")
    case .unexplainedMoney:
      Phrase(
        sv: "pengar eller kläder utan förklaring", en: "money or clothes that can't be explained")
    case .theftOrDrugs:
      Phrase(sv: "inblandad i stölder eller narkotika", en: "involved in theft or drugs")
    case .irregularEntry: Phrase(sv: "har rest in utan tillstånd", en: "entered irregularly")
    case .longWithoutContact:
      Phrase(sv: "länge i landet före första kontakten", en: "long in the country before contact")
    case .oneNumber:
      Phrase(sv: "telefon med ett enda inlärt nummer", en: "phone with one instructed number")
    case .instructedStory:
      Phrase(sv: "säger det någon har lärt in", en: "says what they were told to say")
    case .dependent:
      Phrase(sv: "beroende av den som utnyttjar", en: "dependent on the exploiter")
    case .adultDuties: Phrase(sv: "har en vuxens uppgifter", en: "carries adult duties")
    case .streetLife:
      Phrase(
        sv: "lever på gatan eller i ett hushåll inom nätverket",
        en: "lives on the street or in a networked household")
    case .childMarriage: Phrase(sv: "barnäktenskap", en: "child marriage")
    case .unclearGuardian:
      Phrase(sv: "oklart vilken vuxen som ansvarar", en: "responsible adult unclear")
    case .movedOften: Phrase(sv: "har flyttats ofta", en: "moved often")
    case .smugglingDebt: Phrase(sv: "skuld till smugglare", en: "debt to smugglers")
    case .repeatedBegging:
      Phrase(
        sv: "tigger, spelar eller säljer gång på gång",
        en: "repeatedly begging, playing or selling")
    case .caughtStealing: Phrase(sv: "tagen för stöld", en: "caught stealing")
    case .unregistered: Phrase(sv: "inte registrerad i hemlandet", en: "unregistered at home")
    case .watched:
      Phrase(sv: "en vuxen vaktar på avstånd", en: "an adult watches from a distance")
    case .handsOverMoney: Phrase(sv: "lämnar ifrån sig pengarna", en: "hands over the money")
    case .injuries: Phrase(sv: "skador, utmattning", en: "injuries, exhaustion")
    case .fearsPolice: Phrase(sv: "rädd för polisen", en: "fear of the police")
    }
  }

  /// All of them, for a form.
  public static let choices = allCases.map { Choice($0.rawValue, $0.title) }
}
