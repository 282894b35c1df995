package org.cleanclaim.x12.guide;

import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentNames;

/// Identifiers that have a shape of their own: NPI with its check digit, tax numbers, ZIP codes,
/// taxonomy codes.
final class IdentifierChecks {
  private static final int NM1 = SegmentNames.code("NM1");
  private static final int N1 = SegmentNames.code("N1");
  private static final int REF = SegmentNames.code("REF");
  private static final int N4 = SegmentNames.code("N4");
  private static final int PRV = SegmentNames.code("PRV");

  private IdentifierChecks() {}

  static void check(Segment segment, ElementChecks checks) {
    int code = segment.idCode();
    if (code == NM1) {
      if (segment.elementIs(8, "XX")) npi(segment, 9, checks);
    } else if (code == REF) {
      if (segment.elementIs(1, "EI") || segment.elementIs(1, "SY")) taxId(segment, checks);
    } else if (code == N4) {
      zip(segment, checks);
    } else if (code == N1) {
      if (segment.elementIs(3, "XX")) npi(segment, 4, checks);
    } else if (code == PRV) {
      taxonomy(segment, checks);
    }
  }

  private static void npi(Segment segment, int position, ElementChecks checks) {
    if (segment.isEmpty(position)) return;
    if (Npi.parse(segment.element(position)).isPresent()) return;
    checks.add(
        Check.ELEMENT_SHAPE,
        position,
        0,
        "%s is not an NPI: ten digits, of which the last is a check digit."
            .formatted(checks.designator(position, 0)),
        "Look the number up in the NPPES registry and correct it.");
  }

  private static void taxId(Segment ref, ElementChecks checks) {
    int digits = 0;
    for (int i = ref.elementCount() < 2 ? 0 : ref.elementStart(2);
        ref.elementCount() >= 2 && i < ref.elementEnd(2);
        i++) {
      byte b = ref.bytes()[i];
      if (b >= '0' && b <= '9') digits++;
      else if (b != '-') digits = 100;
    }
    if (ref.isEmpty(2) || digits == 9) return;
    checks.add(
        Check.ELEMENT_SHAPE,
        2,
        0,
        "REF02 is not a tax number of nine digits.",
        "Correct the number.");
  }

  private static void zip(Segment n4, ElementChecks checks) {
    boolean isAbroad = !n4.isEmpty(4) && !n4.elementIs(4, "US");
    if (isAbroad || n4.isEmpty(3)) return;
    int from = n4.elementStart(3);
    int to = n4.elementEnd(3);
    boolean isZip = to - from == 5 || to - from == 9;
    for (int i = from; i < to && isZip; i++) {
      isZip = n4.bytes()[i] >= '0' && n4.bytes()[i] <= '9';
    }
    if (isZip) return;
    checks.add(
        Check.ELEMENT_SHAPE,
        3,
        0,
        "N403 is not a ZIP code of five or nine digits.",
        "Correct the ZIP code, or name the country in N404.");
  }

  private static void taxonomy(Segment prv, ElementChecks checks) {
    if (!prv.elementIs(2, "PXC") || prv.isEmpty(3)) return;
    if (Taxonomy.parse(prv.element(3)).isPresent()) return;
    checks.add(
        Check.ELEMENT_SHAPE,
        3,
        0,
        "PRV03 is not a taxonomy code: ten letters and digits that end in X.",
        "Look the code up in the provider taxonomy code set.");
  }
}
