package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.PublicationKind;

/// Reads what a reference says (Official Guidelines, section I.A.16 and 17) and finds where it
/// leads.
final class References {
  private static final Pattern LEADING =
      Pattern.compile("^(?:[-\\s]|(?:see|also)\\b)*", Pattern.CASE_INSENSITIVE);
  private static final Pattern CATEGORY =
      Pattern.compile("^(?:sub)?categor(?:y|ies)\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE =
      Pattern.compile("\\b[A-Z][0-9][0-9A-Z](?:\\.[0-9A-Z]*)?-?(?:[A-Z][0-9][0-9A-Z])?");
  private static final Pattern CONDITION =
      Pattern.compile("^condition\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHOICE =
      Pattern.compile(
          "^by\\b|^type\\b|^using\\b|^with (?:qualifier|device)\\b|\\bby (?:site|type|region|name|cause|organ)|^(?:and|or)\\b|^[A-Z]\\d[0-9A-Z](?![a-z])|^specified\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RELATIVE =
      Pattern.compile("^(?:by|specific|specified|substance)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern INDEX =
      Pattern.compile(
          "^index(?: to diseases?(?: and injur(?:y|ies))?)?\\s*(?:,\\s*|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CAUSES =
      Pattern.compile(
          "^index to external causes(?: of injur(?:y|ies))?\\s*,?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern DRUGS =
      Pattern.compile("^table of drugs(?: and chemicals)?\\s*,?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NEOPLASMS =
      Pattern.compile("^(?:table of neoplasms|neoplasms?)\\b\\s*,?\\s*", Pattern.CASE_INSENSITIVE);

  private final LineFinder finder;

  References(LineFinder finder) {
    this.finder = finder;
  }

  Destination follow(Reference reference) {
    if (!reference.codes().isEmpty()) return new Destination.Codes(reference.codes());
    String text = LEADING.matcher(reference.text().strip()).replaceFirst("").strip();
    if (text.isEmpty()) return new Destination.Unknown("The reference has no words.");
    if (reference.kind() == Reference.Kind.SEE_CATEGORY || namesCodes(text)) return codes(text);
    if (DRUGS.matcher(text).find()) return table(PublicationKind.ICD10CM_DRUGS, DRUGS, text);
    if (INDEX.matcher(text).find()) return table(PublicationKind.ICD10CM_INDEX, INDEX, text);
    if (CAUSES.matcher(text).find())
      return table(PublicationKind.ICD10CM_EXTERNAL_CAUSES, CAUSES, text);
    Destination line = line(text);
    if (CONDITION.matcher(text).find() && !isBelowMainTerm(line))
      return new Destination.Condition();
    boolean isInBook = line instanceof Destination.At at && at.choose().isEmpty();
    if (!isInBook && NEOPLASMS.matcher(text).find())
      return table(PublicationKind.ICD10CM_NEOPLASMS, NEOPLASMS, text);
    if (!isInBook && reference.kind() == Reference.Kind.USE) return new Destination.Value(text);
    return line;
  }

  /// The same for a reference without a main term, which means the line it stands at: `by type`.
  Destination follow(Place from, Reference reference) {
    Destination destination = follow(reference);
    String text = LEADING.matcher(reference.text().strip()).replaceFirst("").strip();
    boolean isInBook =
        destination instanceof Destination.At(Place ignored, String choose) && choose.isEmpty();
    return !isInBook && RELATIVE.matcher(text).find()
        ? new Destination.At(from, text)
        : destination;
  }

  /// Where a reference leads that stands in a table of neoplasms or drugs.
  Destination followWithin(Reference reference) {
    String text = LEADING.matcher(reference.text().strip()).replaceFirst("").strip();
    Destination line = line(text);
    if (line instanceof Destination.Unknown && NEOPLASMS.matcher(text).find()) {
      line = line(NEOPLASMS.matcher(text).replaceFirst(""));
    }
    if (!(line instanceof Destination.Unknown)) return line;
    if (text.isEmpty() || RELATIVE.matcher(text).find()) return line;
    return table(PublicationKind.ICD10CM_INDEX, INDEX, text);
  }

  private boolean isBelowMainTerm(Destination line) {
    return line instanceof Destination.At at
        && at.choose().isEmpty()
        && !finder.isMainTerm(at.place());
  }

  private Destination line(String text) {
    var found = finder.find(text);
    if (found.isEmpty()) return new Destination.Unknown("The book has no main term for " + text);
    Place place = new Place(found.get().line());
    String rest = found.get().rest();
    if (rest.isEmpty() || isChoice(rest)) return new Destination.At(place, rest);
    return new Destination.Near(place, rest);
  }

  /// `by site`, `specified by type`: the coder chooses among the lines below.
  private static boolean isChoice(String rest) {
    return CHOICE.matcher(rest).find();
  }

  private static boolean namesCodes(String text) {
    return CATEGORY.matcher(text).find() || CODE.matcher(text).lookingAt();
  }

  private static Destination codes(String text) {
    var codes = new ArrayList<String>();
    Matcher matcher = CODE.matcher(text.toUpperCase(Locale.ROOT));
    while (matcher.find()) codes.add(matcher.group().replace(".", ""));
    return codes.isEmpty()
        ? new Destination.Unknown("No category is named in " + text)
        : new Destination.Codes(List.copyOf(codes));
  }

  private static Destination table(PublicationKind table, Pattern name, String text) {
    return new Destination.Table(table, name.matcher(text).replaceFirst(""));
  }
}
