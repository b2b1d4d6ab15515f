import ArgumentParser
import Casework
import TextSafety

/// `samjour actions`: what `record` takes.
struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: Phrase(
      sv: "Visar alla åtgärder med fält, typer och vem som får.",
      en: "Shows every action with its fields, types and who may do it."
    ).local)

  @OptionGroup var languageOption: LanguageOption
  @OptionGroup var format: FormatOption

  func run() throws {
    let language = languageOption.language
    try Output.lines { output in
      for spec in ActionRegistry.all {
        if format.json {
          try output.json(ActionJSON(spec, language))
        } else {
          describe(spec, language, to: &output)
        }
      }
    }
  }

  private func describe(
    _ spec: ActionSpec, _ language: Casework.Language, to output: inout LineBuffer
  ) {
    let roles = Role.allCases.filter(spec.roles.contains).map { $0.title[language] }
    output.line(SafeText("\(spec.id)  \(spec.title[language])"))
    output.line(SafeText("  \(spec.help[language])"))
    let may = Phrase(sv: "Får göras av", en: "May be done by")[language]
    output.line(SafeText("  \(may): \(roles.joined(separator: ", "))"))
    var table = TextTable([], language)
    for field in spec.fields {
      let required = field.isRequired ? Phrase(sv: "krävs", en: "required")[language] : ""
      let values = field.type.choices.map(\.value).joined(separator: " ")
      let type = field.type.name + (values.isEmpty ? "" : ": \(values)")
      table.add([
        SafeText("    \(field.name)"), SafeText(required), SafeText(field.label[language]),
        SafeText(type),
      ])
    }
    table.write(to: &output)
    output.line("")
  }
}

/// `--json`.
struct FormatOption: ParsableArguments {
  @Flag(
    name: .long,
    help: .init(sv: "JSON, ett objekt per rad.", en: "JSON, one object a line."))
  var json = false
}

private struct ActionJSON: Encodable {
  let action: String
  let subject: String
  let creates: Bool
  let title: String
  let help: String
  let roles: [String]
  let fields: [Field]

  struct Field: Encodable {
    let name: String
    let type: String
    let required: Bool
    let label: String
    let choices: [String]?
  }

  init(_ spec: ActionSpec, _ language: Casework.Language) {
    action = spec.id
    subject = spec.kind.rawValue
    creates = spec.creates
    title = spec.title[language]
    help = spec.help[language]
    roles = Role.allCases.filter(spec.roles.contains).map(\.rawValue)
    fields = spec.fields.map { field in
      let choices = field.type.choices.map(\.value)
      return Field(
        name: field.name, type: field.type.name, required: field.isRequired,
        label: field.label[language], choices: choices.isEmpty ? nil : choices)
    }
  }
}
