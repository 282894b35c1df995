package org.cleanclaim.coding.guideline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.statement.ActReader;
import org.cleanclaim.coding.statement.ActStatus;
import org.cleanclaim.coding.statement.Statement;
import org.cleanclaim.coding.statement.Statements;
import org.cleanclaim.kernel.code.CodeSystem;

/// Z23 beside whatever else the visit was for, when the note says that a vaccine was given at it
/// (Official Guidelines I.C.21.c.2).
public final class Immunization {
  private static final String CODE = "Z23";
  private static final int CONFIDENCE = 80;
  private static final List<String> BRANDS =
      List.of(
          """
          tdap dtap mmr mmrv prevnar pneumovax fluzone flulaval fluarix flublok fluad flucelvax
          afluria shingrix gardasil menactra menveo boostrix adacel engerix heplisav recombivax
          arexvy abrysvo rotateq rotarix pediarix pentacel kinrix proquad comirnaty spikevax
          """
              .strip()
              .split("\\s+"));
  private static final Pattern VACCINE =
      Pattern.compile(
          "\\b(?:(?:flu|influenza|pneumonia|tetanus|shingles|covid|rabies|rsv|hpv)"
              + " (?:shot|booster)|(?:vaccine|vaccination|immunization|immunisation)s?|pcv"
              + " ?(?:13|15|20|21)|ppsv ?23|"
              + String.join("|", BRANDS)
              + ")\\b");

  /// One of these stands in whatever the pattern finds; most notes have none.
  private static final List<String> TELLING =
      Stream.concat(
              Stream.of("shot", "booster", "vaccin", "immuni", "pcv", "ppsv"), BRANDS.stream())
          .toList();

  /// `Has received the vaccine` may be of any time.
  private static final Pattern AT_THE_VISIT =
      Pattern.compile(
          "\\b(?:given|gave|administered|injected|today|here|in (?:the )?(?:clinic|office))\\b");

  private final Edition codes;

  public Immunization(Edition codes) {
    this.codes = codes;
  }

  /// The code; empty where no vaccine was given, or the note names the code itself.
  public Optional<Suggestion> of(Documentation note, List<Suggestion> suggestions) {
    if (suggestions.stream().anyMatch(s -> s.code().equals(CODE))) return Optional.empty();
    if (!mayTell(note.text().toLowerCase(Locale.ROOT))) return Optional.empty();
    List<Evidence> given = given(note);
    if (given.isEmpty()) return Optional.empty();
    return codes
        .find(CODE)
        .map(entry ->
            new Suggestion(
                CodeSystem.ICD10CM,
                entry.code(),
                entry.title(),
                CONFIDENCE,
                given,
                List.of(
                    "“%s” was given at the visit (I.C.21.c.2)".formatted(given.getFirst().quote())),
                List.of()));
  }

  private static boolean mayTell(String text) {
    for (String part : TELLING) if (text.contains(part)) return true;
    return false;
  }

  private static List<Evidence> given(Documentation note) {
    LocalDate day = note.servedOn();
    var given = new ArrayList<Evidence>();
    for (Statement whole : Statements.of(note.text())) {
      if (!AT_THE_VISIT.matcher(whole.lower() + " " + whole.section()).find()) continue;
      Matcher vaccine = VACCINE.matcher(whole.lower());
      while (vaccine.find()) {
        int start = whole.start() + vaccine.start();
        int end = whole.start() + vaccine.end();
        Statement said = behindColon(whole, vaccine.start());
        if (ActReader.read(said, start, end, day) != ActStatus.DONE) continue;
        given.add(new Evidence(note.documentId(), start, end, note.text().substring(start, end)));
      }
    }
    return given;
  }

  /// `Needs vaccines: DTaP given` says behind the colon what was done about what is before it.
  private static Statement behindColon(Statement said, int at) {
    int colon = said.lower().lastIndexOf(':', at);
    if (colon < 0) return said;
    return new Statement(
        said.section(),
        said.kind(),
        said.start() + colon + 1,
        said.end(),
        said.lower().substring(colon + 1),
        said.isProblem());
  }
}
