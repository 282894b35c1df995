package org.cleanclaim.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.edits.ncci.AddOn;
import org.cleanclaim.edits.ncci.NcciAnswer;
import org.cleanclaim.edits.ncci.NcciLine;
import org.cleanclaim.edits.ncci.NcciLookup;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers one question: may these codes stand together on a day, and with how many units.
@Command(
    name = "ncci",
    description =
        "Say which procedures exclude each other on a day (NCCI pairs), how many units are paid,"
            + " and which need a primary procedure, with the row and its table.",
    mixinStandardHelpOptions = true)
final class NcciCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "CODE", description = "HCPCS codes: 99213 20610")
  List<String> codes = List.of();

  @Option(names = "--dos", description = "Day of service. Default: today")
  @Nullable LocalDate day;

  @Option(
      names = "--mod",
      paramLabel = "CODE:MOD,...",
      description = "Modifiers of a code: 99213:25. May be repeated.")
  List<String> modifiers = List.of();

  @Option(
      names = "--units",
      paramLabel = "CODE:N",
      description = "Units of a code. Default: 1. May be repeated.")
  List<String> units = List.of();

  @Option(
      names = "--kind",
      description = "Whose services: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}",
      defaultValue = "PRACTITIONER")
  ServiceKind kind = ServiceKind.PRACTITIONER;

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(names = "--json", description = "Print the answer as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    LocalDate on = day == null ? LocalDate.now(java.time.ZoneId.systemDefault()) : day;
    var tables = NcciTables.of(store.store().open());
    List<String> asked = codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
    var answer = NcciAnswer.of(tables, kind, lines(asked, on), on);
    if (isJson) {
      var json = new LinkedHashMap<String, Object>();
      json.put("day", on.toString());
      json.put("kind", kind);
      json.put("pairs", answer.pairs());
      json.put("limits", answer.limits());
      json.put("addOns", answer.addOns());
      json.put("verdicts", answer.verdicts());
      System.out.println(OutwardJson.mapper().writeValueAsString(json));
    } else {
      print(answer);
    }
    return answer.denials().isEmpty() ? Main.DONE : Main.FINDINGS;
  }

  private List<NcciLine> lines(List<String> asked, LocalDate on) {
    Map<String, String> modifiersOf = named(modifiers, "--mod", asked);
    Map<String, String> unitsOf = named(units, "--units", asked);
    var lines = new ArrayList<NcciLine>();
    for (String code : asked) {
      String mods = modifiersOf.getOrDefault(code, "");
      lines.add(
          new NcciLine(
              code,
              mods.isEmpty() ? List.of() : List.of(mods.toUpperCase(Locale.ROOT).split(",")),
              units(unitsOf.getOrDefault(code, "1")),
              on,
              on));
    }
    return lines;
  }

  private static BigDecimal units(String text) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,3})?")) {
      throw new CommandFailure("\"" + text + "\" is no number of units. Write --units 20610:2.");
    }
    return new BigDecimal(text);
  }

  private static Map<String, String> named(List<String> options, String name, List<String> asked) {
    var values = new LinkedHashMap<String, String>();
    for (String option : options) {
      int colon = option.indexOf(':');
      String code = colon < 0 ? option : option.substring(0, colon).toUpperCase(Locale.ROOT);
      if (colon < 0 || !asked.contains(code)) {
        throw new CommandFailure(
            "%s %s names no code that was asked for. Write %s CODE:VALUE."
                .formatted(name, option, name));
      }
      values.put(code, option.substring(colon + 1));
    }
    return values;
  }

  private static void print(NcciAnswer answer) {
    System.out.printf("%s, %s%n", answer.day(), answer.kind().name().toLowerCase(Locale.ROOT));
    for (var fact : answer.pairs()) {
      CodePairs.Pair pair = fact.pair();
      System.out.printf(
          "Pair   %s contains %s: %s%s. %s. %s%n",
          pair.first(),
          pair.second(),
          indicator(pair.indicator()),
          period(pair, fact.isInForce()),
          pair.reason(),
          fact.table());
    }
    for (var fact : answer.limits()) {
      System.out.printf(
          "Units  %s: %s %s. %s. %s%n",
          fact.code(),
          fact.limit().units().toPlainString(),
          switch (fact.limit().indicator()) {
            case LINE -> "a line";
            case DAY_BY_POLICY -> "a day, no appeal";
            case DAY_BY_CLINICAL_BENCHMARK -> "a day, unless documented";
          },
          fact.limit().reason(),
          fact.table());
    }
    for (var fact : answer.addOns()) System.out.println(addOn(fact));
    if (answer.pairs().isEmpty() && answer.limits().isEmpty() && answer.addOns().isEmpty()) {
      System.out.println("The tables hold nothing on these codes.");
    }
    for (String verdict : answer.verdicts()) System.out.println(verdict);
  }

  private static String addOn(NcciLookup.AddOnFact fact) {
    List<String> primaries = fact.addOn().primaries().stream().map(AddOn.Primary::code).toList();
    return "Add-on %s, %s. %s"
        .formatted(
            fact.code(),
            fact.addOn().type() == AddOn.Type.CONTRACTOR
                ? "its primary procedures are the contractor's choice"
                : "beside " + String.join(" ", primaries),
            fact.table());
  }

  private static String indicator(int indicator) {
    return switch (indicator) {
      case 0 -> "no modifier sets it aside";
      case 1 -> "a modifier may set it aside (59, X{EPSU}, anatomic, global)";
      default -> "it never applies";
    };
  }

  private static String period(CodePairs.Pair pair, boolean isInForce) {
    String from = pair.from() == null ? "" : " from " + pair.from();
    String until = pair.until() == null ? "" : " until " + pair.until();
    return from + until + (isInForce ? "" : ", not in force on the day");
  }
}
