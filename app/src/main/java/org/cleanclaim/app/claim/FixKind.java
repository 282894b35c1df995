package org.cleanclaim.app.claim;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.kernel.Layer;

/// A field of a claim that may be changed in place to mend a finding. What is registered stays as
/// it is.
public enum FixKind {
  ADD_MODIFIER("Add a modifier to the lines", "25"),
  REMOVE_MODIFIER("Take a modifier off the lines", "25"),
  DIAGNOSIS_POINTERS("Point the lines to diagnoses", "1 2"),
  UNITS("Set the units of the lines", "1"),
  SERVICE_DATES("Set the days of service of the lines", "2026-03-02"),
  REMOVE_LINE("Take the lines off the claim", ""),
  FIRST_DIAGNOSIS("List a diagnosis first", "S52.501A"),
  PLACE_OF_SERVICE("Set the place of service", "11"),
  AUTHORIZATION_NUMBER("Set the authorization number", "A123456"),
  MEMBER_ID("Set the member id", "W123456789"),
  CARRIER_CLAIM_NUMBER("Set the carrier's claim number", "WC-2026-001");

  /// Rules with fixes of their own; the others have those of their layer.
  private static final Map<String, Set<FixKind>> BY_RULE =
      Map.ofEntries(
          Map.entry("MOD-SIDE", EnumSet.of(ADD_MODIFIER, REMOVE_MODIFIER)),
          Map.entry("MOD-25", EnumSet.of(REMOVE_MODIFIER)),
          Map.entry("MOD-REPEATED", EnumSet.of(REMOVE_MODIFIER)),
          Map.entry("MOD-INVALID", EnumSet.of(REMOVE_MODIFIER)),
          Map.entry("NCCI-PTP", EnumSet.of(ADD_MODIFIER, REMOVE_LINE)),
          Map.entry("NCCI-MUE", EnumSet.of(ADD_MODIFIER, UNITS)),
          Map.entry("NCCI-AOC", EnumSet.of(REMOVE_LINE)),
          Map.entry("DUP-EXACT", EnumSet.of(ADD_MODIFIER, REMOVE_LINE)),
          Map.entry("DUP-POSSIBLE", EnumSet.of(ADD_MODIFIER, REMOVE_LINE)),
          Map.entry("STR-UNITS", EnumSet.of(UNITS)),
          Map.entry("STR-DATES", EnumSet.of(SERVICE_DATES)),
          Map.entry("STR-ZERO-CHARGE", EnumSet.of(REMOVE_LINE)),
          Map.entry("COV-DIAGNOSIS", EnumSet.of(DIAGNOSIS_POINTERS)),
          Map.entry("COV-FREQUENCY", EnumSet.of(UNITS, REMOVE_LINE)),
          Map.entry("COV-ABN-CONFLICT", EnumSet.of(REMOVE_MODIFIER)),
          Map.entry("COV-ABN-NEEDLESS", EnumSet.of(REMOVE_MODIFIER)),
          Map.entry("COV-ABN-MISSING", EnumSet.of(ADD_MODIFIER)),
          Map.entry("COV-ABN-PAYER", EnumSet.of(REMOVE_MODIFIER)),
          Map.entry("AUTH-UNITS", EnumSet.of(AUTHORIZATION_NUMBER, UNITS)),
          Map.entry("AUTH-DATES", EnumSet.of(AUTHORIZATION_NUMBER, SERVICE_DATES)),
          Map.entry("POS-INVALID", EnumSet.of(PLACE_OF_SERVICE)),
          Map.entry("DX-POINTER", EnumSet.of(DIAGNOSIS_POINTERS)),
          Map.entry("DX-EXTERNAL-FIRST", EnumSet.of(FIRST_DIAGNOSIS)),
          Map.entry("DX-MANIFESTATION-FIRST", EnumSet.of(FIRST_DIAGNOSIS)),
          Map.entry("DX-CODE-FIRST", EnumSet.of(FIRST_DIAGNOSIS)),
          Map.entry("DX-SEQUELA-FIRST", EnumSet.of(FIRST_DIAGNOSIS)),
          Map.entry("DEMO-MEMBER-ID", EnumSet.of(MEMBER_ID)),
          Map.entry("ACC-WORK", EnumSet.of(CARRIER_CLAIM_NUMBER)));

  private final String title;
  private final String example;

  FixKind(String title, String example) {
    this.title = title;
    this.example = example;
  }

  public String title() {
    return title;
  }

  /// How a value of it is written; empty when it takes none.
  public String example() {
    return example;
  }

  /// Whether it wants a value.
  public boolean takesValue() {
    return !example.isEmpty();
  }

  /// Whether it is made only on lines that a finding names: on a whole claim it would mean every
  /// line.
  boolean wantsNamedLines() {
    return this == UNITS || this == REMOVE_LINE;
  }

  /// Whether it changes the lines that a finding names, and nothing else.
  public boolean isOfLines() {
    return switch (this) {
      case ADD_MODIFIER, REMOVE_MODIFIER, DIAGNOSIS_POINTERS, UNITS, SERVICE_DATES, REMOVE_LINE ->
          true;
      case FIRST_DIAGNOSIS,
          PLACE_OF_SERVICE,
          AUTHORIZATION_NUMBER,
          MEMBER_ID,
          CARRIER_CLAIM_NUMBER ->
          false;
    };
  }

  /// The fixes that may mend a finding of a rule; none where the registration, the chart or the
  /// charges have to be mended.
  public static List<FixKind> fitting(String ruleId, Layer layer) {
    var own = BY_RULE.get(ruleId);
    return List.copyOf(own == null ? ofLayer(layer) : own);
  }

  private static Set<FixKind> ofLayer(Layer layer) {
    return switch (layer) {
      case NCCI -> EnumSet.of(ADD_MODIFIER, UNITS, REMOVE_LINE);
      case MODIFIER -> EnumSet.of(ADD_MODIFIER, REMOVE_MODIFIER);
      case AUTHORIZATION -> EnumSet.of(AUTHORIZATION_NUMBER);
      case ELIGIBILITY -> EnumSet.of(MEMBER_ID);
      case PAYER_RULE -> EnumSet.allOf(FixKind.class);
      case STRUCTURE,
          DEMOGRAPHICS,
          CODE_VALIDITY,
          CHART,
          COVERAGE,
          DUPLICATE,
          TIMELY_FILING,
          ACCIDENT,
          INSTITUTIONAL,
          BALANCE ->
          EnumSet.noneOf(FixKind.class);
    };
  }
}
