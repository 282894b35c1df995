package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.edits.ncci.AddOn;
import org.cleanclaim.edits.ncci.AddOns;
import org.cleanclaim.edits.ncci.NcciDenial;
import org.cleanclaim.edits.ncci.NcciEditor;
import org.cleanclaim.edits.ncci.NcciLine;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.cleanclaim.edits.ncci.UnitLimit;
import org.cleanclaim.edits.ncci.UnitLimits;
import tools.jackson.databind.JsonNode;

/// Small claims that bring their own pairs, limits and add-on codes.
final class NcciVectors implements VectorLayout {
  @Override
  public String title() {
    return "NCCI edits";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    JsonNode input = firstCase.path("input");
    return input.has("ptp") && input.has("mue") && input.has("add_on");
  }

  @Override
  public Engine open(VectorTables tables) {
    return NcciVectors::run;
  }

  private static Verdict run(JsonNode aCase) {
    JsonNode input = aCase.path("input");
    var editor =
        new NcciEditor(
            NcciTables.of(
                ServiceKind.PRACTITIONER,
                pairs(input.path("ptp")),
                limits(input.path("mue")),
                addOns(input.path("add_on"))));
    var lines = new ArrayList<NcciLine>();
    var numbers = new ArrayList<Integer>();
    for (JsonNode line : input.path("lines")) {
      numbers.add(line.path("line").asInt());
      lines.add(line(line));
    }
    var expected = new TreeMap<Integer, TreeSet<String>>();
    for (JsonNode line : aCase.path("expected")) {
      var edits = new TreeSet<String>();
      line.path("edits").forEach(edit -> edits.add(edit.asString()));
      expected.put(line.path("line").asInt(), edits);
    }
    var actual = new TreeMap<Integer, TreeSet<String>>();
    numbers.forEach(number -> actual.put(number, new TreeSet<>()));
    for (NcciDenial denial : editor.judge(ServiceKind.PRACTITIONER, lines)) {
      actual.computeIfAbsent(numbers.get(denial.line()), _ -> new TreeSet<>()).add(name(denial));
    }
    return Verdict.of(aCase.path("id").asString(), expected, actual);
  }

  private static String name(NcciDenial denial) {
    return switch (denial) {
      case NcciDenial.Bundled _ -> "PTP";
      case NcciDenial.TooManyUnits _ -> "MUE";
      case NcciDenial.WithoutPrimary _ -> "AOC";
    };
  }

  private static NcciLine line(JsonNode line) {
    var modifiers = new ArrayList<String>();
    line.path("modifiers").forEach(modifier -> modifiers.add(modifier.asString()));
    LocalDate day = day(line.path("service_date").asString());
    return new NcciLine(
        line.path("hcpcs").asString(),
        modifiers,
        new BigDecimal(line.path("units").asString()),
        day,
        day);
  }

  private static CodePairs pairs(JsonNode rows) {
    var pairs = new CodePairs.Builder();
    for (JsonNode row : rows) {
      pairs.add(
          row.path("column1").asString(),
          row.path("column2").asString(),
          epochDay(row.path("effective")),
          epochDay(row.path("deletion")),
          row.path("modifier_indicator").asInt(),
          "given");
    }
    return pairs.build();
  }

  private static UnitLimits limits(JsonNode rows) {
    var limits = new HashMap<String, UnitLimit>();
    for (JsonNode row : rows) {
      limits.put(
          row.path("hcpcs").asString(),
          new UnitLimit(
              new BigDecimal(row.path("value").asString()),
              UnitLimit.Indicator.of(row.path("mai").asInt()),
              "given"));
    }
    return new UnitLimits(limits);
  }

  private static AddOns addOns(JsonNode rows) {
    var addOns = new HashMap<String, AddOn>();
    for (JsonNode row : rows) {
      var primaries = new ArrayList<AddOn.Primary>();
      for (JsonNode primary : row.path("primary")) {
        primaries.add(new AddOn.Primary(primary.asString(), Long.MIN_VALUE, Long.MAX_VALUE));
      }
      addOns.put(
          row.path("add_on").asString(),
          new AddOn(AddOn.Type.of(row.path("type").asInt()), List.copyOf(primaries)));
    }
    return new AddOns(addOns);
  }

  private static int epochDay(JsonNode day) {
    return day.isNull() || day.isMissingNode() || day.asString().isEmpty()
        ? CodePairs.OPEN
        : (int) day(day.asString()).toEpochDay();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
  }
}
