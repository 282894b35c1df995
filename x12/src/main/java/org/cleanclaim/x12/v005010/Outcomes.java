package org.cleanclaim.x12.v005010;

import java.util.List;
import org.cleanclaim.x12.lexer.Segment;

/// MIA and MOA: what a payer says about an inpatient or outpatient decision in amounts, quantities
/// and remark codes.
final class Outcomes {
  private static final int[] INPATIENT_QUANTITIES = {1, 2, 3, 15};
  private static final int[] INPATIENT_REMARKS = {5, 20, 21, 22, 23};
  private static final int INPATIENT_LAST = 24;
  private static final int[] OUTPATIENT_AMOUNTS = {2, 8, 9};

  private Outcomes() {}

  static void inpatient(Segment mia, ParticularsCollector particulars, List<String> remarks) {
    for (int element : INPATIENT_QUANTITIES) particulars.quantity(mia, element);
    for (int element = 4; element <= INPATIENT_LAST; element++) {
      boolean isAmount = element != 5 && element != 15 && (element < 20 || element == 24);
      if (isAmount) particulars.amount(mia, element);
    }
    for (int element : INPATIENT_REMARKS) remark(mia, element, remarks);
  }

  static void outpatient(Segment moa, ParticularsCollector particulars, List<String> remarks) {
    particulars.quantity(moa, 1);
    for (int element : OUTPATIENT_AMOUNTS) particulars.amount(moa, element);
    for (int element = 3; element <= 7; element++) remark(moa, element, remarks);
  }

  private static void remark(Segment segment, int element, List<String> remarks) {
    if (!segment.isEmpty(element)) remarks.add(segment.element(element));
  }
}
