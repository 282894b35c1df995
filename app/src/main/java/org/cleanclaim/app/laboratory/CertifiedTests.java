package org.cleanclaim.app.laboratory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;

/// Services that a laboratory does under its certificate: tests of specimens from the human body
/// (42 CFR 493.2), whose claims carry its number (Medicare Claims Processing Manual, CMS Pub.
/// 100-04, chapter 16, section 70). A pathologist's consultation examines no specimen: it is a
/// physician's service (42 CFR 415.130(c)). Reading alone (26) is a physician's work, and a test
/// that was sent out (90) is done under another laboratory's certificate.
public final class CertifiedTests {
  private record Range(String first, String last) {}

  /// The pathology and laboratory section of CPT without consultations (80500 to 80506) and skin
  /// tests (86485 to 86589), and without what is done on the living body or with embryos; of HCPCS
  /// Level II cervical smears, screening tests and drug tests.
  private static final List<Range> TESTS =
      List.of(
          new Range("80047", "80499"),
          new Range("80507", "86484"),
          new Range("86590", "87999"),
          new Range("88104", "88399"),
          new Range("89050", "89190"),
          new Range("89300", "89331"),
          new Range("G0103", "G0103"),
          new Range("G0123", "G0124"),
          new Range("G0141", "G0148"),
          new Range("G0306", "G0307"),
          new Range("G0328", "G0328"),
          new Range("G0432", "G0435"),
          new Range("G0472", "G0472"),
          new Range("G0475", "G0476"),
          new Range("G0480", "G0483"),
          new Range("G0499", "G0499"),
          new Range("G0659", "G0659"),
          new Range("P3000", "P3001"),
          new Range("U0001", "U0005"));

  private static final Set<Modifier> ELSEWHERE = Set.of(new Modifier("26"), new Modifier("90"));

  private CertifiedTests() {}

  /// Whether a service is a test that the laboratory's certificate stands for.
  public static boolean include(ProcedureCode procedure, Collection<Modifier> modifiers) {
    String code = procedure.value();
    // Tests of one maker have numbers of their own that end in U.
    boolean isTest =
        code.matches("[0-9]{4}U")
            || TESTS.stream()
                .anyMatch(r -> r.first().compareTo(code) <= 0 && code.compareTo(r.last()) <= 0);
    return isTest && modifiers.stream().noneMatch(ELSEWHERE::contains);
  }
}
