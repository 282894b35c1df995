package org.cleanclaim.app.web.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the indicators of a HCPCS Level II row mean, in words (CMS, HCPCS record layout).
public final class HcpcsWords {
  private static final Map<String, String> COVERAGE =
      Map.of(
          "C", "left to the Medicare contractor",
          "D", "special coverage instructions apply",
          "I", "not payable by Medicare",
          "M", "not covered by Medicare",
          "S", "not covered by Medicare statute");
  private static final Map<String, String> PRICING =
      Map.ofEntries(
          Map.entry("00", "not separately priced by Part B"),
          Map.entry("11", "physician fee schedule, by relative value units"),
          Map.entry("12", "anesthesia base units"),
          Map.entry("13", "physician fee schedule, priced by the contractor"),
          Map.entry("21", "clinical laboratory fee schedule, national limit"),
          Map.entry("22", "clinical laboratory, priced by the contractor"),
          Map.entry("31", "equipment that is serviced often"),
          Map.entry("32", "inexpensive or routinely bought equipment"),
          Map.entry("33", "oxygen and oxygen equipment"),
          Map.entry("34", "equipment supplies"),
          Map.entry("35", "surgical dressings"),
          Map.entry("36", "capped rental equipment"),
          Map.entry("37", "ostomy, tracheostomy and urological supplies"),
          Map.entry("38", "orthotics, prosthetics and vision services"),
          Map.entry("39", "parenteral and enteral nutrition"),
          Map.entry("40", "lymphedema compression items"),
          Map.entry("45", "customized equipment"),
          Map.entry("46", "equipment priced by the contractor"),
          Map.entry("51", "drugs, by their price"),
          Map.entry("52", "reasonable charge"),
          Map.entry("53", "statute"),
          Map.entry("54", "vaccinations"),
          Map.entry("55", "splints and casts"),
          Map.entry("56", "lenses inserted in an office"),
          Map.entry("57", "other, priced by the contractor"),
          Map.entry("99", "no value established"));
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("coverage", "Medicare coverage"),
          Map.entry("pricing", "Pricing"),
          Map.entry("multiple_pricing", "Multiple pricing indicator"),
          Map.entry("betos", "BETOS"),
          Map.entry("tos", "Type of service"),
          Map.entry("asc_group", "Ambulatory surgery group"),
          Map.entry("statute", "Statute"),
          Map.entry("lab_certification", "Laboratory certification"),
          Map.entry("cross_reference", "Cross-reference"),
          Map.entry("anesthesia_base", "Anesthesia base units"),
          Map.entry("processing_note", "Processing note"),
          Map.entry("dose_quantity", "Dose"),
          Map.entry("dose_unit", "Dose unit"),
          Map.entry("facility", "Facility or non-facility"),
          Map.entry("description", "Description"),
          Map.entry("owner", "Issued by"));

  private HcpcsWords() {}

  /// A line of the card.
  public record Fact(String name, String value) {}

  /// The attributes of a code in words, in the order of their names above the others.
  static List<Fact> of(Map<String, String> attributes) {
    var facts = new ArrayList<Fact>();
    attributes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(entry -> !entry.getKey().equals("action") && !entry.getValue().isBlank())
        .forEach(entry ->
            facts.add(
                new Fact(
                    NAMES.getOrDefault(entry.getKey(), entry.getKey().replace('_', ' ')),
                    words(entry.getKey(), entry.getValue()))));
    return facts;
  }

  private static String words(String attribute, String value) {
    return switch (attribute) {
      case "coverage" -> worded(COVERAGE, value);
      case "pricing" ->
          String.join(
              "; ", Stream.of(value.split(" ")).map(code -> worded(PRICING, code)).toList());
      default -> value;
    };
  }

  private static String worded(Map<String, String> words, String value) {
    String meaning = words.get(value);
    return meaning == null ? value : value + " · " + meaning;
  }
}
