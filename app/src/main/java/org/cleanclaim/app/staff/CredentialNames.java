package org.cleanclaim.app.staff;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cleanclaim.workforce.benchmark.NearestNames;
import org.cleanclaim.workforce.career.Career;
import org.cleanclaim.workforce.career.Credential;

/// Letters of credentials that are known, so that a slip of the keys makes no credential of its
/// own: those that the program describes and those that the organization has entered.
final class CredentialNames {
  private static final List<String> DESCRIBED =
      Career.builtIn().credentials().stream().map(Credential::code).toList();

  private CredentialNames() {}

  /// Letters that are known, in order.
  static SortedSet<String> known(Collection<String> entered) {
    var known = new TreeSet<>(DESCRIBED);
    known.addAll(entered);
    return known;
  }

  /// @param entered letters that the organization's staff hold already
  /// @throws StaffRefusal when letters are not known, with the nearest that are
  static void require(Collection<String> asked, Collection<String> entered) {
    var known = known(entered);
    for (String letters : asked) {
      if (known.contains(letters)) continue;
      throw new StaffRefusal(
          "No credential %s is known. Nearest: %s. Where %s is right, enter it again with \"not on the list\" ticked."
              .formatted(letters, String.join(", ", NearestNames.of(letters, known)), letters));
    }
  }
}
