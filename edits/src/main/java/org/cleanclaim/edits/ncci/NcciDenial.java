package org.cleanclaim.edits.ncci;

import java.math.BigDecimal;
import org.cleanclaim.codesets.publication.CodePairs;

/// Why a line is not paid.
public sealed interface NcciDenial {
  /// The place of the line in the list that was judged.
  int line();

  /// The name of the table that says so: `NCCI pairs, practitioner 2024-07`.
  String table();

  /// The line is part of another one (procedure-to-procedure edit).
  ///
  /// @param whole the place of the line that it is part of
  record Bundled(int line, int whole, CodePairs.Pair pair, String table) implements NcciDenial {}

  /// There are more units than are paid (medically unlikely edit).
  ///
  /// @param units that count: of the line, or of all lines of the day
  record TooManyUnits(int line, BigDecimal units, UnitLimit limit, String table)
      implements NcciDenial {}

  /// An add-on stands without a primary that is paid.
  record WithoutPrimary(int line, AddOn addOn, String table) implements NcciDenial {}
}
