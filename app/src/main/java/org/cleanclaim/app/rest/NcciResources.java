package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cleanclaim.edits.ncci.NcciAnswer;
import org.cleanclaim.edits.ncci.NcciLine;
import org.cleanclaim.edits.ncci.NcciLookup.AddOnFact;
import org.cleanclaim.edits.ncci.NcciLookup.LimitFact;
import org.cleanclaim.edits.ncci.NcciLookup.PairFact;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which procedures exclude each other on a day, how many units are paid, and which need a primary
/// procedure: the answer of the command `ncci`, from the installed tables.
@RestController
class NcciResources {
  private static final int MOST_CODES = 50;

  /// @param verdicts a sentence for each code
  record Answer(
      LocalDate day,
      ServiceKind kind,
      List<PairFact> pairs,
      List<LimitFact> limits,
      List<AddOnFact> addOns,
      List<String> verdicts) {}

  private final NcciTables tables;
  private final AskedDay days;

  NcciResources(NcciTables tables, AskedDay days) {
    this.days = days;
    this.tables = tables;
  }

  /// @param parameters of these `mod` (`99213:25,59`) and `units` (`20610:2`), each once for a code
  @GetMapping("/api/v1/ncci")
  Answer ncci(
      @RequestParam String codes,
      @RequestParam(required = false) @Nullable String dos,
      @RequestParam(defaultValue = "practitioner") String table,
      @RequestParam MultiValueMap<String, String> parameters) {
    CodeParameters.check();
    var day = days.of(dos);
    var asked =
        Arrays.stream(codes.strip().split("[,\\s]+"))
            .filter(code -> !code.isEmpty())
            .map(CodeParameters::code)
            .toList();
    if (asked.isEmpty() || asked.size() > MOST_CODES) {
      throw new BadInput(
          "codes has to name 1 to %d procedures: 99213,20610.".formatted(MOST_CODES));
    }
    Map<String, String> modifiers = named("mod", parameters, asked);
    Map<String, String> units = named("units", parameters, asked);
    var lines =
        asked.stream()
            .map(code ->
                new NcciLine(
                    code,
                    modifiers(modifiers.getOrDefault(code, "")),
                    units(units.getOrDefault(code, "1")),
                    day,
                    day))
            .toList();
    var answer = NcciAnswer.of(tables, kind(table), lines, day);
    return new Answer(
        day, answer.kind(), answer.pairs(), answer.limits(), answer.addOns(), answer.verdicts());
  }

  private static Map<String, String> named(
      String name, MultiValueMap<String, String> parameters, List<String> asked) {
    var values = new HashMap<String, String>();
    for (String value : parameters.getOrDefault(name, List.of())) {
      int colon = value.indexOf(':');
      String code = colon < 0 ? "" : CodeParameters.code(value.substring(0, colon));
      if (!asked.contains(code)) {
        throw new BadInput(
            "%s=%s names no code that was asked for. Write it as CODE:VALUE."
                .formatted(name, value));
      }
      values.put(code, value.substring(colon + 1).strip());
    }
    return values;
  }

  private static List<String> modifiers(String text) {
    return text.isEmpty() ? List.of() : List.of(text.toUpperCase(Locale.ROOT).split("[,\\s]+"));
  }

  private static BigDecimal units(String text) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,3})?")) {
      throw new BadInput(text + " is no number of units. Write units=20610:2.");
    }
    return new BigDecimal(text);
  }

  private static ServiceKind kind(String table) {
    return switch (table.strip().toLowerCase(Locale.ROOT)) {
      case "practitioner" -> ServiceKind.PRACTITIONER;
      case "hospital" -> ServiceKind.HOSPITAL;
      default -> throw new BadInput("table has to be practitioner or hospital, not " + table + ".");
    };
  }
}
