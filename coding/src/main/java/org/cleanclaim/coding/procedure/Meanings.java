package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an operation stands for, by the rules for those that are more than a name and a body part.
final class Meanings {
  private Meanings() {}

  /// One for each code that the operation needs; without a beginning where only the Index leads on.
  static List<Meant> of(Act act, OperativeText text, Optional<NamedOperation> named) {
    String clause = act.clause().lower();
    if (CoronaryArteries.isBypass(clause)) return CoronaryArteries.bypasses(act.line().lower());
    if (SpinalFusion.isNamed(clause)) {
      List<Meant> found = SpinalFusion.meant(clause, act.line().lower(), text.description());
      if (!found.isEmpty()) return found;
    }
    if (CardiacRhythmDevices.isNamed(clause, act.line().lower())) {
      List<Meant> found =
          CardiacRhythmDevices.meant(clause, act.line().lower(), text.description());
      if (!found.isEmpty()) return found;
    }
    if (Debridement.isNamed(clause)) {
      List<Meant> found = Debridement.meant(clause, text.description());
      if (!found.isEmpty()) return found;
    }
    List<String> values = values(act, text, named);
    return named
        .map(operation -> operation.meant(values))
        .orElse(List.of(new Meant(List.of(), Set.of(), values)));
  }

  private static List<String> values(Act act, OperativeText text, Optional<NamedOperation> named) {
    var values = new ArrayList<String>();
    HipBearing.in(act.line().lower() + " . " + text.description()).ifPresent(values::add);
    if (named.isEmpty()) return values;
    List<String> beginnings = named.get().beginnings();
    if (beginnings.contains("027")) {
      values.addAll(CoronaryArteries.dilated(act.clause().lower(), text.description()));
    }
    if (beginnings.contains("5A19")) {
      VentilationTime.in(act.clause().lower() + " . " + text.description()).ifPresent(values::add);
    }
    return values;
  }
}
