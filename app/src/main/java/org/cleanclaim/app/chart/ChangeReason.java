package org.cleanclaim.app.chart;

import java.util.Arrays;
import java.util.List;

/// Why a suggestion is rejected, a code taken out, or a code kept without words of the record. A
/// choice and not free text, so that what waits in a browser for its connection names no patient's
/// matters.
public enum ChangeReason {
  NOT_SUPPORTED("Not supported by the note", Side.AGAINST),
  NEGATED("The note says the patient does not have it", Side.AGAINST),
  UNCERTAIN("Only suspected", Side.AGAINST),
  HISTORY("History, no longer present", Side.AGAINST),
  FAMILY("Somebody else's, as in family history", Side.AGAINST),
  NOT_ASSESSED("Not assessed or treated at this visit", Side.AGAINST),
  INTEGRAL("Part of another condition that is coded", Side.AGAINST),
  LESS_SPECIFIC("A more specific code fits", Side.AGAINST),
  COPIED("Copied from an earlier note", Side.AGAINST),
  OTHER_SOURCE("Supported by a document that is not in the system", Side.FOR),
  CODING_RULE("A coding guideline asks for it", Side.BOTH);

  /// Whether a reason speaks for a code or against it.
  private enum Side {
    FOR,
    AGAINST,
    BOTH
  }

  private final String title;
  private final Side side;

  ChangeReason(String title, Side side) {
    this.title = title;
    this.side = side;
  }

  public String title() {
    return title;
  }

  /// Reasons for which a code is on a chart without words of the record.
  public static List<ChangeReason> forCodes() {
    return Arrays.stream(values()).filter(r -> r.side != Side.AGAINST).toList();
  }

  /// Reasons for which a code is not on a chart.
  public static List<ChangeReason> againstCodes() {
    return Arrays.stream(values()).filter(r -> r.side != Side.FOR).toList();
  }
}
