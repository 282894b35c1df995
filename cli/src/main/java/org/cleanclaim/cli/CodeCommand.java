package org.cleanclaim.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cleanclaim.app.encoder.CodeViews;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.CodeCard;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.book.CodeFamily.Relative;
import org.cleanclaim.codesets.book.Manifestations;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TabularList.Level;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Everything about one code.
@Command(
    name = "code",
    description = "Show everything that the installed tables know of a code.",
    mixinStandardHelpOptions = true)
final class CodeCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CODE", description = "With or without dot: E11.42")
  String written = "";

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(
      names = "--system",
      description = "${COMPLETION-CANDIDATES}. Default: every one that has the code")
  @Nullable CodeSystem system;

  @Option(names = "--as-of", description = "Day of service. Default: today")
  @Nullable LocalDate asOf;

  @Option(names = "--json", description = "Print it as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
    CodeSets codeSets = store.store().open();
    String code = written.strip().replace(".", "").toUpperCase(java.util.Locale.ROOT);
    List<CodeCard> cards =
        systems().stream()
            .flatMap(each -> CodeCard.of(codeSets, each, code, day).stream())
            .toList();
    if (isJson) {
      System.out.println(
          OutwardJson.mapper().writeValueAsString(cards.stream().map(CodeViews::card).toList()));
    } else {
      cards.forEach(CodeCommand::print);
      if (cards.isEmpty()) explain(codeSets, code, day);
    }
    return cards.isEmpty() ? Main.FINDINGS : Main.DONE;
  }

  private List<CodeSystem> systems() {
    return system == null ? List.of(CodeSystem.values()) : List.of(system);
  }

  private void explain(CodeSets codeSets, String code, LocalDate day) {
    boolean wasEver = false;
    for (CodeSystem each : systems()) {
      for (CodeCard.Span span : CodeCard.history(codeSets, each, code)) {
        wasEver = true;
        System.out.printf(
            "%s is in %s %s (from %s): %s%n",
            each.written(code), each.title(), span.edition(), span.from(), span.title());
      }
    }
    List<String> mapped = fromIcd9(codeSets, code, day);
    if (!mapped.isEmpty()) {
      System.out.printf(
          "In ICD-9-CM %s stood for what is now %s.%n", code, String.join(", ", mapped));
      return;
    }
    System.out.printf(
        wasEver
            ? "It is not valid on %s. `cleanclaim codes diff` shows what replaced it.%n"
            : "No installed code set has such a code on %s. `cleanclaim search` finds codes by"
                + " words.%n",
        day);
  }

  /// The ICD-10-CM codes that the equivalence mapping names for a code of ICD-9-CM, with dots.
  private static List<String> fromIcd9(CodeSets codeSets, String code, LocalDate day) {
    return codeSets
        .edition(CodeSystem.ICD10CM, day)
        .flatMap(edition -> edition.books().links(PublicationKind.ICD9_TO_ICD10CM))
        .map(links -> links.from(code))
        .orElse(List.of())
        .stream()
        .map(link -> CodeSystem.ICD10CM.written(link.to()))
        .distinct()
        .toList();
  }

  private static void print(CodeCard card) {
    CodeSystem system = card.entry().system();
    System.out.printf(
        "%s  %s%n%s %s%s, valid from %s%s; %s%n",
        system.written(card.entry().code()),
        card.entry().title(),
        system.title(),
        card.edition().name(),
        card.edition().starter() ? " (a selection)" : "",
        card.entry().period().from(),
        card.entry().period().until() == null ? "" : " until " + card.entry().period().until(),
        card.entry().billable() ? "may be submitted" : "needs more characters");
    for (Relative above : card.above().reversed()) {
      System.out.printf("  %-12s %s%n", name(system, above), above.title());
    }
    list("Below it", system, card.below());
    card.seventh()
        .ifPresent(choices -> {
          System.out.println("7th character (" + name(system, choices.definedAt()) + ")");
          choices
              .characters()
              .forEach(c -> System.out.printf("  %-12s %s%n", c.character(), c.meaning()));
        });
    card.notes()
        .forEach(inherited ->
            System.out.printf(
                "%s, at %s: %s%n",
                inherited.note().kind().words(),
                name(system, inherited.entry()),
                inherited.note().text()));
    list("Sides", system, card.sides());
    list("Encounters", system, card.encounters());
    for (Manifestations.Pair pair : card.pairs()) {
      System.out.printf(
          "Reported together: %s first, then %s%n",
          system.written(pair.etiology()), system.written(pair.manifestation()));
    }
    if (card.isManifestation()) System.out.println("A manifestation: never reported first.");
    card.poaExempt()
        .ifPresent(exempt ->
            System.out.println(
                exempt
                    ? "Exempt from present on admission."
                    : "Present on admission has to be reported."));
    if (card.sex() != null) System.out.println("For one sex only: " + card.sex().name());
    if (card.ages() != null) {
      System.out.printf("For ages %d to %d only.%n", card.ages().from(), card.ages().to());
    }
    card.entry().attributes().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(e -> System.out.printf("%s: %s%n", e.getKey().replace('_', ' '), e.getValue()));
    links("Came from", system, card.formerly().stream().map(Crosswalk.Link::from).toList());
    links("Now", system, card.later().stream().map(Crosswalk.Link::to).toList());
    links("In ICD-9-CM", CodeSystem.CPT, card.icd9().stream().map(Crosswalk.Link::to).toList());
    if (!card.terms().isEmpty()) System.out.println("In the books");
    card.terms()
        .forEach(line ->
            System.out.printf(
                "  %s: %s%s%n",
                line.book().title(),
                line.path(),
                line.column().isEmpty() ? "" : ", column " + line.column()));
    if (!card.history().isEmpty()) {
      System.out.println(
          "Listed in "
              + card.history().stream()
                  .map(CodeCard.Span::edition)
                  .collect(Collectors.joining(", ")));
    }
  }

  private static void list(String heading, CodeSystem system, List<Relative> relatives) {
    if (relatives.isEmpty()) return;
    System.out.println(heading);
    for (Relative relative : relatives) {
      System.out.printf("  %-12s %s%n", name(system, relative), relative.title());
    }
  }

  private static void links(String heading, CodeSystem system, List<String> codes) {
    if (codes.isEmpty()) return;
    System.out.println(
        heading
            + " "
            + codes.stream().map(code -> system.written(code)).collect(Collectors.joining(", ")));
  }

  private static String name(CodeSystem system, Relative relative) {
    return relative.level() == Level.CODE
        ? system.written(relative.id())
        : (relative.level() == Level.CHAPTER ? "Chapter " : "") + relative.id();
  }

  private static String name(CodeSystem system, TabularList.Entry entry) {
    return name(system, new Relative(entry.level(), entry.id(), entry.title()));
  }
}
