/// Enough of Swedish to tell which words of a tip say something: endings taken off, so that
/// "dragspelet" and "dragspel" meet, and the words that stand in every tip left out. All folded.
enum SwedishStem {
  private static let endings = [
    "ernas", "arnas", "ornas", "andes", "erna", "arna", "orna", "ande", "ens", "ets", "ers",
    "are", "ade", "ans", "en", "et", "an", "ar", "er", "or", "na", "de", "a", "e", "s",
  ]

  /// The word without its ending; at least four letters stay.
  static func of(_ word: String) -> String {
    for ending in endings where word.utf8.count - ending.utf8.count >= 4 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  static func isStopWord(_ word: String) -> Bool {
    stopWords.contains(word)
  }

  /// Words that stand in many places' names and tell none of them.
  static func isCommonInPlaces(_ word: String) -> Bool {
    placeWords.contains(word) || stopWords.contains(word)
  }

  private static let placeWords: Set<String> = [
    "stockholm", "stockholms", "utanför", "innanför", "bredvid", "framför", "bakom", "mellan",
    "nära", "station", "stationen", "stationens", "tunnelbana", "tunnelbanan", "tbana", "centrum",
    "torg", "torget", "gata", "gatan", "ingång", "ingången", "uppgång", "uppgången", "entré",
    "entrén", "entre", "perrong", "perrongen", "plattform", "plattformen", "galleria", "gallerian",
    "spärr", "spärrarna", "spärren", "köpcentrum", "parkering", "parkeringen", "rulltrappan",
    "rulltrapporna", "outside", "near", "street", "square", "metro", "subway", "ica", "coop",
    "busshållplats", "busshållplatsen", "buss", "bussen", "hörnet", "korsningen", "norra", "södra",
    "västra", "östra", "plan", "våning", "väg", "vägen",
  ]

  private static let stopWords: Set<String> = [
    "alla", "alltid", "allt", "andra", "annan", "annat", "att", "bara", "barn", "barnen", "barnet",
    "blev", "bli", "blir", "borde", "både", "bättre", "dem", "den", "denna", "deras", "dess",
    "dessa", "det", "detta", "dig", "din", "dina", "ditt", "dock", "där", "därför", "efter",
    "eftersom", "eller", "emot", "ett", "fick", "finns", "flera", "flicka", "flickan", "flickor",
    "flickorna", "fram", "från", "får", "före", "först", "för", "gick", "gjorde", "gjort", "går",
    "göra", "gör", "hade", "han", "hans", "har", "hej", "hela", "henne", "hennes", "heter", "hon",
    "honom", "hur", "här", "icke", "idag", "igen", "igår", "ingen", "inget", "inom", "inte",
    "innan", "just", "kan", "kanske", "kom", "kommer", "kunde", "kvinna", "kvinnan", "kväll",
    "kvällen", "liten", "litet", "lite", "långt", "man", "mannen", "med", "medan", "mellan", "men",
    "mer", "mig", "min", "mina", "mitt", "mot", "mycket", "många", "måste", "män", "ned", "ner",
    "nog", "någon", "något", "några", "när", "nästan", "och", "också", "omkring", "ofta", "oss",
    "pojke", "pojken", "pojkar", "pojkarna", "redan", "runt", "sade", "samma", "sedan", "sen",
    "ser", "sett", "sidan", "sig", "sin", "sina", "sitt", "sitter", "satt", "själv", "ska",
    "skall", "skulle", "som", "står", "stod", "stor", "stora", "säga", "säger", "sätt", "såg",
    "sådan", "tack", "tar", "till", "tills", "timma", "timmar", "timme", "tips", "tog",
    "trots", "tror", "tycker", "under", "upp", "ute", "utan", "vad", "var", "vara", "vardag",
    "varit", "varje", "vars", "vem", "verkar", "verkade", "vet", "vid", "vidare", "vill", "vilka",
    "vilken", "vilket", "visar", "vuxen", "vuxna", "väl", "vänligen", "våra", "väldigt", "åring",
    "åringar", "ålder", "åldern", "åren", "även", "äldre", "över", "hälsningar", "about", "adult",
    "after", "also", "because", "been", "child", "children", "could", "from", "girl", "girls",
    "have", "hello", "here", "maybe", "please", "saw", "she", "some", "that", "their",
    "them", "then", "there", "they", "this", "very", "was", "were", "when", "where", "which",
    "with", "would", "years", "young", "boy", "boys", "you", "your", "think", "woman",
  ]
}
