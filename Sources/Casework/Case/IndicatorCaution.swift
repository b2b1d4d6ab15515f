extension Indicator: Term {
  /// What stands over every list of them.
  public static let caution = Phrase(
    sv: "bevisar ingenting, och att de saknas utesluter ingenting",
    en: "they prove nothing, and their absence excludes nothing")
}
