package org.cleanclaim.edits.ncci;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Judges the services of one patient by one provider. A line that is not paid still counts as the
/// first code of a pair; a primary that is not paid supports no add-on.
public final class NcciEditor {
  private final NcciTables tables;

  public NcciEditor(NcciTables tables) {
    this.tables = tables;
  }

  /// The reasons for which lines are not paid, line by line. Lines of all claims of the days belong
  /// into the list, in any order.
  public List<NcciDenial> judge(ServiceKind kind, List<NcciLine> lines) {
    var denials = new ArrayList<NcciDenial>();
    bundled(kind, lines, denials);
    units(kind, lines, denials);
    addOns(lines, denials);
    return denials;
  }

  private void bundled(ServiceKind kind, List<NcciLine> lines, List<NcciDenial> denials) {
    if (lines.size() < 2) return;
    var edition = tables.pairs(kind);
    if (edition.isEmpty()) return;
    PairTable table = edition.get().table().get();
    int[] places = new int[lines.size()];
    int[] days = new int[lines.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = table.place(lines.get(i).code());
      days[i] = (int) lines.get(i).from().toEpochDay();
    }
    for (int part = 0; part < places.length; part++) {
      if (places[part] == PairTable.NONE) continue;
      for (int whole = 0; whole < places.length; whole++) {
        if (places[whole] == PairTable.NONE
            || places[whole] == places[part]
            || days[whole] != days[part]) continue;
        int row = table.find(places[whole], places[part], days[part]);
        if (row == PairTable.NONE) continue;
        NcciLine first = lines.get(whole);
        NcciLine second = lines.get(part);
        boolean isSetAside = table.allowsModifier(row) && NcciModifiers.setAside(first, second);
        if (isSetAside) continue;
        denials.add(new NcciDenial.Bundled(part, whole, table.row(row), edition.get().name()));
      }
    }
  }

  /// Lines of one code on one day.
  private record CodeDay(String code, LocalDate day) {}

  private void units(ServiceKind kind, List<NcciLine> lines, List<NcciDenial> denials) {
    Map<CodeDay, BigDecimal> ofDay = null;
    for (int i = 0; i < lines.size(); i++) {
      NcciLine line = lines.get(i);
      var edition = tables.limits(kind, line.from());
      if (edition.isEmpty()) continue;
      UnitLimit limit = edition.get().table().get().limit(line.code()).orElse(null);
      if (limit == null) continue;
      BigDecimal units = unitsADay(line);
      if (limit.indicator() != UnitLimit.Indicator.LINE && lines.size() > 1) {
        if (ofDay == null) ofDay = unitsByDay(lines);
        units = ofDay.getOrDefault(new CodeDay(line.code(), line.from()), BigDecimal.ZERO);
      }
      if (isPostoperative(line) || units.compareTo(limit.units()) <= 0) continue;
      denials.add(new NcciDenial.TooManyUnits(i, units, limit, edition.get().name()));
    }
  }

  private static Map<CodeDay, BigDecimal> unitsByDay(List<NcciLine> lines) {
    var sums = new HashMap<CodeDay, BigDecimal>();
    for (NcciLine line : lines) {
      if (isPostoperative(line)) continue;
      sums.merge(new CodeDay(line.code(), line.from()), unitsADay(line), BigDecimal::add);
    }
    return sums;
  }

  /// The part of another practitioner, modifier 55, is left out of the sums (Claims Processing
  /// Manual, chapter 23, section 20.9).
  private static boolean isPostoperative(NcciLine line) {
    return line.modifiers().contains("55");
  }

  /// A line over several days is divided by them and rounded up.
  private static BigDecimal unitsADay(NcciLine line) {
    long days = line.through().toEpochDay() - line.from().toEpochDay() + 1;
    return days <= 1
        ? line.units()
        : line.units().divide(BigDecimal.valueOf(days), 0, RoundingMode.CEILING);
  }

  private void addOns(List<NcciLine> lines, List<NcciDenial> denials) {
    boolean[] isDenied = new boolean[lines.size()];
    denials.forEach(denial -> isDenied[denial.line()] = true);
    boolean[] isAlone = new boolean[lines.size()];
    // A primary may itself be an add-on that turns out to stand alone.
    for (boolean isChanged = true; isChanged; ) {
      isChanged = false;
      for (int i = 0; i < lines.size(); i++) {
        if (isAlone[i]) continue;
        NcciLine line = lines.get(i);
        var edition = tables.addOns(line.from());
        if (edition.isEmpty()) continue;
        AddOn addOn = edition.get().table().get().addOn(line.code()).orElse(null);
        if (addOn == null || addOn.type() != AddOn.Type.LISTED) continue;
        if (hasPrimary(lines, line, addOn, isDenied)) continue;
        denials.add(new NcciDenial.WithoutPrimary(i, addOn, edition.get().name()));
        isAlone[i] = true;
        isChanged |= !isDenied[i];
        isDenied[i] = true;
      }
    }
  }

  private static boolean hasPrimary(
      List<NcciLine> lines, NcciLine line, AddOn addOn, boolean[] isDenied) {
    long day = line.from().toEpochDay();
    for (int i = 0; i < lines.size(); i++) {
      NcciLine other = lines.get(i);
      boolean isPrimary =
          !isDenied[i] && other.from().equals(line.from()) && addOn.isPrimary(other.code(), day);
      if (isPrimary) return true;
    }
    return false;
  }
}
